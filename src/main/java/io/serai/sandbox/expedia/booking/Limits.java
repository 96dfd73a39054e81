package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.wire.Refusal;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a rate plan may be booked for a stay. */
final class Limits {

    private final boolean stayThrough;
    private final RatePlan plan;

    Limits(boolean stayThrough, RatePlan plan) {
        this.stayThrough = stayThrough;
        this.plan = plan;
    }

    /** Refused when the plan is closed on a night of the stay. */
    static void open(String plan, Content asked, Map<LocalDate, PlanNight> told) {
        asked.nights()
                .filter(night -> told.containsKey(night) && yes(told.get(night).closed()))
                .findFirst()
                .ifPresent(
                        night -> {
                            throw refused("RATE_CLOSED", plan + " closed on " + night);
                        });
    }

    /** Refused with the limit that is in the way. */
    void check(Content asked, Map<LocalDate, PlanNight> told) {
        var length = (int) asked.nights().count();
        var arrival = told.get(asked.arrival());
        if (arrival != null && yes(arrival.cta())) {
            throw refused("CLOSED_TO_ARRIVAL", "closed to arrival on " + asked.arrival());
        }
        var departure = told.get(asked.departure());
        if (departure != null && yes(departure.ctd())) {
            throw refused("CLOSED_TO_DEPARTURE", "closed to departure on " + asked.departure());
        }
        var limiting = stayThrough ? asked.nights() : Stream.of(asked.arrival());
        limiting.forEach(night -> length(length, night, told.get(night)));
    }

    private void length(int length, LocalDate night, @Nullable PlanNight told) {
        var least = told == null || told.minLos() == null ? plan.leastLos() : told.minLos();
        var most = told == null || told.maxLos() == null ? plan.mostLos() : told.maxLos();
        if (length < least) {
            throw refused("MIN_STAY", "at least " + least + " nights because of " + night);
        }
        if (length > most) {
            throw refused("MAX_STAY", "at most " + most + " nights because of " + night);
        }
    }

    private static boolean yes(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static Refusal refused(String code, String words) {
        return new Refusal(409, code, words);
    }
}
