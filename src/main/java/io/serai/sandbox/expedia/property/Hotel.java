package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A hotel with its room types by their id.
 *
 * @param status Active, Inactive, Onboarding or UnderConversion
 * @param net whether the hotel sends net rates; else rates as sold
 * @param stayThrough whether limits of stay hold for every night; else for the arrival's
 * @param mostMinLos the longest shortest stay that needs no approval; null: none does
 * @param paymentFields whether bookings have the payment fields of 2020
 * @param details a JSON object with what only the JSON faces know
 */
public record Hotel(
        long id,
        String account,
        String name,
        Currency currency,
        ZoneId timeZone,
        String status,
        PricingModel pricing,
        boolean net,
        boolean taxInclusive,
        BigDecimal taxPercent,
        Set<Collect> collects,
        boolean stayThrough,
        @Nullable Integer mostMinLos,
        boolean paymentFields,
        Map<String, RoomType> rooms,
        @JsonIgnore String details) {

    public LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /** Decimal places of the hotel's currency. */
    public int decimals() {
        return currency.getDefaultFractionDigits();
    }

    /** The plan's only id that Availability and Rates takes. */
    public String manageableId(RatePlan plan) {
        var collect =
                plan.collects().size() == 1
                        ? plan.collects().iterator().next()
                        : net ? Collect.EXPEDIA : Collect.HOTEL;
        return collect.idOf(plan.id());
    }

    /** The plan of a room type that has this id in XML, whichever of the two. */
    public Optional<RatePlan> plan(RoomType room, String xmlId) {
        return room.plans().values().stream()
                .filter(
                        plan ->
                                plan.collects().stream()
                                        .anyMatch(c -> c.idOf(plan.id()).equals(xmlId)))
                .findFirst();
    }
}
