package io.serai.reservation;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How reservations are taken.
 *
 * @param ownCountMargin how long before a booking a count must have been sent for the channel's own
 *     count to be certain
 * @param remember how long a delivery is known as a repetition without looking into its booking
 * @param takers reservations taken in at the same time by this instance, over all answers
 * @param compareAgain how long after a comparison that found a difference the next one is made
 * @param zones by a channel's folder, the zone its times of booking are in; not named: UTC
 */
@ConfigurationProperties("serai.reservations")
record ReservationSettings(
        @DefaultValue("60s") Duration ownCountMargin,
        @DefaultValue("30d") Duration remember,
        @DefaultValue("4") int takers,
        @DefaultValue("30s") Duration compareAgain,
        @DefaultValue Map<String, ZoneId> zones) {

    @Nullable OffsetDateTime moment(String channel, @Nullable LocalDateTime created) {
        return created == null
                ? null
                : created.atZone(zones.getOrDefault(channel, ZoneOffset.UTC)).toOffsetDateTime();
    }
}
