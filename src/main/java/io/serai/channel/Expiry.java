package io.serai.channel;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How long a channel waits for the confirmation of a reservation, by how soon the guest arrives in
 * the hotel's own time.
 *
 * @param sameDay for an arrival on the day of the booking, or before
 * @param nextDay for an arrival on the day after
 * @param later for any other
 */
public record Expiry(Duration sameDay, Duration nextDay, Duration later) {

    /**
     * When it expires.
     *
     * @param created when it was booked, changed or cancelled
     * @param arrival null where it is not known: then as soon as any might
     * @param zone of the hotel
     */
    public Instant of(Instant created, @Nullable LocalDate arrival, ZoneId zone) {
        var day = created.atZone(zone).toLocalDate();
        if (arrival == null || !arrival.isAfter(day)) {
            return created.plus(sameDay);
        }
        return created.plus(arrival.equals(day.plusDays(1)) ? nextDay : later);
    }
}
