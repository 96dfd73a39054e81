package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A part as fields and back: the path of a value, joined by dots; a list is one value. */
final class ContentFields {

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}(-[A-Z]{2})?");

    private ContentFields() {}

    /** The values of a part, each under its path; what says nothing is not there. */
    static SortedMap<String, JsonNode> flat(ObjectNode part) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        flatten("", part, fields);
        return fields;
    }

    private static void flatten(String path, ObjectNode object, Map<String, JsonNode> fields) {
        for (Map.Entry<String, JsonNode> each : object.properties()) {
            String at = path + each.getKey();
            if (each.getValue() instanceof ObjectNode below) {
                flatten(at + ".", below, fields);
            } else if (!each.getValue().isNull()) {
                fields.put(at, each.getValue());
            }
        }
    }

    /** The part that has these fields. */
    static ObjectNode whole(Map<String, JsonNode> fields) {
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        fields.forEach(
                (field, value) -> {
                    ObjectNode at = part;
                    String[] names = field.split("[.]");
                    for (int i = 0; i < names.length - 1; i++) {
                        at = at.withObjectProperty(names[i]);
                    }
                    at.set(names[names.length - 1], value);
                });
        return part;
    }

    /** The language of a field that is one of a text in several; empty for any other. */
    static Optional<String> language(ObjectNode part, String field) {
        int dot = field.lastIndexOf('.');
        if (dot < 0 || !LANGUAGE.matcher(field.substring(dot + 1)).matches()) {
            return Optional.empty();
        }
        JsonNode texts = part.at("/" + field.substring(0, dot).replace('.', '/'));
        boolean all =
                texts.properties().stream()
                        .allMatch(
                                each ->
                                        LANGUAGE.matcher(each.getKey()).matches()
                                                && each.getValue().isTextual());
        return all ? Optional.of(field.substring(dot + 1)) : Optional.empty();
    }
}
