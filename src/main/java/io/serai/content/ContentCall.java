package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.PortJson;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that a part needs; or, without a port, how a look at it ends.
 *
 * @param port the channel's port; null: nothing is sent
 * @param request what it gets, as JSON
 * @param create whether it makes the part
 * @param reads whether it only looks what is there
 * @param fields the fields that it tells
 * @param values the values of the part's fields
 * @param state how the look ends where nothing is sent
 * @param words why
 */
record ContentCall(
        @Nullable String port,
        String request,
        boolean create,
        boolean reads,
        List<String> fields,
        Map<String, JsonNode> values,
        SyncState state,
        @Nullable String words) {

    /** Nothing is sent. */
    static ContentCall none(SyncState state, @Nullable String words) {
        return new ContentCall(null, "", false, false, List.of(), Map.of(), state, words);
    }

    /** A port is asked that tells no fields. */
    static ContentCall step(String port, String request) {
        return new ContentCall(
                port, request, false, false, List.of(), Map.of(), SyncState.WAITING, null);
    }

    /** A port is asked what is there. */
    static ContentCall reading(String port, ContentRequest request) {
        return new ContentCall(
                port,
                PortJson.write(request),
                false,
                true,
                List.of(),
                Map.of(),
                SyncState.WAITING,
                null);
    }
}
