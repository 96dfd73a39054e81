package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Names and numbers of rooms that a request changes; those it does not name stay. */
final class RoomsPatch {

    private final ObjectNode body;

    /**
     * @param known the names that may stand in it
     * @throws Problem 400 when there is none, or another one
     */
    RoomsPatch(@Nullable ObjectNode body, Set<String> known) {
        if (body == null || body.isEmpty()) {
            throw Problem.bad("body: empty (expected: one of " + new TreeSet<>(known) + ")");
        }
        body.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!known.contains(name)) {
                                throw Problem.bad(
                                        "%s: not to be changed (expected: one of %s)"
                                                .formatted(name, new TreeSet<>(known)));
                            }
                        });
        this.body = body;
    }

    /**
     * A number of rooms.
     *
     * @param now what it is where the request does not name it
     * @throws Problem 400 when it is none
     */
    int rooms(String name, int now) {
        return body.has(name) ? number(name, body.get(name), "0 to 32767 rooms") : now;
    }

    /**
     * A text.
     *
     * @param now what it is where the request does not name it
     * @throws Problem 400 when it is none
     */
    String text(String name, String now) {
        JsonNode said = body.get(name);
        if (said != null && !said.isTextual()) {
            throw Problem.bad("%s: %s (expected: a text)".formatted(name, said));
        }
        return said == null ? now : said.asText().strip();
    }

    /** As {@link #rooms}, where there may also be none. */
    @Nullable Integer roomsOrNone(String name, @Nullable Integer now) {
        JsonNode said = body.get(name);
        if (said == null) {
            return now;
        }
        return said.isNull() ? null : number(name, said, "0 to 32767 rooms, or null for none");
    }

    static int number(String name, @Nullable JsonNode said, String expected) {
        if (said == null
                || !said.isIntegralNumber()
                || !said.canConvertToInt()
                || said.intValue() < 0
                || said.intValue() > Short.MAX_VALUE) {
            throw Problem.bad("%s: %s (expected: %s)".formatted(name, said, expected));
        }
        return said.intValue();
    }
}
