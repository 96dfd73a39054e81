package io.serai.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.ContentKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows what channels hold of a hotel's content; in the caller's transaction. */
@Component
public class ContentStates {

    private final ContentBook book;
    private final ContentOffers offers;
    private final StateRows rows;
    private final Channels channels;
    private final ContentPhotos photos;

    ContentStates(
            ContentBook book,
            ContentOffers offers,
            StateRows rows,
            Channels channels,
            ContentPhotos photos) {
        this.book = book;
        this.offers = offers;
        this.rows = rows;
        this.channels = channels;
        this.photos = photos;
    }

    /** Of a connection that was taken in. */
    public ContentState of(JdbcClient session, int connection) {
        return of(session, connection, part -> true);
    }

    /**
     * The same of some parts.
     *
     * @param which those whose state is shown
     */
    public ContentState of(JdbcClient session, int connection, Predicate<PartId> which) {
        SyncedConnection one = rows.connection(session, connection);
        Optional<Channel> channel = channels.findByCode(one.provider());
        Map<String, ContentKind> kinds =
                channel.map(it -> offers.kinds(it, one.account())).orElse(Map.of());
        HotelContent content = book.of(session, one.hotel());
        Map<String, StateRows.Row> syncs = rows.syncs(session, connection);
        List<PartState> parts = new ArrayList<>();
        for (Map.Entry<String, ContentKind> kind : kinds.entrySet()) {
            ContentKind rule = kind.getValue();
            for (PartId part : content.ofKind(kind.getKey()).stream().filter(which).toList()) {
                SortedMap<String, JsonNode> wanted =
                        photos.with(
                                content.wanted(part, rule, channel.orElseThrow().folder()),
                                part,
                                rule,
                                channel.orElseThrow(),
                                session,
                                one.hotel(),
                                connection);
                parts.add(part(session, syncs.get(rows.key(part)), part, rule, wanted));
            }
        }
        return new ContentState(
                Integer.toString(connection),
                one.provider(),
                one.remoteHotel(),
                parts,
                channel.map(it -> new ManagedThere(it, kinds).of(content)).orElse(List.of()),
                channel.map(it -> unread(it, kinds.keySet())).orElse(List.of()),
                channel.map(it -> rows.creation(session, connection, it)).orElse(null));
    }

    private static List<ContentState.Unread> unread(Channel channel, Set<String> kinds) {
        return channel.definition().content().unread().entrySet().stream()
                .filter(it -> kinds.contains(it.getKey().split("[.]")[0]))
                .map(it -> new ContentState.Unread(it.getKey(), it.getValue()))
                .toList();
    }

    private PartState part(
            JdbcClient session,
            StateRows.@Nullable Row row,
            PartId part,
            ContentKind rule,
            SortedMap<String, JsonNode> wanted) {
        Map<String, PartState.Field> held = row == null ? Map.of() : rows.fields(session, row.id());
        SortedSet<String> all = new TreeSet<>(wanted.keySet());
        all.addAll(held.keySet());
        boolean made = row != null && row.state().equals(SyncState.SETTLED.word());
        List<PartState.Field> fields =
                all.stream()
                        .map(
                                field ->
                                        field(
                                                field,
                                                wanted.get(field),
                                                held.get(field),
                                                made && rule.isFixed(field) ? "fixed" : "open"))
                        .toList();
        return row == null
                ? new PartState(
                        null, part.name(), "waiting", null, null, null, null, null, null, fields)
                : new PartState(
                        Long.toString(row.id()),
                        part.name(),
                        row.state(),
                        row.words(),
                        row.remote(),
                        row.reference(),
                        row.sentAt(),
                        row.readAt(),
                        row.nextTryAt(),
                        fields);
    }

    /**
     * What was settled of another value than the hotel's says nothing of this one.
     *
     * @param untold the state of a value that the channel was not told
     */
    private static PartState.Field field(
            String field, @Nullable JsonNode ours, PartState.@Nullable Field held, String untold) {
        if (held == null) {
            return new PartState.Field(field, untold, ours, null, null, null, null, null);
        }
        boolean same = held.state().equals("unknown") || Objects.equals(ours, held.ours());
        String other = Objects.equals(ours, held.theirs()) ? "accepted" : untold;
        return new PartState.Field(
                field,
                same ? held.state() : other,
                ours,
                held.theirs(),
                same ? held.code() : null,
                same ? held.words() : null,
                held.reference(),
                held.settledAt());
    }
}
