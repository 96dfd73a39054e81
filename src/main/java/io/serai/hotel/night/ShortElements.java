package io.serai.hotel.night;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;

/** Refuses an element so long that it could not be held in memory. */
final class ShortElements extends JsonParserDelegate {

    private static final int DEPTH_OF_ELEMENTS = 2;
    private static final int MOST_TOKENS = 20_000;

    private int depth;
    private int tokens;

    ShortElements(JsonParser parser) {
        super(parser);
    }

    @Override
    public JsonToken nextToken() throws IOException {
        JsonToken token = super.nextToken();
        if (token != null && token.isStructStart()) {
            depth++;
        } else if (token != null && token.isStructEnd()) {
            depth--;
        }
        tokens = depth <= DEPTH_OF_ELEMENTS ? 0 : tokens + 1;
        if (tokens > MOST_TOKENS) {
            throw new JsonParseException(
                    this, "an element of more than " + MOST_TOKENS + " (expected: fewer) tokens");
        }
        return token;
    }

    @Override
    public String nextFieldName() throws IOException {
        return nextToken() == JsonToken.FIELD_NAME ? currentName() : null;
    }
}
