package io.serai.sandbox.booking;

import io.serai.sandbox.ari.RateNight;
import io.serai.sandbox.property.Rate;
import io.serai.sandbox.property.Room;
import io.serai.sandbox.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a rate may be booked for a stay: open, and within every limit it was told. */
final class Restrictions {

    private static final ZoneId CENTRAL_EUROPE = ZoneId.of("Europe/Amsterdam");

    private final Clock clock;

    Restrictions(Clock clock) {
        this.clock = clock;
    }

    /** Refused with the limit that is in the way. */
    void check(Room room, Rate rate, Stay stay, Nights nights) {
        stay.nights()
                .map(night -> nights.find(stay.room(), rate.id(), night))
                .filter(night -> night != null && night.closed())
                .findFirst()
                .ifPresent(night -> refuse("RATE_CLOSED", "rate closed on " + night.night()));
        var limits = rate.inheritsRestrictions() ? Prices.parent(room, rate) : rate;
        through(limits, stay, nights);
        var arrival = nights.find(stay.room(), limits.id(), stay.arrival());
        if (arrival != null) {
            arrival(arrival, stay);
            advance(arrival);
        }
        var departure = nights.find(stay.room(), limits.id(), stay.departure());
        if (departure != null && departure.ctd()) {
            refuse("CLOSED_TO_DEPARTURE", "closed to departure on " + stay.departure());
        }
    }

    private static void through(Rate rate, Stay stay, Nights nights) {
        var length = (int) stay.nights().count();
        stay.nights()
                .map(night -> nights.find(stay.room(), rate.id(), night))
                .filter(Objects::nonNull)
                .forEach(
                        night -> {
                            atLeast(night.minThrough(), length, "stay through " + night.night());
                            atMost(night.maxThrough(), length, "stay through " + night.night());
                        });
    }

    private static void arrival(RateNight night, Stay stay) {
        var length = (int) stay.nights().count();
        if (night.cta()) {
            refuse("CLOSED_TO_ARRIVAL", "closed to arrival on " + night.night());
        }
        atLeast(night.minArrival(), length, "arrival on " + night.night());
        atMost(night.maxArrival(), length, "arrival on " + night.night());
        if (night.exactArrival() > 0 && night.exactArrival() != length) {
            refuse(
                    "EXACT_STAY",
                    "exactly " + night.exactArrival() + " nights for arrival on " + night.night());
        }
    }

    private void advance(RateNight arrival) {
        var end = arrival.night().plusDays(1).atStartOfDay(CENTRAL_EUROPE).toInstant();
        var ahead = Duration.between(clock.instant(), end).toHours();
        if (arrival.minAdvance() > 0 && ahead < arrival.minAdvance()) {
            refuse("TOO_LATE", "to be booked " + arrival.minAdvance() + " hours ahead");
        }
        if (arrival.maxAdvance() > 0 && ahead > arrival.maxAdvance()) {
            refuse("TOO_EARLY", "to be booked at most " + arrival.maxAdvance() + " hours ahead");
        }
    }

    /** Yesterday is still taken, so that a stay may be booked across midnight. */
    void notPast(LocalDate arrival) {
        if (arrival.isBefore(LocalDate.ofInstant(clock.instant(), CENTRAL_EUROPE).minusDays(1))) {
            refuse("ARRIVAL_IS_PAST", "arrival on " + arrival + " is past");
        }
    }

    private static void atLeast(int limit, int length, String what) {
        if (limit > length) {
            refuse("MIN_STAY", "at least " + limit + " nights for a " + what);
        }
    }

    private static void atMost(int limit, int length, String what) {
        if (limit > 0 && limit < length) {
            refuse("MAX_STAY", "at most " + limit + " nights for a " + what);
        }
    }

    private static void refuse(@Nullable String code, String words) {
        throw new Refusal(409, String.valueOf(code), words);
    }
}
