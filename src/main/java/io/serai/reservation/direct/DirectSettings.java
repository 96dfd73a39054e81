package io.serai.reservation.direct;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many of hotels' own bookings are worked on at once.
 *
 * @param atOnce so many by this instance, each with one of the engine's connections
 * @param patience how long a further one waits for its turn
 */
@ConfigurationProperties("serai.direct")
public record DirectSettings(
        @DefaultValue("12") int atOnce, @DefaultValue("5s") Duration patience) {}
