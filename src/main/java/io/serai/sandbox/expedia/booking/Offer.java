package io.serai.sandbox.expedia.booking;

import io.serai.sandbox.expedia.night.Nights;
import io.serai.sandbox.expedia.night.PlanNight;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.RatePlan;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the nights offer for the stay that a guest asks for. */
final class Offer {

    /** A night's price of what is booked by force without one. */
    private static final BigDecimal FORCED_PRICE = new BigDecimal("100.00");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Nights nights;
    private final Clock clock;

    Offer(Nights nights, Clock clock) {
        this.nights = nights;
        this.clock = clock;
    }

    /** The stay with its prices; refused when it cannot be booked. */
    Content price(Hotel hotel, Content asked) {
        var room = Objects.requireNonNull(hotel.rooms().get(asked.room()));
        var plan = Objects.requireNonNull(room.plans().get(asked.plan()));
        if (asked.adults() < 1 || asked.persons() > room.maxPersons()) {
            throw new Refusal(
                    409,
                    "OCCUPANCY",
                    asked.persons() + " persons (at most " + room.maxPersons() + ")");
        }
        if (asked.arrival().isBefore(hotel.today(clock))) {
            throw new Refusal(409, "ARRIVAL_IS_PAST", "arrival on " + asked.arrival() + " is past");
        }
        if (!plan.active()) {
            throw new Refusal(409, "RATE_CLOSED", "rate plan " + plan.id() + " is inactive");
        }
        var leader = leader(room.plans(), plan);
        var held = held(List.of(plan.id(), leader.id()), asked);
        Limits.open(plan.id(), asked, held.getOrDefault(plan.id(), Map.of()));
        var told = held.getOrDefault(leader.id(), Map.of());
        new Limits(hotel.stayThrough(), leader).check(asked, told);
        return taxed(hotel, asked, new Rates(leader, hotel.decimals()).of(asked, told), plan);
    }

    /** The stay at a price of no plan. */
    Content force(Hotel hotel, Content asked) {
        var nightly = Collections.nCopies((int) asked.nights().count(), FORCED_PRICE);
        return taxed(hotel, asked, new Rates.Priced(nightly, zeros(nightly.size())), null);
    }

    private static Content taxed(
            Hotel hotel,
            Content asked,
            Rates.Priced priced,
            @org.jspecify.annotations.Nullable RatePlan plan) {
        var factor =
                plan == null || !plan.derived()
                        ? BigDecimal.ONE
                        : HUNDRED.subtract(plan.discount()).divide(HUNDRED);
        var nightly =
                priced.nightly().stream()
                        .map(
                                p ->
                                        p.multiply(factor)
                                                .setScale(hotel.decimals(), RoundingMode.HALF_UP))
                        .toList();
        var sum =
                java.util.stream.Stream.concat(nightly.stream(), priced.extra().stream())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var taxes =
                sum.multiply(hotel.taxPercent())
                        .divide(HUNDRED, hotel.decimals(), RoundingMode.HALF_UP);
        return asked.priced(nightly, priced.extra(), taxes);
    }

    static List<BigDecimal> zeros(int nights) {
        return Collections.nCopies(nights, BigDecimal.ZERO);
    }

    private static RatePlan leader(Map<String, RatePlan> plans, RatePlan plan) {
        if (plan.parent() == null) {
            return plan;
        }
        var leader = plans.get(plan.parent());
        if (leader == null) {
            throw new Refusal(409, "NO_PRICE", "rate plan " + plan.id() + " follows none");
        }
        return leader;
    }

    private Map<String, Map<LocalDate, PlanNight>> held(List<String> plans, Content asked) {
        var held = new HashMap<String, Map<LocalDate, PlanNight>>();
        nights.plans(plans, asked.arrival(), asked.departure())
                .forEach(
                        n ->
                                held.computeIfAbsent(n.plan(), plan -> new HashMap<>())
                                        .put(n.night(), n));
        return held;
    }
}
