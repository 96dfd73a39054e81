package io.serai.console.today;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts into words what was sent for a range of nights. */
final class SentWords {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SentWords() {}

    /**
     * @param sent the values by field, as {@code attempt_ranges.sent} keeps them
     */
    static String of(String sent) {
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : read(sent).properties()) {
            words.add(field(field.getKey(), field.getValue()));
        }
        return String.join(", ", words);
    }

    private static JsonNode read(String sent) {
        try {
            return JSON.readTree(sent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was sent is not readable as JSON", e);
        }
    }

    private static String field(String name, JsonNode value) {
        return switch (name) {
            case "rooms" -> value.asText() + " to sell";
            case "room-closed" -> value.asBoolean() ? "room type closed" : "room type open";
            case "closed" -> value.asBoolean() ? "closed" : "open";
            case "price" -> prices(value);
            case "offset" -> "by guests " + amounts(value);
            case "stay-price" -> "prices by length of stay";
            case "min-through" -> stay("min stay", value);
            case "max-through" -> stay("max stay", value);
            case "min-arrival" -> stay("min stay on arrival", value);
            case "max-arrival" -> stay("max stay on arrival", value);
            case "cta" -> value.asBoolean() ? "no arrival" : "arrival free";
            case "ctd" -> value.asBoolean() ? "no departure" : "departure free";
            default -> name + " " + value;
        };
    }

    private static String stay(String what, JsonNode nights) {
        boolean none = nights.asInt() == 0 || what.startsWith("min") && nights.asInt() == 1;
        return none ? "no " + what : what + " " + nights.asInt();
    }

    private static String prices(JsonNode prices) {
        return prices.has("room") && prices.size() == 1
                ? "price " + prices.path("room").asText()
                : "price " + amounts(prices);
    }

    private static String amounts(JsonNode byGuests) {
        List<String> words = new ArrayList<>();
        byGuests.properties()
                .forEach(each -> words.add(each.getValue().asText() + " for " + each.getKey()));
        return String.join(", ", words);
    }
}
