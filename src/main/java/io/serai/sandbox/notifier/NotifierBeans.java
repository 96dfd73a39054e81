package io.serai.sandbox.notifier;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.Json;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the notification service together. */
public class NotifierBeans {

    @Bean
    RouterFunction<ServerResponse> notifierControl(Clock clock) {
        Messenger messenger = new Messenger(clock);
        return route().POST(
                        "/sandbox/notifications",
                        request -> {
                            Errand errand = Json.read(request.body(byte[].class), Errand.class);
                            return ServerResponse.ok()
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .body(Json.write(messenger.run(errand)));
                        })
                .build();
    }
}
