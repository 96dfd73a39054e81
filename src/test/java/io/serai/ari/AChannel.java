package io.serai.ari;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.serai.channel.ChannelDefinition;
import io.serai.channel.FieldRule;
import io.serai.channel.Level;
import io.serai.channel.PriceBasis;
import io.serai.channel.RequestRule;
import io.serai.channel.RequestRule.Counted;
import io.serai.channel.RequestRule.Span;
import io.serai.channel.Sending;
import io.serai.channel.Substitute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A channel made up for a test: counts and restrictions in one request, prices in another. */
final class AChannel {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                    .build();

    private final Map<String, FieldRule> fields = new LinkedHashMap<>();
    private final Map<String, RequestRule> requests = new LinkedHashMap<>();
    private List<Set<String>> together = List.of();
    private Set<Span> one = Set.of(Span.HOTEL, Span.MONTH);
    private boolean weekdays;
    private Integer updates;
    private Counted counted = Counted.RANGES;

    AChannel() {
        fields.put("rooms", at(Level.ROOM, "availability", null, 0, 254));
        fields.put("room-closed", at(Level.ROOM, "availability", null, null, null));
        for (String word : List.of("closed", "cta", "ctd")) {
            fields.put(word, at(Level.PRODUCT, "availability", null, null, null));
        }
        for (String word : List.of("min-through", "max-through", "min-arrival", "max-arrival")) {
            fields.put(word, at(Level.PRODUCT, "availability", 0, 0, 31));
        }
        prices(Sending.ELEMENT);
    }

    private static FieldRule at(
            Level level, String request, Integer none, Integer min, Integer max) {
        return new FieldRule(level, request, null, Sending.ELEMENT, none, min, max, null);
    }

    AChannel prices(Sending sending) {
        fields.put("price", price(PriceBasis.OCCUPANCY, "rates", sending));
        fields.put("offset", price(PriceBasis.OCCUPANCY, "offsets", sending));
        fields.put("stay-price", price(PriceBasis.STAY, "rates", Sending.VECTOR));
        return this;
    }

    private static FieldRule price(PriceBasis per, String request, Sending sending) {
        return new FieldRule(Level.PRODUCT, request, per, sending, null, null, null, null);
    }

    AChannel emptiesClosedRooms() {
        fields.put(
                "room-closed",
                new FieldRule(
                        Level.ROOM,
                        "availability",
                        null,
                        Sending.ELEMENT,
                        null,
                        null,
                        null,
                        true,
                        false,
                        null));
        return this;
    }

    AChannel keepsStays() {
        fields.put(
                "stay-price",
                new FieldRule(
                        Level.PRODUCT,
                        "rates",
                        PriceBasis.STAY,
                        Sending.VECTOR,
                        null,
                        null,
                        null,
                        false,
                        true,
                        null));
        return this;
    }

    AChannel notTaking(String field, Substitute substitute) {
        fields.put(
                field,
                new FieldRule(null, null, null, Sending.ELEMENT, null, null, null, substitute));
        return this;
    }

    AChannel together(String... group) {
        together = List.of(Set.of(group));
        return this;
    }

    AChannel one(Span... spans) {
        one = Set.of(spans);
        return this;
    }

    AChannel weekdays() {
        weekdays = true;
        return this;
    }

    AChannel countsValues() {
        counted = Counted.VALUES;
        return this;
    }

    AChannel updates(Integer most) {
        updates = most;
        return this;
    }

    /** Prices go with the restrictions. */
    AChannel inOneRequest() {
        fields.put("price", price(PriceBasis.OCCUPANCY, "availability", Sending.ELEMENT));
        return this;
    }

    ChannelDefinition definition() {
        for (String request : List.of("availability", "rates", "offsets")) {
            requests.put(
                    request, new RequestRule(one, weekdays, updates, counted, null, null, null));
        }
        return JSON.convertValue(
                Map.of(
                        "code", "made-up",
                        "fields", fields,
                        "requests", requests,
                        "together", together),
                ChannelDefinition.class);
    }

    Terms terms(Remote remote) {
        return new Terms(definition(), remote, true);
    }

    static Remote room(int id) {
        return new Remote(
                id, "room-" + id, null, id, false, Pricing.PER_DAY, Pricing.PER_DAY, 2, 1);
    }

    static Remote room(int id, Allotment allotment) {
        return new Remote(
                id,
                "room-" + id,
                null,
                id,
                false,
                Pricing.PER_DAY,
                Pricing.PER_DAY,
                2,
                1,
                allotment);
    }

    static Remote rate(int id, Pricing plan, Pricing pricing, int guests, int longestStay) {
        return new Remote(
                id, "room-1", "rate-" + id, id, false, plan, pricing, guests, longestStay);
    }

    static Remote rate(int id) {
        return rate(id, Pricing.OCCUPANCY, Pricing.OCCUPANCY, 2, 1);
    }
}
