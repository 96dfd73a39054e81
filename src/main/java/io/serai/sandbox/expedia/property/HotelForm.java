package io.serai.sandbox.expedia.property;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.wire.Refusal;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A hotel as the control face is told of it; only names, currency, account and ids are needed. */
record HotelForm(
        String name,
        String currency,
        List<String> accounts,
        @Nullable String timeZone,
        @Nullable String status,
        @Nullable PricingModel pricing,
        boolean net,
        boolean taxInclusive,
        @Nullable BigDecimal taxPercent,
        @Nullable Set<Collect> collects,
        boolean stayThrough,
        @Nullable Integer mostMinLos,
        @Nullable Boolean paymentFields,
        @Nullable JsonNode details,
        List<RoomForm> rooms) {

    HotelForm {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(rooms, "rooms");
        if (accounts == null || accounts.size() != 1) {
            throw new Refusal(400, "394", "accounts is " + accounts + " (expected: one account)");
        }
    }

    static HotelForm made(
            String account, String name, String currency, String timeZone, JsonNode settings) {
        String models = settings.path("distributionModels").toString();
        EnumSet<Collect> collects = EnumSet.noneOf(Collect.class);
        Stream.of(Collect.values())
                .filter(collect -> models.contains(collect.name() + "_COLLECT"))
                .forEach(collects::add);
        return new HotelForm(
                name,
                currency,
                List.of(account),
                timeZone,
                null,
                settings.path("pricingModel").asText().startsWith("OCCUPANCY")
                        ? PricingModel.OCCUPANCY
                        : null,
                settings.path("rateAcquisitionType").asText().equals("NET_RATE"),
                settings.path("taxInclusive").asBoolean(),
                null,
                collects.isEmpty() ? null : collects,
                false,
                null,
                null,
                null,
                List.of());
    }

    record RoomForm(
            String id,
            String name,
            @Nullable String partnerCode,
            int maxPersons,
            int baseAllocation,
            @Nullable JsonNode details,
            List<RateForm> rates) {

        RoomForm {
            Objects.requireNonNull(id, "rooms.id");
            Objects.requireNonNull(name, "rooms.name");
            Objects.requireNonNull(rates, "rooms.rates");
        }
    }

    record RateForm(
            String id,
            String name,
            @Nullable PricingModel pricing,
            @Nullable Set<Collect> collects,
            @Nullable Boolean active,
            @Nullable String parent,
            boolean linked,
            @Nullable BigDecimal discount,
            @Nullable Integer baseGuests,
            @Nullable BigDecimal extraGuest,
            @Nullable BigDecimal leastRate,
            @Nullable BigDecimal mostRate,
            @Nullable Integer leastLos,
            @Nullable Integer mostLos,
            @Nullable JsonNode details) {

        RateForm {
            Objects.requireNonNull(id, "rooms.rates.id");
            Objects.requireNonNull(name, "rooms.rates.name");
        }

        RatePlan plan(HotelForm hotel) {
            return new RatePlan(
                    id,
                    name,
                    or(pricing, hotel.pricingOrDefault()),
                    or(collects, hotel.collectsOrDefault()),
                    or(active, true),
                    parent,
                    linked,
                    or(discount, BigDecimal.ZERO),
                    or(baseGuests, 2),
                    or(extraGuest, BigDecimal.ZERO),
                    leastRate,
                    mostRate,
                    or(leastLos, 1),
                    or(mostLos, 28),
                    text(details));
        }
    }

    PricingModel pricingOrDefault() {
        return or(pricing, PricingModel.PER_DAY);
    }

    Set<Collect> collectsOrDefault() {
        return or(collects, Set.of(Collect.EXPEDIA));
    }

    static String text(@Nullable JsonNode details) {
        return details == null ? "{}" : details.toString();
    }

    static <T> T or(@Nullable T told, T usual) {
        return told == null ? usual : told;
    }
}
