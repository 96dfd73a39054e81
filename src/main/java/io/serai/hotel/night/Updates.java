package io.serai.hotel.night;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.function.BiConsumer;

/** The elements of a request, given one after the other as they come in. */
public interface Updates {

    /**
     * Gives each element once, in their order.
     *
     * @param each takes where it stands, and what it says
     * @throws IOException when it does not come in whole, or cannot be parsed
     */
    void read(BiConsumer<String, JsonNode> each) throws IOException;

    /** A request of one element. */
    static Updates one(JsonNode element) {
        return each -> each.accept("update", element);
    }
}
