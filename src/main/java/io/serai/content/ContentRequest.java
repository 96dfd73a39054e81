package io.serai.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.channel.PushRequest.Target;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One part of a hotel's content for one connection: what the port {@code content-push} takes.
 * {@code mappings/schema/content-push.json} says the same of its JSON.
 *
 * @param hotel the channel's number of the hotel; null while the channel has none
 * @param target whether it is meant for a live hotel
 * @param part which part it is
 * @param create whether it is to be made
 * @param again whether an earlier call to make it was not answered, so that it may be there
 * @param changed the fields that differ from what the channel accepted last, at least one
 * @param content the whole part as the channel is to have it
 * @param configuration what the connection's configuration says for content ports
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentRequest(
        @Nullable String hotel,
        Target target,
        Part part,
        boolean create,
        boolean again,
        List<String> changed,
        ObjectNode content,
        Map<String, String> configuration) {

    /**
     * A part of a hotel's content at a channel.
     *
     * @param kind its kind, as {@code room}
     * @param id the hotel's code of it
     * @param remote the channel's own id of it; null while it has none
     * @param room product: the channel's id of the room type
     * @param ratePlan product: the channel's id of the rate plan
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            String kind,
            String id,
            @Nullable String remote,
            @Nullable String room,
            @Nullable String ratePlan) {}

    public ContentRequest {
        changed = List.copyOf(changed);
        configuration = Map.copyOf(configuration);
    }
}
