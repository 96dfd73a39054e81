package io.serai.sandbox.expedia.rest;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.expedia.property.Collect;
import io.serai.sandbox.expedia.property.Hotel;
import io.serai.sandbox.expedia.property.PricingModel;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the Product API demands of a rate plan. */
final class RatePlanRules {

    private static final Map<String, Collect> MODELS =
            Stream.of(Collect.values())
                    .collect(toUnmodifiableMap(Collect::word, Function.identity()));
    private static final Map<String, PricingModel> PRICING =
            Stream.of(PricingModel.values())
                    .filter(model -> model != PricingModel.PER_PERSON)
                    .collect(toUnmodifiableMap(PricingModel::word, Function.identity()));
    private static final Set<String> STATUS = Set.of("Active", "Inactive");
    private static final Set<String> TYPES = Set.of("Standalone", "Package", "Corporate");
    private static final Set<String> FEES =
            Set.of(
                    "None",
                    "1stNightRoomAndTax",
                    "2NightsRoomAndTax",
                    "10PercentCostOfStay",
                    "20PercentCostOfStay",
                    "30PercentCostOfStay",
                    "40PercentCostOfStay",
                    "50PercentCostOfStay",
                    "60PercentCostOfStay",
                    "70PercentCostOfStay",
                    "80PercentCostOfStay",
                    "90PercentCostOfStay",
                    "FullCostOfStay");
    private static final Pattern CODE = Pattern.compile("[a-zA-Z0-9._-]{1,10}");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_GUESTS = 20;
    private static final int LONGEST_STAY = 28;

    private RatePlanRules() {}

    /** Refuses what is missing or cannot be. */
    static void check(Hotel hotel, Entity plan) {
        plan.text("name", LONGEST_NAME);
        collects(hotel, plan);
        plan.word("status", STATUS, "Active");
        plan.word("type", TYPES, "Standalone");
        baseGuests(plan, pricing(hotel, plan));
        for (String member : new String[] {"minLOSDefault", "maxLOSDefault"}) {
            if (plan.json().has(member)) {
                plan.number(member, 1, LONGEST_STAY);
            }
        }
        JsonNode penalties = plan.json().path("cancelPolicy").path("defaultPenalties");
        penalties.forEach(RatePlanRules::penalty);
        if (penalties.isArray() && (penalties.isEmpty() || penalties.size() > 2)) {
            throw RestRefusal.wrongType("cancelPolicy.defaultPenalties", "1 or 2 penalties");
        }
    }

    private static void penalty(JsonNode penalty) {
        Entity.of(penalty).number("deadline", 0, 999);
        Entity.of(penalty).word("perStayFee", FEES, "None");
    }

    /** Who takes the money of its bookings; one that stands by itself needs all of its hotel's. */
    static Set<Collect> collects(Hotel hotel, Entity plan) {
        EnumSet<Collect> collects = EnumSet.noneOf(Collect.class);
        for (JsonNode rule : plan.required("distributionRules")) {
            Entity one = Entity.of(rule);
            Collect model = MODELS.get(one.word("distributionModel", MODELS.keySet(), null));
            String code = one.text("partnerCode", 10);
            if (!CODE.matcher(code).matches()) {
                throw RestRefusal.wrongType("distributionRules.partnerCode", CODE.pattern());
            }
            if (!hotel.collects().contains(model)) {
                throw RestRefusal.unknown("distributionRules.distributionModel", model.word());
            }
            collects.add(model);
        }
        if (!collects.equals(hotel.collects())) {
            throw RestRefusal.missing("distributionRules: one of each of the hotel's models");
        }
        return collects;
    }

    static PricingModel pricing(Hotel hotel, Entity plan) {
        return PRICING.getOrDefault(
                plan.word("pricingModel", PRICING.keySet(), hotel.pricing().word()),
                hotel.pricing());
    }

    /** Needed where a rate per day is told. */
    static int baseGuests(Entity plan, PricingModel pricing) {
        return pricing.byOccupancy() && !plan.json().has("occupantsForBaseRate")
                ? 2
                : plan.number("occupantsForBaseRate", 1, MOST_GUESTS);
    }
}
