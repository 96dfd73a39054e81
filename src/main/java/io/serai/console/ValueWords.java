package io.serai.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.hotel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What channels are told of nights, field by field, in words for people. */
public final class ValueWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OFFSET = "offset";

    private ValueWords() {}

    /**
     * A message's values.
     *
     * @param sent by field, as {@code attempt_ranges.sent} keeps them
     * @param currency of the connection
     */
    public static String sent(String sent, @Nullable String currency) {
        List<String> words = new ArrayList<>();
        for (var field : read(sent).properties()) {
            words.add(field(field.getKey(), field.getValue(), currency));
        }
        return String.join(", ", words);
    }

    /**
     * One value, as what was refused or shown otherwise is kept: amounts in minor units.
     *
     * @param field as {@code rooms}, {@code min-through} or {@code price:2}
     */
    public static String one(String field, String value, String currency) {
        String[] of = field.split(":", 2);
        boolean isNumber = value.matches("-?[0-9]{1,18}");
        if (isNumber && (of[0].equals("price") || of[0].equals(OFFSET))) {
            return what(field) + " " + Money.of(Long.parseLong(value), currency);
        }
        return isNumber ? field(of[0], JSON.valueToTree(Integer.valueOf(value)), currency) : value;
    }

    /** A field's name, as min stay. */
    public static String what(String field) {
        String[] of = field.split(":", 2);
        String name =
                switch (of[0]) {
                    case "room-closed" -> "closed room type";
                    case "min-through" -> "min stay";
                    case "max-through" -> "max stay";
                    case "min-arrival" -> "min stay on arrival";
                    case "max-arrival" -> "max stay on arrival";
                    case "cta" -> "closed to arrival";
                    case "ctd" -> "closed to departure";
                    case "stay-price" -> "prices by length of stay";
                    case OFFSET -> "price difference";
                    default -> of[0].replace('-', ' ');
                };
        return of.length == 1 ? name : name + " for " + of[1];
    }

    private static JsonNode read(String sent) {
        try {
            return JSON.readTree(sent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was sent is not readable as JSON", e);
        }
    }

    private static String field(String name, JsonNode value, @Nullable String currency) {
        boolean yes = value.isNumber() ? value.asInt() == 1 : value.asBoolean();
        return switch (name) {
            case "rooms" -> value.asText() + " to sell";
            case "room-closed" -> yes ? "room type closed" : "room type open";
            case "closed" -> yes ? "closed" : "open";
            case "price" -> prices(value, currency);
            case OFFSET -> "by guests " + amounts(value, currency);
            case "stay-price" -> what(name);
            case "min-through", "max-through", "min-arrival", "max-arrival" -> stay(name, value);
            case "cta" -> yes ? "no arrival" : "arrival free";
            case "ctd" -> yes ? "no departure" : "departure free";
            default -> name + " " + value;
        };
    }

    private static String stay(String field, JsonNode nights) {
        boolean none = nights.asInt() == 0 || field.startsWith("min") && nights.asInt() == 1;
        return none ? "no " + what(field) : what(field) + " " + nights.asInt();
    }

    private static String prices(JsonNode prices, @Nullable String currency) {
        return prices.has("room") && prices.size() == 1
                ? "price " + amount(prices.path("room"), currency)
                : "price " + amounts(prices, currency);
    }

    private static String amounts(JsonNode byGuests, @Nullable String currency) {
        List<String> words = new ArrayList<>();
        byGuests.properties()
                .forEach(
                        each ->
                                words.add(
                                        amount(each.getValue(), currency)
                                                + " for "
                                                + each.getKey()));
        return String.join(", ", words);
    }

    private static String amount(JsonNode value, @Nullable String currency) {
        String text = value.asText();
        return text.matches("-?[0-9]+([.][0-9]+)?")
                ? Money.of(new BigDecimal(text), currency)
                : text;
    }
}
