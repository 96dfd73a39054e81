package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import io.serai.channel.PushRequest.Target;
import io.serai.content.ContentRequest.Part;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes what content ports get. */
@Component
class ContentRequests {

    private final RemoteIds ids;
    private final ContentOffers offers;
    private final ObjectMapper json;

    ContentRequests(RemoteIds ids, ContentOffers offers, ObjectMapper json) {
        this.ids = ids;
        this.offers = offers;
        this.json = json;
    }

    /**
     * Of a part.
     *
     * @param remote the channel's own id of it
     * @param create whether it is made
     * @param changed the fields it is about
     * @param content the whole of it, field by field
     * @param told what the connection's configuration says
     */
    ContentRequest of(
            SyncedPart sync,
            PartId part,
            ContentKind rule,
            @Nullable String remote,
            boolean create,
            List<String> changed,
            SortedMap<String, JsonNode> content,
            Map<String, String> told) {
        return new ContentRequest(
                sync.remoteHotel(),
                target(sync),
                new Part(
                        part.kind(),
                        part.code(),
                        sync.isProperty() ? sync.remoteHotel() : remote,
                        ids.other(sync.connection(), part, rule, PartId.ROOM),
                        ids.other(sync.connection(), part, rule, PartId.RATE_PLAN)),
                create,
                create && sync.begun(),
                changed,
                ContentFields.whole(content),
                told);
    }

    /** Of a step of making a hotel. */
    ContentCall step(SyncedPart sync, Channel channel, Map<String, String> told) {
        return channel.definition().content().creation().stream()
                .filter(step -> step.name().equals(sync.part().code()) && step.port() != null)
                .filter(step -> offers.isOffered(channel, sync.account(), step.port()))
                .findFirst()
                .map(
                        step -> {
                            var request = json.createObjectNode();
                            request.put("hotel", sync.remoteHotel());
                            request.put("target", target(sync).word());
                            request.set("configuration", json.valueToTree(told));
                            return ContentCall.step(step.port(), request.toString());
                        })
                .orElseGet(
                        () ->
                                ContentCall.none(
                                        SyncState.BROKEN,
                                        "the channel has no step '"
                                                + sync.part().code()
                                                + "' now"));
    }

    /** What of a connection's configuration content ports are told. */
    Map<String, String> told(SyncedPart sync, Channel channel) throws JsonProcessingException {
        JsonNode configuration = json.readTree(sync.configuration());
        return channel.definition().content().told(key -> configuration.path(key).asText(null));
    }

    private static Target target(SyncedPart sync) {
        return sync.test() ? Target.TEST : Target.PRODUCTION;
    }
}
