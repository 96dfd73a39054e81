package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import io.serai.channel.PortJson;
import io.serai.channel.PushRequest.Target;
import io.serai.content.ContentRequest.Part;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a part has a connection's channel asked: its difference, or why nothing is sent. */
@Component
class ContentCalls {

    /**
     * A call that is to be made; or, without a port, how the look ends.
     *
     * @param port the channel's port; null: nothing is sent
     * @param request what it gets, as JSON
     * @param create whether it makes the part
     * @param fields the fields that it tells
     * @param values the values of the part's fields
     * @param state how the look ends where nothing is sent
     * @param words why
     */
    record Call(
            @Nullable String port,
            String request,
            boolean create,
            List<String> fields,
            Map<String, JsonNode> values,
            SyncState state,
            @Nullable String words) {

        private static Call none(SyncState state, @Nullable String words) {
            return new Call(null, "", false, List.of(), Map.of(), state, words);
        }

        private static Call step(String port, String request) {
            return new Call(port, request, false, List.of(), Map.of(), SyncState.WAITING, null);
        }
    }

    private final JdbcClient jdbc;
    private final ContentBook book;
    private final HeldBook held;
    private final RemoteIds ids;
    private final ContentOffers offers;
    private final ObjectMapper json;

    ContentCalls(
            JdbcClient jdbc,
            ContentBook book,
            HeldBook held,
            RemoteIds ids,
            ContentOffers offers,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.book = book;
        this.held = held;
        this.ids = ids;
        this.offers = offers;
        this.json = json;
    }

    /** What a claimed part leads to. */
    Call of(SyncedPart sync, Channel channel) throws JsonProcessingException {
        if (sync.ask() != null && sync.request() != null) {
            return Call.step(sync.ask(), sync.request());
        }
        Map<String, String> told = told(sync, channel);
        if (sync.isStep()) {
            return step(sync, channel, told);
        }
        ContentKind rule = offers.kinds(channel, sync.account()).get(sync.part().kind());
        if (rule == null) {
            return Call.none(
                    SyncState.BROKEN,
                    "the channel takes no " + sync.part().kind() + " of this account now");
        }
        HotelContent content = book.of(jdbc, sync.hotel());
        PartId part =
                content.parts().keySet().stream()
                        .filter(it -> isSame(it, sync.part()))
                        .findFirst()
                        .orElse(null);
        if (part == null) {
            return Call.none(SyncState.SETTLED, null);
        }
        return part(sync, channel, rule, part, content, told);
    }

    private Call part(
            SyncedPart sync,
            Channel channel,
            ContentKind rule,
            PartId part,
            HotelContent content,
            Map<String, String> told) {
        String remote = remote(sync, rule, part);
        boolean there =
                sync.isProperty() || !rule.create() ? sync.remoteHotel() != null : remote != null;
        if (!there && !(rule.create() && sync.mayCreate())) {
            return Call.none(SyncState.ABSENT, null);
        }
        if (sync.remoteHotel() == null && !sync.isProperty()) {
            return Call.none(SyncState.LACKING, "the hotel is not at the channel yet");
        }
        Map<String, HeldField> known = held.of(sync.id());
        SortedMap<String, JsonNode> wanted = content.wanted(part, rule, channel.folder());
        ContentDifference difference = ContentDifference.of(rule, wanted, known, !there);
        if (difference.changed().isEmpty() && there) {
            return Call.none(SyncState.SETTLED, null);
        }
        boolean refused =
                known.values().stream().anyMatch(it -> it.refuses(wanted.get(it.field())));
        if (difference.changed().isEmpty() || !difference.lacking().isEmpty()) {
            return Call.none(
                    refused ? SyncState.REFUSED : SyncState.LACKING,
                    "lacks " + String.join(", ", difference.lacking()));
        }
        Optional<String> missing = missing(sync, rule, part, content);
        if (missing.isPresent()) {
            return Call.none(SyncState.LACKING, missing.get() + " is not at the channel yet");
        }
        ContentRequest request =
                new ContentRequest(
                        sync.remoteHotel(),
                        target(sync),
                        new Part(
                                part.kind(),
                                part.code(),
                                sync.isProperty() ? sync.remoteHotel() : remote,
                                other(sync, rule, part, PartId.ROOM),
                                other(sync, rule, part, PartId.RATE_PLAN)),
                        !there,
                        !there && sync.begun(),
                        difference.changed(),
                        ContentFields.whole(difference.content()),
                        told);
        return new Call(
                rule.port(),
                PortJson.write(request),
                !there,
                difference.changed(),
                wanted,
                SyncState.WAITING,
                null);
    }

    private Call step(SyncedPart sync, Channel channel, Map<String, String> told) {
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
                            return Call.step(step.port(), request.toString());
                        })
                .orElseGet(
                        () ->
                                Call.none(
                                        SyncState.BROKEN,
                                        "the channel has no step '"
                                                + sync.part().code()
                                                + "' now"));
    }

    private @Nullable String remote(SyncedPart sync, ContentKind rule, PartId part) {
        return rule.create() && !sync.isProperty()
                ? ids.of(sync.connection(), part).orElse(null)
                : null;
    }

    /** The room type or rate plan that a product needs and the channel does not have. */
    private Optional<String> missing(
            SyncedPart sync, ContentKind rule, PartId part, HotelContent content) {
        if (!part.kind().equals(PartId.PRODUCT)) {
            return Optional.empty();
        }
        return content.parts().keySet().stream()
                .filter(it -> rule.after().contains(it.kind()))
                .filter(
                        it ->
                                part.roomType() != null && part.roomType().equals(it.roomType())
                                        || part.ratePlan() != null
                                                && part.ratePlan().equals(it.ratePlan()))
                .filter(it -> ids.of(sync.connection(), it).isEmpty())
                .map(PartId::name)
                .findFirst();
    }

    private @Nullable String other(SyncedPart sync, ContentKind rule, PartId part, String kind) {
        if (!part.kind().equals(PartId.PRODUCT) || !rule.after().contains(kind)) {
            return null;
        }
        boolean room = kind.equals(PartId.ROOM);
        return ids.of(
                        sync.connection(),
                        new PartId(
                                kind,
                                room ? part.roomType() : null,
                                room ? null : part.ratePlan(),
                                ""))
                .orElse(null);
    }

    private static Target target(SyncedPart sync) {
        return sync.test() ? Target.TEST : Target.PRODUCTION;
    }

    private Map<String, String> told(SyncedPart sync, Channel channel)
            throws JsonProcessingException {
        JsonNode configuration = json.readTree(sync.configuration());
        return channel.definition().content().told(key -> configuration.path(key).asText(null));
    }

    private static boolean isSame(PartId one, PartId other) {
        return one.kind().equals(other.kind())
                && Objects.equals(one.roomType(), other.roomType())
                && Objects.equals(one.ratePlan(), other.ratePlan());
    }
}
