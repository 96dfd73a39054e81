package io.serai.channel.request;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Looks at what a hotel wants done with a reservation once more, before it is asked anew. */
public interface AskingAnew {

    /**
     * What is against it now; null when nothing is. Works in the transaction in which it is begun.
     *
     * @param request the key of the request, which itself counts as not done
     * @param wish in the words of its port
     */
    @Nullable String against(long request, long reservation, String action, JsonNode wish);
}
