package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How long a channel waits for the confirmation of a reservation, where everything that the rule
 * names holds; of several rules the first that holds counts.
 *
 * @param way the ways of reservations that it is for; empty: for any
 * @param marked the mark that an account's configuration must have; null: none
 * @param days how many days from the booking to the arrival at most, in the hotel's own time: 0 on
 *     the same day; null: any
 * @param checkInWithin how long before the day of arrival begins at most; null: any
 * @param after how long it waits from the booking, change or cancellation
 */
public record Expiry(
        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> way,
        @Nullable String marked,
        @Nullable Integer days,
        @Nullable Duration checkInWithin,
        Duration after) {

    public Expiry {
        way = List.copyOf(Objects.requireNonNullElse(way, List.of()));
    }

    /**
     * A reservation as its channel told it.
     *
     * @param begin when it was booked, changed or cancelled
     * @param arrival null where it is not known: then it may be as soon as any
     * @param zone of the hotel
     * @param way by which its account has its reservations
     * @param marks whether its account's configuration has a mark
     */
    public record Told(
            Instant begin,
            @Nullable LocalDate arrival,
            ZoneId zone,
            Supplier<@Nullable String> way,
            Predicate<String> marks) {}

    boolean holds(Told told) {
        return (way.isEmpty() || way.contains(told.way().get()))
                && isNear(told)
                && (marked == null || told.marks().test(marked));
    }

    private boolean isNear(Told told) {
        LocalDate arrival = told.arrival();
        if (arrival == null) {
            return true;
        }
        LocalDate day = told.begin().atZone(told.zone()).toLocalDate();
        Instant morning = arrival.atStartOfDay(told.zone()).toInstant();
        return (days == null || !arrival.isAfter(day.plusDays(days)))
                && (checkInWithin == null || !morning.isAfter(told.begin().plus(checkInWithin)));
    }
}
