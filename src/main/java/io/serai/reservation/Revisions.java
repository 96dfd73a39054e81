package io.serai.reservation;

import io.serai.reservation.History.Past;
import io.serai.reservation.IncomingReservation.Kind;
import java.time.OffsetDateTime;
import java.util.Locale;
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

    History of(KnownReservation known, ContentHash delivered) {
        return known.revision() == 0
                ? new History(java.util.List.of())
                : new History(
                        jdbc.sql(
                                        """
                                        select content_hash = ? as same, acknowledged_at is not null as acknowledged, kind, received_at
                                          from reservation_revisions where reservation_id = ? order by revision
                                        """)
                                .params(delivered.bytes(), known.id())
                                .query(
                                        (row, number) ->
                                                new Past(
                                                        row.getBoolean("same"),
                                                        row.getBoolean("acknowledged"),
                                                        Kind.valueOf(
                                                                row.getString("kind")
                                                                        .toUpperCase(Locale.ROOT)),
                                                        row.getObject(
                                                                        "received_at",
                                                                        OffsetDateTime.class)
                                                                .toInstant()))
                                .list());
    }

    /** The unique key (account, number, content, turn) refuses what two writers take for new. */
    void add(
            long accountId,
            KnownReservation known,
            IncomingReservation revision,
            ContentHash hash,
            int turn,
            byte[] personKey) {
        jdbc.sql(
                        """
                        insert into reservation_revisions (hotel_id, account_id, reservation_id, number, revision, kind,
                                                           content_hash, turn, body_sealed, reference)
                        select hotel_id, :account, id, number, revision + 1, :kind, :hash, :turn, :body, :reference
                          from reservations where id = :id
                        """)
                .param("account", accountId)
                .param("kind", revision.kind().name().toLowerCase(Locale.ROOT))
                .param("hash", hash.bytes())
                .param("turn", turn)
                .param("body", people.sealRevision(personKey, revision))
                .param("reference", revision.reference())
                .param("id", known.id())
                .update();
    }
}
