package io.serai.sandbox.property;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import io.serai.sandbox.wire.Demands;
import io.serai.sandbox.wire.Dialect;
import io.serai.sandbox.wire.Face;
import io.serai.sandbox.wire.Json;
import io.serai.sandbox.wire.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Puts the hotels together. */
public class PropertyBeans {

    @Bean
    Hotels hotels(JdbcClient jdbc, TransactionTemplate transaction) {
        return new Hotels(new HotelRows(jdbc, transaction));
    }

    @Bean
    Building building(Hotels hotels, JdbcClient jdbc, TransactionTemplate transaction) {
        return new Building(hotels, jdbc, transaction);
    }

    @Bean
    PlanBuilding planBuilding(Building building, JdbcClient jdbc) {
        return new PlanBuilding(building, jdbc);
    }

    @Bean
    Face rooms(Hotels hotels) {
        return products("rooms", hotels);
    }

    @Bean
    Face roomRates(Hotels hotels) {
        return products("roomrates", hotels);
    }

    private static Face products(String name, Hotels hotels) {
        return new Face(
                "POST",
                "/hotels/xml/" + name,
                Demands.TOKEN,
                Dialect.bxml("rooms"),
                new ProductsFace(hotels));
    }

    @Bean
    RouterFunction<ServerResponse> hotelControl(Hotels hotels) {
        return route().PUT("/sandbox/hotels/{hotel}", request -> put(hotels, request))
                .GET(
                        "/sandbox/hotels",
                        request ->
                                ServerResponse.ok()
                                        .contentType(MediaType.APPLICATION_JSON)
                                        .body(Json.write(hotels.all())))
                .build();
    }

    private static ServerResponse put(Hotels hotels, ServerRequest request) throws Exception {
        var form = Json.read(request.body(byte[].class), HotelForm.class);
        var id = Long.parseLong(request.pathVariable("hotel"));
        try {
            hotels.put(id, form);
        } catch (DataIntegrityViolationException e) {
            throw new Refusal(
                    400, "394", "hotel " + id + " names an account or value that is unknown");
        }
        return ServerResponse.noContent().build();
    }
}
