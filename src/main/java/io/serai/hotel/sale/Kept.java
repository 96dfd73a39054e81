package io.serai.hotel.sale;

import io.serai.ari.Pricing;
import io.serai.ari.price.RatePlan;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a room of a booking that is changed has already. What was sold stays sold: nobody asks again
 * whether those nights are open, and they keep their price.
 *
 * @param stay null: it is a new room
 * @param prices minor units by night, of those nights that have a price
 */
public record Kept(@Nullable Stay stay, Map<LocalDate, Long> prices) {

    /** A new room has nothing. */
    public static final Kept NOTHING = new Kept(null, Map.of());

    public Kept {
        prices = Map.copyOf(prices);
    }

    /** Whether it has this night of the same product. */
    boolean has(Stay now, LocalDate night) {
        return stay != null
                && stay.product() == now.product()
                && !night.isBefore(stay.arrival())
                && night.isBefore(stay.departure());
    }

    /**
     * The price of a night: the one it has, for the same guests and, where the plan is priced by
     * length of stay, for the same stay.
     *
     * @param anew what it costs now
     */
    long price(Stay now, LocalDate night, RatePlan plan, long anew) {
        var same =
                stay != null
                        && stay.guests() == now.guests()
                        && (plan.pricing() != Pricing.LENGTH_OF_STAY || stay.equals(now));
        return same && has(now, night) ? prices.getOrDefault(night, anew) : anew;
    }

    boolean arrivesAs(Stay now) {
        return stay != null && stay.arrival().equals(now.arrival());
    }

    boolean departsAs(Stay now) {
        return stay != null && stay.departure().equals(now.departure());
    }
}
