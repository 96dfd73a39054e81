package io.serai.sandbox.guests;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Lets guests come of themselves where {@code sandbox.guests.enabled} says so. */
public class GuestBeans {

    @Bean
    Visits visits(Environment settings, Clock clock) {
        var every = settings.getRequiredProperty("sandbox.guests.every", Duration.class);
        var visits = new Visits(() -> desk(settings), clock, every);
        if (settings.getRequiredProperty("sandbox.guests.enabled", Boolean.class)) {
            visits.begin();
        }
        return visits;
    }

    /** The port is known once the stand-in listens. */
    private static Desk desk(Environment settings) {
        return new Desk(
                "http://"
                        + settings.getRequiredProperty("sandbox.address")
                        + ":"
                        + settings.getRequiredProperty("local.server.port"));
    }
}
