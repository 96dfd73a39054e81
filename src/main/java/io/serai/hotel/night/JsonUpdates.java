package io.serai.hotel.night;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.function.BiConsumer;

/** Reads {@code {"updates": [...]}} one element at a time; only one is ever in memory. */
public final class JsonUpdates implements Updates {

    private final ObjectMapper json;
    private final Reader body;

    public JsonUpdates(ObjectMapper json, Reader body) {
        this.json = json;
        this.body = body;
    }

    @Override
    public void read(BiConsumer<String, JsonNode> each) throws IOException {
        try (JsonParser parser = new ShortElements(json.createParser(body))) {
            demand(parser, parser.nextToken(), JsonToken.START_OBJECT);
            demand(parser, parser.nextToken(), JsonToken.FIELD_NAME);
            if (!parser.currentName().equals("updates")) {
                throw new JsonParseException(
                        parser, "'" + parser.currentName() + "' (expected: only updates)");
            }
            demand(parser, parser.nextToken(), JsonToken.START_ARRAY);
            for (long number = 0; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                JsonNode element = json.readTree(parser);
                each.accept("updates[" + number + "]", element);
            }
            demand(parser, parser.nextToken(), JsonToken.END_OBJECT);
            JsonToken more = parser.nextToken();
            if (more != null) {
                throw new NightsRefused(
                        List.of(new Fault("body", "after updates", more.toString(), "its end")), 0);
            }
        }
    }

    private static void demand(JsonParser parser, JsonToken met, JsonToken expected)
            throws JsonParseException {
        if (met != expected) {
            throw new JsonParseException(parser, met + " (expected: " + expected + ")");
        }
    }
}
