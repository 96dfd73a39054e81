package io.serai.sandbox.guests;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Lets guests come of themselves where {@code sandbox.guests.enabled} says so. */
public class GuestBeans {

    @Bean
    Visits visits(Environment settings, Clock clock) {
        var every = settings.getRequiredProperty("sandbox.guests.every", Duration.class);
        var visits = new Visits(() -> desks(settings), clock, every);
        if (settings.getRequiredProperty("sandbox.guests.enabled", Boolean.class)) {
            visits.begin();
        }
        return visits;
    }

    /** The ports are known once the stand-ins listen. */
    private static List<Desk> desks(Environment settings) {
        return Stream.of("local.server.port", "local.expedia.port")
                .map(
                        port ->
                                new Desk(
                                        "http://"
                                                + settings.getRequiredProperty("sandbox.address")
                                                + ":"
                                                + settings.getRequiredProperty(port)))
                .toList();
    }
}
