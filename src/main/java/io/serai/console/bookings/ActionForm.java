package io.serai.console.bookings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** A form for what an action needs, made of its JSON schema, and what was entered there. */
final class ActionForm {

    private static final int EMPTY_ROWS = 2;

    private final JsonNode needs;

    ActionForm(JsonNode needs) {
        this.needs = needs;
    }

    /**
     * Its inputs, in the order of the schema.
     *
     * @param begin what they begin with, by their names
     */
    List<ActionField> fields(JsonNode begin) {
        return fields(needs, "", begin);
    }

    private static List<ActionField> fields(JsonNode schema, String before, JsonNode begin) {
        List<ActionField> fields = new ArrayList<>();
        schema.path("properties")
                .properties()
                .forEach(
                        each ->
                                fields.add(
                                        field(
                                                schema,
                                                each.getKey(),
                                                each.getValue(),
                                                before,
                                                begin.path(each.getKey()))));
        return fields;
    }

    private static ActionField field(
            JsonNode schema, String name, JsonNode said, String before, JsonNode begin) {
        return new ActionField(
                before + name,
                said.path("title").asText(words(name)),
                said.path("description").asText(""),
                kind(said),
                texts(schema.path("required")).contains(name),
                begin.isValueNode() ? begin.asText() : "",
                texts(said.path("enum")),
                said.has("items") ? rows(said.path("items"), before + name, begin) : List.of());
    }

    private static List<List<ActionField>> rows(JsonNode item, String name, JsonNode begin) {
        List<List<ActionField>> rows = new ArrayList<>();
        for (int row = 0; row < begin.size() + EMPTY_ROWS; row++) {
            rows.add(fields(item, name + "." + row + ".", begin.path(row)));
        }
        return rows;
    }

    private static String kind(JsonNode said) {
        if (said.has("items")) {
            return "rows";
        }
        if (said.has("enum")) {
            return "choice";
        }
        if (said.path("type").asText().equals("boolean")) {
            return "yes";
        }
        return said.path("format").asText().equals("date") ? "date" : "text";
    }

    /** {@code card-invalid} as <i>Card invalid</i>. */
    static String words(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /** What was entered, as the action takes it; what was left empty is not said. */
    ObjectNode read(Map<String, String> entered) {
        return read(needs, "", entered);
    }

    private static ObjectNode read(JsonNode schema, String before, Map<String, String> entered) {
        ObjectNode wish = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .properties()
                .forEach(
                        each -> {
                            String name = before + each.getKey();
                            String text = entered.getOrDefault(name, "").strip();
                            switch (kind(each.getValue())) {
                                case "rows" ->
                                        wish.set(
                                                each.getKey(),
                                                rows(each.getValue().path("items"), name, entered));
                                case "yes" -> {
                                    if (!text.isEmpty()) {
                                        wish.put(each.getKey(), true);
                                    }
                                }
                                default -> {
                                    if (!text.isEmpty()) {
                                        wish.put(each.getKey(), decimal(text));
                                    }
                                }
                            }
                        });
        return wish;
    }

    /** A row of which something is left empty is left out. */
    private static ArrayNode rows(JsonNode item, String name, Map<String, String> entered) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; isThere(name + "." + row + ".", entered); row++) {
            ObjectNode one = read(item, name + "." + row + ".", entered);
            if (one.size() == item.path("properties").size()) {
                rows.add(one);
            }
        }
        return rows;
    }

    private static boolean isThere(String row, Map<String, String> entered) {
        return entered.keySet().stream().anyMatch(name -> name.startsWith(row));
    }

    /** Who writes 133,50 means 133.50. */
    private static String decimal(String text) {
        return text.matches("[0-9]+,[0-9]{1,3}") ? text.replace(',', '.') : text;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
    }
}
