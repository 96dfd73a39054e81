package io.serai.hotel.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.night.NightField;
import io.serai.hotel.night.NightTable;
import io.serai.hotel.night.NightValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Nights in a row, with what they were before a change.
 *
 * @param id what is sold there
 * @param from the first
 * @param to the last, included
 * @param before the values they had
 * @param version the version they have since
 */
record KeptNights(
        int id, LocalDate from, LocalDate to, Map<NightField, NightValue> before, String version) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<KeptNights> of(BulkPlan plan) {
        List<KeptNights> kept = new ArrayList<>();
        for (BulkPlan.Change change : plan.changes()) {
            Map<NightField, NightValue> before = new LinkedHashMap<>();
            change.set().keySet().forEach(field -> before.put(field, value(change, field)));
            LocalDate night = change.before().night();
            KeptNights one =
                    new KeptNights(
                            change.before().sold().id(),
                            night,
                            night,
                            before,
                            change.after().version());
            KeptNights last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (last != null && last.goesOn(one)) {
                kept.set(
                        kept.size() - 1,
                        new KeptNights(last.id, last.from, night, before, last.version));
            } else {
                kept.add(one);
            }
        }
        return kept;
    }

    private static NightValue value(BulkPlan.Change change, NightField field) {
        NightValue value = change.before().values().get(field);
        return value == null ? NightValue.NONE : value;
    }

    private boolean goesOn(KeptNights next) {
        return id == next.id
                && to.plusDays(1).equals(next.from)
                && version.equals(next.version)
                && before.equals(next.before);
    }

    static String written(List<KeptNights> all) {
        ArrayNode array = JSON.createArrayNode();
        for (KeptNights kept : all) {
            ObjectNode node = array.addObject();
            node.put("id", kept.id);
            node.put("from", kept.from.toString());
            node.put("to", kept.to.toString());
            node.put("version", kept.version);
            ObjectNode before = node.putObject("before");
            kept.before.forEach((field, value) -> put(before, field.word(), value));
        }
        return array.toString();
    }

    private static void put(ObjectNode before, String word, NightValue value) {
        if (value instanceof NightValue.Count count) {
            before.put(word, count.number());
        } else if (value instanceof NightValue.Prices prices) {
            prices.minor().forEach(before.putArray(word)::add);
        } else {
            before.putNull(word);
        }
    }

    static List<KeptNights> read(NightTable table, String text) {
        List<KeptNights> all = new ArrayList<>();
        for (JsonNode node : tree(text)) {
            Map<NightField, NightValue> before = new LinkedHashMap<>();
            node.path("before")
                    .properties()
                    .forEach(
                            entry ->
                                    before.put(
                                            table.named(entry.getKey()), value(entry.getValue())));
            all.add(
                    new KeptNights(
                            node.path("id").asInt(),
                            LocalDate.parse(node.path("from").asText()),
                            LocalDate.parse(node.path("to").asText()),
                            before,
                            node.path("version").asText()));
        }
        return all;
    }

    private static NightValue value(JsonNode value) {
        if (value.isArray()) {
            List<Long> minor = new ArrayList<>();
            value.forEach(price -> minor.add(price.isNull() ? null : price.longValue()));
            return new NightValue.Prices(minor);
        }
        return value.isNull() ? NightValue.NONE : new NightValue.Count(value.intValue());
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
