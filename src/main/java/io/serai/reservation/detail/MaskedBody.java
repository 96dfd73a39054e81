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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a message for people to read, without who it is about, without cards, and without what is
 * paid: who may see that sees it where payments are shown.
 */
public final class MaskedBody {

    private static final String MASK = "•••";

    /** All of these is masked, with all that is in them. */
    private static final Set<String> PEOPLE =
            Set.of("booker", "guest", "remarks", "notes", "loyalty", "card");

    /** What is paid, and by whom. */
    private static final Set<String> MONEY = Set.of("payment", "commission");

    /** What is asked of channels about money: how much is given back. */
    private static final Set<String> ASKED_MONEY = Set.of("amount");

    private final ObjectMapper json;

    public MaskedBody(ObjectMapper json) {
        this.json = json;
    }

    /** A reservation as a channel told it. */
    public String told(IncomingReservation said) {
        return written(json.valueToTree(said), union(PEOPLE, MONEY));
    }

    /** What a channel was asked to do with a reservation, or what it answered. */
    public String asked(JsonNode body) {
        return written(body.deepCopy(), union(PEOPLE, MONEY, ASKED_MONEY));
    }

    @SafeVarargs
    private static Set<String> union(Set<String>... lists) {
        return Stream.of(lists).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    private String written(JsonNode body, Set<String> secret) {
        try {
            return SecretMask.mask(
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(masked(body, secret, false)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode masked(JsonNode node, Set<String> secret, boolean hidden) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            each ->
                                    each.setValue(
                                            masked(
                                                    each.getValue(),
                                                    secret,
                                                    hidden || secret.contains(each.getKey()))));
            return object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i), secret, hidden));
            }
            return array;
        }
        return hidden && !node.isNull() ? TextNode.valueOf(MASK) : node;
    }
}
