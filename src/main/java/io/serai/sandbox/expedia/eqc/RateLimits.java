package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.expedia.property.RatePlan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;

/** Leaves out rates for more guests than a room takes, and those that no threshold lets pass. */
final class RateLimits {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final boolean net;

    RateLimits(boolean net) {
        this.net = net;
    }

    void check(Update.Named named, Map<LocalDate, Cell> cells, Warnings warnings) {
        if (named.plan().pricing().byOccupancy()) {
            occupancy(named, cells, warnings);
        }
        cells.forEach(
                (night, cell) ->
                        cell.rates()
                                .values()
                                .removeIf(rate -> outside(named, night, rate, warnings)));
    }

    private static void occupancy(
            Update.Named named, Map<LocalDate, Cell> cells, Warnings warnings) {
        var most = named.room().maxPersons();
        var above = new LinkedHashSet<Integer>();
        cells.values()
                .forEach(
                        cell -> {
                            var tail = cell.rates().tailMap(most, false);
                            above.addAll(tail.keySet());
                            tail.clear();
                        });
        above.forEach(
                guests ->
                        warnings.add(
                                7009,
                                "Occupancy %d of rate plan %s is above the maximum %d of room type %s"
                                        .formatted(
                                                guests, named.xmlId(), most, named.room().id())));
    }

    private boolean outside(
            Update.Named named, LocalDate night, BigDecimal rate, Warnings warnings) {
        if (outside(named.plan(), rate)) {
            warnings.add(
                    net ? 7019 : 7021,
                    "Rate %s for %s, rate plan %s is outside the verification threshold"
                            .formatted(rate.toPlainString(), night, named.xmlId()));
            return true;
        }
        for (var child : named.room().plans().values()) {
            if (named.plan().id().equals(child.parent())
                    && child.linked()
                    && outside(child, discounted(child, rate))) {
                warnings.add(
                        net ? 7025 : 7027,
                        "Rate %s for %s, rate plan %s is outside the verification threshold of a"
                                        .formatted(rate.toPlainString(), night, named.xmlId())
                                + " rate plan that is linked with it");
                return true;
            }
        }
        return false;
    }

    private static BigDecimal discounted(RatePlan child, BigDecimal rate) {
        return rate.multiply(HUNDRED.subtract(child.discount())).divide(HUNDRED);
    }

    private static boolean outside(RatePlan plan, BigDecimal rate) {
        return plan.leastRate() != null && rate.compareTo(plan.leastRate()) < 0
                || plan.mostRate() != null && rate.compareTo(plan.mostRate()) > 0;
    }
}
