package io.serai.content;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.ContentKind;
import io.serai.channel.PhotoRule;
import io.serai.channel.PortJson;
import io.serai.content.photo.PhotosInMessage;
import io.serai.content.photo.PhotosInMessage.Told;
import io.serai.content.photo.PhotosMoved;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The photos of a hotel where a channel takes them with the message of the hotel itself: a field
 * that nobody writes, {@code photos}, which changes with them.
 */
@Component
class ContentPhotos {

    private static final String FIELD = "photos";

    private final JdbcClient jdbc;
    private final PhotosInMessage photos;
    private final SyncedConnections connections;
    private final Channels channels;
    private final ContentOffers offers;
    private final ObjectMapper json;

    ContentPhotos(
            JdbcClient jdbc,
            PhotosInMessage photos,
            SyncedConnections connections,
            Channels channels,
            ContentOffers offers,
            ObjectMapper json) {
        this.jdbc = jdbc;
        this.photos = photos;
        this.connections = connections;
        this.channels = channels;
        this.offers = offers;
        this.json = json;
    }

    /** Adds them to what a channel is to have of a part, where it takes them so. */
    SortedMap<String, JsonNode> with(
            SortedMap<String, JsonNode> wanted,
            PartId part,
            ContentKind kind,
            Channel channel,
            JdbcClient session,
            int hotel,
            int connection) {
        PhotoRule rule = channel.definition().photos();
        if (rule != null && part.kind().equals(PartId.PROPERTY) && kind.takes(FIELD)) {
            List<Told> told =
                    photos.of(session, hotel, connection, rule).stream()
                            .map(it -> inItsLanguages(it, kind))
                            .toList();
            if (!told.isEmpty()) {
                wanted.put(FIELD, json.valueToTree(told));
            }
        }
        return wanted;
    }

    private static Told inItsLanguages(Told photo, ContentKind kind) {
        var captions = new TreeMap<>(photo.captions());
        captions.keySet().removeIf(language -> !kind.takesLanguage(language));
        return new Told(photo.id(), photo.url(), captions);
    }

    /** Notes which photos a channel took with a message. */
    void taken(SyncedPart part, ContentCall call) {
        if (part.isProperty() && call.request() != null) {
            Message message = PortJson.read(call.request(), Message.class);
            if (message.content() != null && message.content().photos() != null) {
                photos.taken(jdbc, part.connection(), message.content().photos());
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Message(@Nullable Content content) {

        @JsonIgnoreProperties(ignoreUnknown = true)
        private record Content(@Nullable List<Told> photos) {}
    }

    /** Has the message of the hotel looked at again once its photos were told or judged. */
    @EventListener
    void moved(PhotosMoved moved) {
        connections
                .find(moved.connection())
                .filter(this::takesThem)
                .ifPresent(
                        one ->
                                jdbc.sql(
                                                """
                                                update content_syncs set next_try_at = now(), tries = 0, state = 'waiting'
                                                 where connection_id = ? and kind = 'property' and ask is null and next_try_at is null
                                                """)
                                        .param(one.id())
                                        .update());
    }

    private boolean takesThem(SyncedConnection one) {
        return channels.findByCode(one.provider())
                .map(it -> offers.kinds(it, one.account()).get(PartId.PROPERTY))
                .filter(it -> it.takes(FIELD))
                .isPresent();
    }
}
