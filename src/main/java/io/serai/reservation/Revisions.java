package io.serai.reservation;

import io.serai.reservation.History.Past;
import io.serai.reservation.IncomingReservation.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every revision of every reservation, sealed, in the order they were taken. */
@Repository
class Revisions {

    private final JdbcClient jdbc;
    private final People people;

    Revisions(JdbcClient jdbc, People people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    History of(KnownReservation known, ContentHash delivered, @Nullable String reference) {
        return known.revision() == 0
                ? new History(List.of())
                : new History(
                        jdbc.sql(
                                        """
                                        select content_hash = ? as same, coalesce(reference = ?, false) as request, acknowledged_at is not null as acknowledged, kind, received_at, changed_at
                                          from reservation_revisions where reservation_id = ? order by revision
                                        """)
                                .params(Arrays.asList(delivered.bytes(), reference, known.id()))
                                .query(
                                        (row, number) ->
                                                new Past(
                                                        row.getBoolean("same"),
                                                        row.getBoolean("request"),
                                                        row.getBoolean("acknowledged"),
                                                        Kind.valueOf(
                                                                row.getString("kind")
                                                                        .toUpperCase(Locale.ROOT)),
                                                        row.getObject(
                                                                        "received_at",
                                                                        OffsetDateTime.class)
                                                                .toInstant(),
                                                        instant(
                                                                row.getObject(
                                                                        "changed_at",
                                                                        OffsetDateTime.class))))
                                .list());
    }

    /** The last revision that says this, with or without its people; 0 where none does. */
    int saying(long accountId, IncomingReservation told) {
        return jdbc.sql(
                        """
                        select coalesce(max(revision), 0) from reservation_revisions
                         where account_id = ? and number = ? and content_hash in (?, ?)
                        """)
                .params(
                        accountId,
                        told.number(),
                        ContentHash.of(told).bytes(),
                        ContentHash.of(Nameless.of(told)).bytes())
                .query(Integer.class)
                .single();
    }

    /** What guests wrote in the revisions so far, oldest first; nothing once it was erased. */
    List<String> notes(KnownReservation known) {
        var key = known.personKey();
        return key == null || known.revision() == 0
                ? List.of()
                : jdbc
                        .sql(
                                "select body_sealed from reservation_revisions where reservation_id = ? order by revision")
                        .param(known.id())
                        .query(byte[].class)
                        .list()
                        .stream()
                        .flatMap(body -> people.openRevision(key, body).notes().stream())
                        .toList();
    }

    /** What its last revision that was no cancellation says. */
    IncomingReservation last(KnownReservation known) {
        var key = known.personKey();
        if (key == null) {
            throw new IllegalStateException(
                    "reservation " + known.number() + ": erased (expected: one with its key)");
        }
        return jdbc.sql(
                        """
                        select body_sealed from reservation_revisions
                         where reservation_id = ? and kind <> 'cancel' order by revision desc limit 1
                        """)
                .param(known.id())
                .query((row, number) -> people.openRevision(key, row.getBytes(1)))
                .single();
    }

    /**
     * Numbers revisions of a hotel in the order of their commits, until this transaction ends: what
     * is decided after it is decided by all revisions before.
     */
    void lockHotel(int hotelId) {
        jdbc.sql(
                        "select pg_advisory_xact_lock('reservation_revisions'::regclass::oid::integer, ?)::text")
                .param(hotelId)
                .query(String.class)
                .single();
    }

    /**
     * As {@link #add}, of the hotel's own: no channel waits to hear that it was taken.
     *
     * @param kind as in {@code reservation_revisions.kind}
     */
    void addDirect(
            KnownReservation known, IncomingReservation said, String kind, byte[] personKey) {
        lockHotel(Objects.requireNonNull(known.hotelId(), "hotel"));
        jdbc.sql(
                        """
                        insert into reservation_revisions (hotel_id, reservation_id, number, revision, kind, content_hash, body_sealed,
                                                           changed_at, acknowledged_at)
                        select hotel_id, id, number, revision + 1, :kind, :hash, :body, :changed, now() from reservations where id = :id
                        """)
                .param("kind", kind)
                .param("hash", ContentHash.of(said).bytes())
                .param("body", people.sealRevision(personKey, said))
                .param("changed", moment(said.changed()))
                .param("id", known.id())
                .update();
    }

    /**
     * The unique key (account, number, content, turn) refuses what two writers take for new. Those
     * of a hotel are numbered in the order of their commits: who has seen one has seen all before.
     * What was parked came when it was parked, so that those of a booking keep their order.
     */
    void add(
            long accountId,
            KnownReservation known,
            IncomingReservation revision,
            ContentHash hash,
            int turn,
            byte[] personKey,
            Delivery delivery,
            @Nullable Deadline deadline) {
        var parked = delivery instanceof Delivery.Replayed replayed ? replayed.parkedAt() : null;
        jdbc.sql(
                        """
                        insert into reservation_revisions (hotel_id, account_id, reservation_id, number, revision, kind,
                                                           content_hash, turn, body_sealed, reference, changed_at, expires_at, half_at, received_at)
                        select hotel_id, :account, id, number, revision + 1, :kind, :hash, :turn, :body, :reference,
                               :changed, :expires, :half, coalesce(:parked, clock_timestamp())
                          from reservations
                         cross join pg_advisory_xact_lock('reservation_revisions'::regclass::oid::integer, hotel_id) taken
                         where id = :id
                        """)
                .param("account", accountId)
                .param("kind", revision.kind().name().toLowerCase(Locale.ROOT))
                .param("hash", hash.bytes())
                .param("turn", turn)
                .param("body", people.sealRevision(personKey, revision))
                .param("reference", revision.reference())
                .param("changed", moment(revision.changed()))
                .param("expires", moment(deadline == null ? null : deadline.end()))
                .param("half", moment(deadline == null ? null : deadline.half()))
                .param("parked", moment(parked))
                .param("id", known.id())
                .update();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
