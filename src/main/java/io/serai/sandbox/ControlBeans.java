package io.serai.sandbox;

import static org.springframework.web.servlet.function.RequestPredicates.method;
import static org.springframework.web.servlet.function.RequestPredicates.path;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.CallLog;
import io.serai.sandbox.wire.Door;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Fault;
import io.serai.sandbox.wire.Faults;
import io.serai.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Routes the channel's faces through the door, and the control face around it. */
class ControlBeans {

    private static final int CALLS_AT_ONCE = 10_000;

    @Bean
    RouterFunction<ServerResponse> channelFaces(Door door, ObjectProvider<Face> faces) {
        RouterFunction<ServerResponse> all = request -> Optional.empty();
        for (var face : faces) {
            all =
                    all.and(
                            route(
                                    method(HttpMethod.valueOf(face.method()))
                                            .and(path(face.path())),
                                    request -> door.pass(face, request)));
        }
        return all;
    }

    @Bean
    RouterFunction<ServerResponse> callControl(CallLog calls) {
        return route().GET(
                        "/sandbox/calls",
                        request ->
                                json(
                                        Map.of(
                                                "calls",
                                                calls.since(
                                                        request.param("since")
                                                                .map(Long::valueOf)
                                                                .orElse(0L),
                                                        request.param("path").orElse(""),
                                                        request.param("limit")
                                                                .map(Integer::valueOf)
                                                                .orElse(CALLS_AT_ONCE)))))
                .DELETE(
                        "/sandbox/calls",
                        request -> {
                            calls.clear();
                            return ServerResponse.noContent().build();
                        })
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> faultControl(Faults faults) {
        return route().PUT(
                        "/sandbox/faults",
                        request -> {
                            faults.set(
                                    List.of(Json.read(request.body(byte[].class), Fault[].class)));
                            return ServerResponse.noContent().build();
                        })
                .GET("/sandbox/faults", request -> json(faults.all()))
                .DELETE(
                        "/sandbox/faults",
                        request -> {
                            faults.set(List.of());
                            return ServerResponse.noContent().build();
                        })
                .build();
    }

    private static ServerResponse json(Object value) {
        try {
            return ServerResponse.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Json.write(value));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
