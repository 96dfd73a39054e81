package io.serai.bookingcom;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;

/** Stands where reservations are taken in, outside of the channel's folder. */
class Desk extends RouteBuilder {

    final List<String> came = new CopyOnWriteArrayList<>();
    final List<String> parked = new CopyOnWriteArrayList<>();
    final Set<String> refuses = ConcurrentHashMap.newKeySet();
    final Set<String> rejects = ConcurrentHashMap.newKeySet();

    @Override
    public void configure() {
        from("direct:reservation-left")
                .routeId("reservation-left")
                .process(
                        exchange -> {
                            if (exchange.getVariable("translator") != null) {
                                parked.add(exchange.getVariable("told", String.class));
                            }
                        });
        from("direct:reservation-take")
                .routeId("reservation-take")
                .process(
                        exchange -> {
                            String number = exchange.getVariable("number", String.class);
                            if (refuses.contains(number)) {
                                throw new IllegalStateException("the database is away");
                            }
                            came.add(exchange.getMessage().getBody(String.class));
                            exchange.getMessage()
                                    .setHeader(
                                            "Serai-Receipt",
                                            rejects.contains(number) ? "rejected" : "opened");
                        });
    }

    void forget() {
        came.clear();
        parked.clear();
        refuses.clear();
        rejects.clear();
    }
}
