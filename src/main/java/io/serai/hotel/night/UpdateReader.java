package io.serai.hotel.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands one element of a request, or says what is wrong with it. */
final class UpdateReader {

    private static final Set<String> KNOWN =
            Set.of(
                    "product",
                    "room",
                    "roomType",
                    "ratePlan",
                    "night",
                    "from",
                    "to",
                    "weekdays",
                    "set",
                    "version");

    private final HotelNights hotel;
    private final ValueReader values;
    private final SpanReader spans;
    private final Faults faults;

    UpdateReader(HotelNights hotel, Faults faults) {
        this.hotel = hotel;
        this.values = new ValueReader(hotel.currency(), hotel.digits(), faults);
        this.spans = new SpanReader(hotel, faults);
        this.faults = faults;
    }

    /** The element; null where something is wrong with it, which is told to the faults. */
    @Nullable NightUpdate read(String where, JsonNode element) {
        long before = faults.count();
        if (!(element instanceof ObjectNode update)) {
            faults.add(where, "update", element.toString(), "an object");
            return null;
        }
        update.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!KNOWN.contains(name)) {
                                faults.add(where, name, "this field", "one of " + KNOWN);
                            }
                        });
        Sold sold = sold(where, update);
        SpanReader.Span span = spans.read(where, update);
        Map<NightField, NightValue> set =
                sold == null ? Map.of() : set(where, sold, update.path("set"));
        String version = version(where, update);
        return faults.count() > before || sold == null || span == null
                ? null
                : new NightUpdate(sold, span.from(), span.to(), span.weekdays(), set, version);
    }

    private @Nullable Sold sold(String where, ObjectNode update) {
        boolean rates = hotel.table() == NightTable.RATES;
        String key = rates ? "product" : "room";
        if (update.has(key)) {
            String id = update.path(key).asText();
            Sold sold = hotel.sold(id).orElse(null);
            if (sold == null) {
                faults.add(where, key, "'" + id + "'", "the id of one of the hotel's");
            } else {
                same(where, update, "roomType", sold.roomType());
                same(where, update, "ratePlan", sold.ratePlan());
            }
            return sold;
        }
        String roomType = update.path("roomType").asText();
        String ratePlan = rates ? update.path("ratePlan").asText() : null;
        Sold sold = hotel.byCode().get(ratePlan == null ? roomType : roomType + '\n' + ratePlan);
        if (sold == null) {
            faults.add(
                    where,
                    rates ? "roomType, ratePlan" : "roomType",
                    "'" + roomType + "'" + (ratePlan == null ? "" : ", '" + ratePlan + "'"),
                    "codes that the hotel sells by, or " + key);
        }
        return sold;
    }

    private void same(String where, ObjectNode update, String name, @Nullable String code) {
        if (update.has(name) && !update.get(name).asText().equals(code)) {
            faults.add(
                    where,
                    name,
                    update.get(name).toString(),
                    code == null ? "none" : "'" + code + "', or none, as the id says");
        }
    }

    private Map<NightField, NightValue> set(String where, Sold sold, JsonNode set) {
        Map<NightField, NightValue> named = new LinkedHashMap<>();
        if (!(set instanceof ObjectNode fields) || fields.isEmpty()) {
            faults.add(
                    where,
                    "set",
                    set.isMissingNode() ? "missing" : set.toString(),
                    "an object " + fieldNames());
            return named;
        }
        for (NightField field : hotel.table().fields()) {
            if (field.kind() == ValueKind.PRICES) {
                spans.either(where + ".set", fields, field.word(), field.singular());
            }
        }
        fields.properties()
                .forEach(
                        entry ->
                                hotel.table()
                                        .field(entry.getKey())
                                        .ifPresentOrElse(
                                                field -> {
                                                    NightValue value =
                                                            values.read(
                                                                    where,
                                                                    sold,
                                                                    field,
                                                                    entry.getKey(),
                                                                    entry.getValue());
                                                    if (value != null) {
                                                        named.put(field, value);
                                                    }
                                                },
                                                () -> unknown(where, entry.getKey())));
        return named;
    }

    private void unknown(String where, String name) {
        faults.add(where, "set." + name, "this field", fieldNames());
    }

    private String fieldNames() {
        return "of " + hotel.table().fields().stream().map(NightField::word).toList();
    }

    private @Nullable String version(String where, ObjectNode update) {
        JsonNode version = update.path("version");
        if (version.isMissingNode() || version.isNull()) {
            return null;
        }
        if (!update.has("night")) {
            faults.add(where, "version", version.toString(), "none, or a single night");
        }
        return version.asText();
    }
}
