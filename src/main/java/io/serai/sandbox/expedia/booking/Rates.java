package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each night of a stay costs, by how its rate plan is priced. */
final class Rates {

    private final RatePlan plan;
    private final int decimals;

    Rates(RatePlan plan, int decimals) {
        this.plan = plan;
        this.decimals = decimals;
    }

    /** The base rate, and the fees of extra guests, of each night. */
    record Priced(List<BigDecimal> nightly, List<BigDecimal> extra) {}

    /** Refused with NO_PRICE when a night has none. */
    Priced of(Content asked, Map<LocalDate, PlanNight> told) {
        var nightly = new ArrayList<BigDecimal>();
        var extra = new ArrayList<BigDecimal>();
        var length = (int) asked.nights().count();
        var paid = asked.arrival();
        for (var night : asked.nights().toList()) {
            var row = told.get(night);
            if (!plan.pricing().heldFromArrival()
                    || row != null && Boolean.TRUE.equals(row.rateChange())) {
                paid = night;
            }
            add(asked, length, paid, told.get(paid), nightly, extra);
        }
        return new Priced(nightly, extra);
    }

    private void add(
            Content asked,
            int length,
            LocalDate night,
            @Nullable PlanNight told,
            List<BigDecimal> nightly,
            List<BigDecimal> extra) {
        var persons = asked.persons();
        var key =
                switch (plan.pricing()) {
                    case PER_DAY, PER_DAY_BY_ARRIVAL, PER_PERSON -> 1;
                    case PER_DAY_BY_LENGTH -> length;
                    case OCCUPANCY, OCCUPANCY_BY_ARRIVAL -> defined(told, persons);
                };
        var rate = told == null ? null : told.rate(key);
        if (rate == null || rate.signum() == 0) {
            throw new Refusal(
                    409, "NO_PRICE", "no price for " + night + ", " + persons + " persons");
        }
        var included = plan.pricing().byOccupancy() ? key : plan.baseGuests();
        switch (plan.pricing()) {
            case PER_PERSON -> {
                nightly.add(money(rate.multiply(BigDecimal.valueOf(persons))));
                extra.add(BigDecimal.ZERO);
            }
            default -> {
                nightly.add(money(rate));
                extra.add(
                        money(
                                plan.extraGuest()
                                        .multiply(
                                                BigDecimal.valueOf(
                                                        Math.max(0, persons - included)))));
            }
        }
    }

    /** The next number of guests that has a rate; above the highest, the highest. */
    private static int defined(@Nullable PlanNight told, int persons) {
        var size = told == null ? 0 : told.rates().size();
        for (int number = persons; number <= size; number++) {
            if (told != null && told.rate(number) != null) {
                return number;
            }
        }
        return size;
    }

    private BigDecimal money(BigDecimal amount) {
        return amount.setScale(decimals, RoundingMode.HALF_UP);
    }
}
