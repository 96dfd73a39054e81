package io.serai.reservation.detail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.serai.reservation.IncomingReservation;
import io.serai.vault.SecretMask;
import java.util.Set;

/** Writes a message for people to read, without who it is about and without cards. */
final class MaskedBody {

    private static final String MASK = "•••";

    /** All of these is masked, with all that is in them. */
    private static final Set<String> PEOPLE =
            Set.of("booker", "guest", "remarks", "notes", "loyalty", "card");

    private final ObjectMapper json;

    MaskedBody(ObjectMapper json) {
        this.json = json;
    }

    String of(IncomingReservation said) {
        return of(json.valueToTree(said));
    }

    String of(JsonNode body) {
        try {
            return SecretMask.mask(
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(masked(body.deepCopy(), false)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode masked(JsonNode node, boolean hidden) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            each ->
                                    each.setValue(
                                            masked(
                                                    each.getValue(),
                                                    hidden || PEOPLE.contains(each.getKey()))));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i), hidden));
            }
            return array;
        }
        return hidden && !node.isNull() ? TextNode.valueOf(MASK) : node;
    }
}
