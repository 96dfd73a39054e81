package io.serai.reservation.detail;

import io.serai.reservation.IncomingReservation;
import io.serai.reservation.People;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a booking was told to be, each time that it was told. */
@Component
public class ToldRevisions {

    private final People people;

    ToldRevisions(People people) {
        this.people = people;
    }

    /**
     * One time that it was told.
     *
     * @param revision its number within the booking, from 1
     * @param reference the channel's, of the answer it came in
     * @param said as it came, with a card as a token; null: its people are erased
     */
    public record Told(
            int revision,
            String kind,
            Instant receivedAt,
            @Nullable String reference,
            @Nullable IncomingReservation said) {}

    /** All of a booking that the session sees, the oldest first. */
    public List<Told> of(JdbcClient session, long reservation) {
        return session.sql(
                        """
                        select v.revision, v.kind, v.received_at, v.reference, v.body_sealed, r.person_key
                          from reservation_revisions v join reservations r on r.id = v.reservation_id
                         where v.reservation_id = ? order by v.revision
                        """)
                .param(reservation)
                .query(
                        (row, number) -> {
                            byte[] key = row.getBytes("person_key");
                            return new Told(
                                    row.getInt("revision"),
                                    row.getString("kind"),
                                    row.getTimestamp("received_at").toInstant(),
                                    row.getString("reference"),
                                    key == null
                                            ? null
                                            : people.openRevision(
                                                    key, row.getBytes("body_sealed")));
                        })
                .list();
    }
}
