package io.serai.sandbox.expedia.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.sandbox.wire.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what an entity that came holds; what it does not name is not looked at. */
record Entity(ObjectNode json) {

    static Entity of(JsonNode body) {
        if (!(body instanceof ObjectNode object)) {
            throw RestRefusal.wrongType("body", "an object");
        }
        return new Entity(object);
    }

    static ObjectNode parse(String text) {
        return Json.read(text, ObjectNode.class);
    }

    /** An id as it is written: a number where it is one. */
    static JsonNode id(String id) {
        return id.matches("[0-9]{1,18}")
                ? JsonNodeFactory.instance.numberNode(Long.parseLong(id))
                : JsonNodeFactory.instance.textNode(id);
    }

    /** This entity with a merge patch on its top-level members: null and [] remove one. */
    Entity patched(JsonNode patch) {
        ObjectNode merged = json.deepCopy();
        of(patch)
                .json()
                .properties()
                .forEach(
                        member -> {
                            JsonNode value = member.getValue();
                            if (value.isNull() || value.isArray() && value.isEmpty()) {
                                merged.remove(member.getKey());
                            } else {
                                merged.set(member.getKey(), value);
                            }
                        });
        return new Entity(merged);
    }

    JsonNode required(String member) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() || value.isNull() || value.isContainerNode() && value.isEmpty()) {
            throw RestRefusal.missing(member);
        }
        return value;
    }

    String text(String member, int most) {
        return text(member, required(member), most);
    }

    static String text(String member, JsonNode value, int most) {
        if (!value.isTextual() || value.asText().isBlank() || value.asText().length() > most) {
            throw RestRefusal.wrongType(member, "1 to " + most + " letters");
        }
        return value.asText();
    }

    int number(String member, int least, int most) {
        JsonNode value = required(member);
        if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
            throw RestRefusal.wrongType(member, "a whole number from " + least + " to " + most);
        }
        return value.asInt();
    }

    /** One of the words; the usual one where the member is missing. */
    String word(String member, Set<String> words, @Nullable String usual) {
        JsonNode value = json.path(member);
        if (value.isMissingNode() && usual != null) {
            return usual;
        }
        return oneOf(member, required(member), words);
    }

    static String oneOf(String member, JsonNode value, Set<String> words) {
        if (!words.contains(value.asText())) {
            throw RestRefusal.unknown(member, value.asText());
        }
        return value.asText();
    }
}
