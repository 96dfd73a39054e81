package io.serai.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Channel;
import io.serai.channel.ContentKind;
import io.serai.channel.PortJson;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a part has a connection's channel asked: its difference, or why nothing is sent. */
@Component
class ContentCalls {

    private final JdbcClient jdbc;
    private final ContentBook book;
    private final HeldBook held;
    private final RemoteIds ids;
    private final ContentOffers offers;
    private final ContentRequests requests;
    private final ContentPhotos photos;

    ContentCalls(
            JdbcClient jdbc,
            ContentBook book,
            HeldBook held,
            RemoteIds ids,
            ContentOffers offers,
            ContentRequests requests,
            ContentPhotos photos) {
        this.jdbc = jdbc;
        this.book = book;
        this.held = held;
        this.ids = ids;
        this.offers = offers;
        this.requests = requests;
        this.photos = photos;
    }

    /** What a claimed part leads to. */
    ContentCall of(SyncedPart sync, Channel channel) throws JsonProcessingException {
        if (sync.ask() != null && sync.request() != null) {
            return ContentCall.step(sync.ask(), sync.request());
        }
        Map<String, String> told = requests.told(sync, channel);
        if (sync.isStep()) {
            return requests.step(sync, channel, told);
        }
        ContentKind rule = offers.kinds(channel, sync.account()).get(sync.part().kind());
        if (rule == null) {
            return ContentCall.none(
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
            return ContentCall.none(SyncState.SETTLED, null);
        }
        return part(sync, channel, rule, part, content, told);
    }

    private ContentCall part(
            SyncedPart sync,
            Channel channel,
            ContentKind rule,
            PartId part,
            HotelContent content,
            Map<String, String> told) {
        String remote =
                PartId.SINGLE.contains(part.kind())
                        ? null
                        : ids.of(sync.connection(), part).orElse(null);
        boolean there =
                sync.isProperty() || !rule.create() ? sync.remoteHotel() != null : remote != null;
        if (!there && !(rule.create() && sync.mayCreate())) {
            return ContentCall.none(SyncState.ABSENT, null);
        }
        if (!there && sync.begun() && rule.unsure() != null) {
            return ContentCall.none(
                    SyncState.BROKEN, "it may have been made without an answer. " + rule.unsure());
        }
        if (sync.remoteHotel() == null && !sync.isProperty()) {
            return ContentCall.none(SyncState.LACKING, "the hotel is not at the channel yet");
        }
        Map<String, HeldField> known = held.of(sync.id());
        SortedMap<String, JsonNode> wanted =
                photos.with(
                        content.wanted(part, rule, channel.folder()),
                        part,
                        rule,
                        channel,
                        jdbc,
                        sync.hotel(),
                        sync.connection());
        if (there && sync.reading() != null && isRead(channel, sync, rule, wanted)) {
            return ContentCall.reading(
                    Objects.requireNonNull(rule.read()),
                    requests.of(
                            sync,
                            part,
                            rule,
                            remote,
                            false,
                            List.copyOf(wanted.keySet()),
                            wanted,
                            told));
        }
        ContentDifference difference = ContentDifference.of(rule, wanted, known, !there);
        boolean lacks = !difference.lacking().isEmpty();
        if (difference.changed().isEmpty() && there && !(lacks && sync.mayCreate())) {
            return ContentCall.none(SyncState.SETTLED, null);
        }
        if (lacks || difference.changed().isEmpty()) {
            return unsendable(difference, known, wanted);
        }
        Optional<String> missing = ids.missing(sync.connection(), part, rule, content);
        if (missing.isPresent()) {
            return ContentCall.none(
                    SyncState.LACKING, missing.get() + " is not at the channel yet");
        }
        ContentRequest request =
                requests.of(
                        sync,
                        part,
                        rule,
                        remote,
                        !there,
                        difference.changed(),
                        difference.content(),
                        told);
        return new ContentCall(
                rule.port(),
                PortJson.write(request),
                !there,
                false,
                difference.changed(),
                wanted,
                SyncState.WAITING,
                null);
    }

    private boolean isRead(
            Channel channel,
            SyncedPart sync,
            ContentKind rule,
            SortedMap<String, JsonNode> wanted) {
        return rule.read() != null
                && !wanted.isEmpty()
                && offers.isOffered(channel, sync.account(), rule.read());
    }

    /** Something is missing, or all of it was refused as it is. */
    private static ContentCall unsendable(
            ContentDifference difference,
            Map<String, HeldField> known,
            SortedMap<String, JsonNode> wanted) {
        boolean refused =
                known.values().stream().anyMatch(it -> it.refuses(wanted.get(it.field())));
        String lacking = "lacks " + String.join(", ", difference.lacking());
        return refused
                ? ContentCall.none(
                        SyncState.REFUSED, "nothing of it changed since the channel refused it")
                : ContentCall.none(SyncState.LACKING, lacking);
    }

    private static boolean isSame(PartId one, PartId other) {
        return one.kind().equals(other.kind())
                && Objects.equals(one.roomType(), other.roomType())
                && Objects.equals(one.ratePlan(), other.ratePlan());
    }
}
