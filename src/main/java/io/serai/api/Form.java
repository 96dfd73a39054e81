package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.Days;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a request says, field by field; what cannot be meant is a 422 that names the field.
 */
final class Form {

    /** Signs of a text at most, where nothing else is said. */
    private static final int LONGEST_TEXT = 2_000;

    /** Digits of a number at most. */
    private static final int LONGEST = 40;

    private final JsonNode body;
    private final String within;

    private Form(JsonNode body, String within, Set<String> known) {
        this.body = body;
        this.within = within;
        body.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw refusal(name, "unknown", "one of " + new TreeSet<>(known));
                            }
                        });
    }

    /**
     * @param known the names that may stand in it
     * @throws Problem 422 when another one does
     */
    static Form of(@Nullable ObjectNode body, Set<String> known) {
        if (body == null) {
            throw Problem.bad("body: none (expected: an object as the contract says)");
        }
        return new Form(body, "", known);
    }

    /** What a request names wrongly. */
    Problem refusal(String field, String met, String expected) {
        return new Problem(
                        422,
                        "Cannot be meant",
                        "%s%s: %s (expected: %s)".formatted(within, field, met, expected))
                .with("field", within + field)
                .with("expected", expected);
    }

    /** Whether a field is named, be it as null. */
    boolean names(String field) {
        return body.has(field);
    }

    private @Nullable JsonNode at(String field) {
        JsonNode found = body.get(field);
        return found == null || found.isNull() ? null : found;
    }

    /** An object within; null for none. */
    @Nullable Form form(String field, Set<String> known) {
        JsonNode found = at(field);
        if (found != null && !found.isObject()) {
            throw refusal(field, found.toString(), "an object with " + new TreeSet<>(known));
        }
        return found == null ? null : new Form(found, within + field + ".", known);
    }

    /** What is said for each element of a list; null for no list. */
    <T> @Nullable List<T> list(String field, String expected, Function<JsonNode, T> each) {
        JsonNode found = at(field);
        if (found == null) {
            return null;
        }
        if (!found.isArray() || found.isEmpty()) {
            throw refusal(field, found.toString(), expected);
        }
        List<T> list = new ArrayList<>();
        found.forEach(element -> list.add(each.apply(element)));
        return list;
    }

    /** The objects of a list. */
    List<Form> forms(String field, Set<String> known) {
        List<Form> forms =
                list(
                        field,
                        "a list of objects with " + new TreeSet<>(known) + ", or null",
                        element -> new Form(element, within + field + ".", known));
        return forms == null ? List.of() : forms;
    }

    @Nullable String text(String field) {
        return text(field, LONGEST_TEXT);
    }

    /** A text of so many characters at most. */
    @Nullable String text(String field, int longest) {
        JsonNode found = at(field);
        if (found != null && (!found.isTextual() || found.asText().isBlank())) {
            throw refusal(field, found.toString(), "a text");
        }
        return found == null ? null : demandLength(field, found.asText().strip(), longest);
    }

    /** A text, where it has so many characters at most. */
    String demandLength(String field, String text, int longest) {
        if (text.length() > longest) {
            throw refusal(
                    field, text.length() + " characters", "at most " + longest + " characters");
        }
        return text;
    }

    /** One of some words. */
    String word(String field, String otherwise, List<String> words) {
        String said = text(field);
        if (said != null && !words.contains(said)) {
            throw refusal(field, "'" + said + "'", "one of " + words);
        }
        return said == null ? otherwise : said;
    }

    boolean flag(String field, boolean otherwise) {
        JsonNode found = at(field);
        if (found != null && !found.isBoolean()) {
            throw refusal(field, found.toString(), "true or false");
        }
        return found == null ? otherwise : found.asBoolean();
    }

    @Nullable Integer whole(String field, int least, int most) {
        JsonNode found = at(field);
        if (found == null) {
            return null;
        }
        if (!found.isIntegralNumber()
                || !found.canConvertToInt()
                || found.intValue() < least
                || found.intValue() > most) {
            throw refusal(field, found.toString(), "a whole number from " + least + " to " + most);
        }
        return found.intValue();
    }

    /** A number written as a text or as a number, with so many decimals at most. */
    @Nullable BigDecimal decimal(String field, int decimals, String expected) {
        JsonNode found = at(field);
        if (found == null) {
            return null;
        }
        BigDecimal number = number(found);
        BigDecimal said = number == null ? null : number.stripTrailingZeros();
        if (said == null || said.scale() > decimals || said.precision() - said.scale() > 12) {
            throw refusal(field, found.toString(), expected);
        }
        return said;
    }

    /**
     * A number written as a text or as a number; null for none. {@code 1e999999999} is a short
     * text, and takes a billion digits as soon as somebody writes it down.
     */
    static @Nullable BigDecimal number(JsonNode said) {
        String text = said.asText();
        if (text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Math.abs((long) number.precision() - number.scale()) > LONGEST ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    LocalDate night(String field, @Nullable LocalDate otherwise) {
        String said = text(field);
        try {
            if (said != null) {
                return Days.parse(said);
            }
        } catch (DateTimeParseException wrong) {
            throw refusal(field, "'" + said + "'", "a night as YYYY-MM-DD");
        }
        if (otherwise == null) {
            throw refusal(field, "missing", "a night as YYYY-MM-DD");
        }
        return otherwise;
    }
}
