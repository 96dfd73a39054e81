package io.serai.console.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.content.PartId;
import java.util.List;
import java.util.stream.StreamSupport;

/** What the contract says of a value: how a form asks for it. */
final class ContentSchema {

    private ContentSchema() {}

    /** How it is asked for, as {@link ContentField} says. */
    static String kind(JsonNode schema) {
        return switch (schema.path("type").asText(schema.has("enum") ? "string" : "")) {
            case "object" ->
                    schema.has("properties")
                            ? "group"
                            : schema.path("additionalProperties").isObject() ? "texts" : "json";
            case "array" -> list(schema.path("items"));
            case "boolean" -> "yes";
            case "integer", "number" -> "number";
            default -> text(schema);
        };
    }

    private static String list(JsonNode items) {
        String kind = kind(items);
        if (kind.equals("choice")) {
            return "checks";
        }
        return kind.equals("group") || kind.equals("rows") ? "rows" : "words";
    }

    private static String text(JsonNode schema) {
        if (schema.has("enum")) {
            return "choice";
        }
        if (schema.path("format").asText().equals("date")) {
            return "date";
        }
        return schema.path("pattern").asText().startsWith("^([01][0-9]|2[0-3]):") ? "time" : "text";
    }

    /** Of which one or some are said. */
    static List<String> choices(JsonNode schema) {
        JsonNode list =
                schema.has("items") ? schema.path("items").path("enum") : schema.path("enum");
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }

    /**
     * A field by its path: {@code address.line1} as <i>Address, line 1</i>, {@code bedrooms.0.kind}
     * as <i>Bedrooms 1, kind</i>, {@code about.pt} as <i>About, Portuguese</i>.
     */
    static String path(String field) {
        StringBuilder words = new StringBuilder();
        for (String step : field.split("\\.")) {
            if (words.isEmpty()) {
                words.append(words(step));
            } else if (step.matches("[0-9]{1,6}")) {
                words.append(' ').append(Integer.parseInt(step) + 1);
            } else {
                words.append(", ")
                        .append(
                                Languages.isOne(step) && !step.equals("to")
                                        ? Languages.called(step)
                                        : words(step).toLowerCase(java.util.Locale.ROOT));
            }
        }
        return words.toString();
    }

    /** {@code checkIn} as <i>Check in</i>, {@code good-to-know} as <i>Good to know</i>. */
    static String words(String name) {
        if (name.equals("own")) {
            return "For one channel alone";
        }
        if (name.equals(PartId.PRODUCT)) {
            return "Plan by room";
        }
        String spaced =
                name.replaceAll("([a-z])([A-Z0-9])", "$1 $2")
                        .replace('-', ' ')
                        .toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
