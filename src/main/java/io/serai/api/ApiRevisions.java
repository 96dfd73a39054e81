package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.reservation.feed.FedBookings;
import io.serai.reservation.feed.FedRevision;
import io.serai.reservation.feed.FeedReader;
import io.serai.reservation.feed.FeedWish;
import io.serai.reservation.feed.NoSuchRevision;
import io.serai.reservation.feed.RevisionFeed;
import java.util.List;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The revisions of a hotel's reservations, for systems that take them one after the other. */
@Component("apiRevisions")
public class ApiRevisions {

    private final Targets targets;
    private final TenantSession tenants;
    private final FedBookings bookings;

    ApiRevisions(Targets targets, TenantSession tenants, FedBookings bookings) {
        this.targets = targets;
        this.tenants = tenants;
        this.bookings = bookings;
    }

    /**
     * A page of them with their bookings, the earliest first.
     *
     * @param after those after this one; null: from the first
     * @param untaken whether only those that the reader has not acknowledged
     * @param name the reader's; null: who asks
     */
    public Page list(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("after") @Nullable String after,
            @Header("limit") @Nullable String limit,
            @Header("unacknowledged") @Nullable String untaken,
            @Header("reader") @Nullable String name) {
        int key = targets.hotel(caller, hotel);
        int most = HeldQuestion.limit(limit);
        String reader = FeedNames.reader(caller, name);
        FeedWish wish =
                new FeedWish(
                        after == null ? 0 : FeedNames.revision("after", after),
                        FeedNames.flag("unacknowledged", untaken) ? reader : null,
                        most + 1);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    RevisionFeed feed = new RevisionFeed(session, key);
                    long latest = feed.latest();
                    List<FedRevision> found = feed.read(wish);
                    boolean more = found.size() > most;
                    List<FedRevision> shown = found.subList(0, Math.min(most, found.size()));
                    long last = shown.isEmpty() ? 0 : shown.get(shown.size() - 1).key();
                    return new Page(
                            reader,
                            Long.toString(new FeedReader(session, key, reader).upTo()),
                            bookings.complete(session, shown),
                            more,
                            Long.toString(more ? last : Math.max(last, latest)));
                });
    }

    /** One of them, with its booking. */
    public FedRevision one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("revision") String id) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    FedRevision found =
                            new RevisionFeed(session, key)
                                    .find(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0)
                                    .orElseThrow(() -> Problem.unknown("revision", id));
                    return bookings.complete(session, List.of(found)).get(0);
                });
    }

    /**
     * Acknowledges what the reader has made its own; committed when it is answered.
     *
     * @throws Problem 404 when a revision is none of the hotel's: nothing is acknowledged then
     */
    public Taken acknowledge(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("reader") @Nullable String name,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        String reader = FeedNames.reader(caller, name);
        Form form = Form.of(body, Set.of("upTo", "revisions"));
        String upTo = form.text("upTo");
        List<Long> single =
                form.list("revisions", "a list of ids of revisions", ApiRevisions::revision);
        if (upTo == null && single == null) {
            throw form.refusal("upTo", "missing", "the id of a revision, here or in revisions");
        }
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        new Taken(
                                reader,
                                Long.toString(
                                        acknowledge(
                                                session,
                                                key,
                                                reader,
                                                upTo == null ? 0 : FeedNames.revision("upTo", upTo),
                                                single == null ? List.of() : single))));
    }

    private static long acknowledge(
            JdbcClient session, int hotel, String reader, long upTo, List<Long> single) {
        try {
            return new FeedReader(session, hotel, reader).acknowledge(upTo, single);
        } catch (NoSuchRevision none) {
            throw new Problem(404, "No such revision", String.valueOf(none.getMessage()))
                    .with("latestRevision", Long.toString(none.latest()));
        }
    }

    private static long revision(JsonNode id) {
        return FeedNames.revision("revisions", id.isTextual() ? id.asText() : id.toString());
    }

    /**
     * Revisions, the earliest first.
     *
     * @param acknowledgedUpTo up to where the reader has acknowledged all; 0: not the first
     * @param more whether others follow: they are after the last of these
     * @param countedUpTo what a system counts up to that has made these, and all before them, its
     *     own
     */
    public record Page(
            String reader,
            String acknowledgedUpTo,
            List<FedRevision> revisions,
            boolean more,
            String countedUpTo) {}

    /** Up to where a reader has acknowledged all. */
    public record Taken(String reader, String acknowledgedUpTo) {}
}
