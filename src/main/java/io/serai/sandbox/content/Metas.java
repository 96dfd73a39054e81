package io.serai.sandbox.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.wire.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What the modules list of categories, units, beds, facilities and charges. */
final class Metas {

    final JsonNode property = read("property");
    final JsonNode rooms = read("rooms");
    final JsonNode facilities = read("facilities");
    final JsonNode charges = read("charges");

    /** The entry of a list whose member has this value. */
    static Optional<JsonNode> entry(JsonNode list, String member, JsonNode value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(entry -> entry.path(member).equals(value))
                .findFirst();
    }

    private static JsonNode read(String module) {
        var file = "/sandbox/content/" + module + "-meta.json";
        try (InputStream source = Metas.class.getResourceAsStream(file)) {
            return Json.read(
                    java.util.Objects.requireNonNull(source, file).readAllBytes(), JsonNode.class);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read", e);
        }
    }
}
