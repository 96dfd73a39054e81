package io.serai.console.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what was entered into a {@link ContentForm}; what was left empty is not said, and what
 * cannot be meant is kept as it is, for the contract to refuse.
 */
final class ContentEntered {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<String>> entered;

    ContentEntered(Map<String, List<String>> entered) {
        this.entered = entered;
    }

    /** The content of a part. */
    ObjectNode read(JsonNode schema) {
        return read(schema, "") instanceof ObjectNode said
                ? said
                : JsonNodeFactory.instance.objectNode();
    }

    private @Nullable JsonNode read(JsonNode schema, String name) {
        return switch (ContentSchema.kind(schema)) {
            case "group" -> group(schema, name.isEmpty() ? "" : name + ".");
            case "texts" -> texts(name + ".");
            case "rows" -> rows(schema.path("items"), name);
            case "checks" -> list(all(name).stream());
            case "words" -> list(Stream.of(text(name).split("[,\\s]+")));
            case "json" -> json(text(name));
            case "yes" ->
                    text(name).isEmpty() ? null : BooleanNode.valueOf(text(name).equals("true"));
            case "number" -> number(text(name));
            default -> text(text(name), schema.path("pattern").asText());
        };
    }

    private @Nullable JsonNode group(JsonNode schema, String before) {
        ObjectNode group = JsonNodeFactory.instance.objectNode();
        schema.path("properties")
                .properties()
                .forEach(
                        each -> {
                            JsonNode said = read(each.getValue(), before + each.getKey());
                            if (said != null) {
                                group.set(each.getKey(), said);
                            }
                        });
        return group.isEmpty() ? null : group;
    }

    private @Nullable JsonNode texts(String before) {
        ObjectNode texts = JsonNodeFactory.instance.objectNode();
        entered.keySet().stream()
                .filter(name -> name.startsWith(before) && !text(name).isEmpty())
                .sorted()
                .forEach(name -> texts.put(name.substring(before.length()), text(name)));
        return texts.isEmpty() ? null : texts;
    }

    private @Nullable JsonNode rows(JsonNode item, String name) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; isThere(name + "." + row + "."); row++) {
            JsonNode said = read(item, name + "." + row);
            if (said != null) {
                rows.add(said);
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    private boolean isThere(String before) {
        return entered.keySet().stream().anyMatch(name -> name.startsWith(before));
    }

    private static @Nullable JsonNode list(Stream<String> values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        values.map(String::strip).filter(value -> !value.isEmpty()).forEach(list::add);
        return list.isEmpty() ? null : list;
    }

    private static @Nullable JsonNode number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("-?[0-9]{1,9}")
                ? IntNode.valueOf(Integer.parseInt(text))
                : TextNode.valueOf(text);
    }

    /** Who writes 12,50 means 12.50, where that is what is expected. */
    private static @Nullable JsonNode text(String text, String pattern) {
        if (text.isEmpty()) {
            return null;
        }
        String dotted = text.replace(',', '.');
        boolean meant = !pattern.isEmpty() && !text.matches(pattern) && dotted.matches(pattern);
        return TextNode.valueOf(meant ? dotted : text);
    }

    private static @Nullable JsonNode json(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException unreadable) {
            return TextNode.valueOf(text);
        }
    }

    private List<String> all(String name) {
        return entered.getOrDefault(name, List.of());
    }

    private String text(String name) {
        return all(name).stream().findFirst().map(String::strip).orElse("");
    }
}
