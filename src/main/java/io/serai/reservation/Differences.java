package io.serai.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reservations that a channel lists otherwise than they stand here, until they agree. */
@Repository
class Differences {

    private static final int MOST_TRIES = 5;

    private final JdbcClient jdbc;

    Differences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One that does not agree yet.
     *
     * @param applied whether it was taken from the list already
     * @param tries how often it was given to be taken from there
     * @param seenAt when it was seen first
     */
    record Open(long id, boolean applied, int tries, Instant seenAt) {

        /** Whether the list is not going to settle it any more. */
        boolean isSpent() {
            return applied || tries >= MOST_TRIES;
        }
    }

    Optional<Open> open(int connection, String number) {
        return jdbc.sql(
                        "select id, outcome is not null as applied, tries, seen_at from reservation_differences where connection_id = ? and number = ? and settled_at is null")
                .params(connection, number)
                .query(Open.class)
                .optional();
    }

    /** Whether just this difference was left to a person before. */
    boolean isLeft(int connection, String number, Standing theirs, Standing ours) {
        return jdbc.sql(
                        """
                        select exists (select from reservation_differences
                                        where connection_id = ? and number = ? and outcome = 'left' and theirs = cast(? as jsonb) and ours = cast(? as jsonb))
                        """)
                .params(
                        connection,
                        number,
                        ReservationJson.write(theirs),
                        ReservationJson.write(ours))
                .query(Boolean.class)
                .single();
    }

    /** Lists one. */
    void add(int connection, String number, Standing theirs, @Nullable Standing ours) {
        jdbc.sql(
                        """
                        insert into reservation_differences (hotel_id, connection_id, number, theirs, ours, outcome)
                        select hotel_id, id, :number, cast(:theirs as jsonb), cast(:ours as jsonb), case when cast(:ours as jsonb) is null then 'applied' end
                          from third_party_integrations where id = :connection
                        on conflict (connection_id, number) where settled_at is null do nothing
                        """)
                .param("connection", connection)
                .param("number", number)
                .param("theirs", ReservationJson.write(theirs))
                .param("ours", ours == null ? null : ReservationJson.write(ours))
                .update();
    }

    /** It is given to be taken from the list: {@link #applied} once that is committed. */
    void apply(Open open) {
        jdbc.sql("update reservation_differences set tries = tries + 1 where id = ?")
                .param(open.id())
                .update();
    }

    /** A revision of this reservation from a list is written in this transaction. */
    void applied(KnownReservation known) {
        jdbc.sql(
                        """
                        update reservation_differences d set outcome = 'applied'
                          from reservations r
                         where r.id = ? and d.connection_id = r.connection_id and d.number = r.number and d.settled_at is null
                        """)
                .param(known.id())
                .update();
    }

    /** Nothing more is done about it: a person looks. */
    void leave(Open open) {
        jdbc.sql(
                        "update reservation_differences set outcome = 'left', settled_at = now() where id = ?")
                .param(open.id())
                .update();
    }

    /** All but these agree by now, or are not listed any more. */
    void agreeAllBut(int connection, Collection<String> differing) {
        jdbc.sql(
                        """
                        update reservation_differences set settled_at = now(), outcome = coalesce(outcome, 'agreed')
                         where connection_id = :connection and settled_at is null and number <> all (cast(:numbers as text[]))
                        """)
                .param("connection", connection)
                .param("numbers", differing.toArray(String[]::new))
                .update();
    }

    /** How many do not agree yet. */
    int open(int connection) {
        return jdbc.sql(
                        "select count(*) from reservation_differences where connection_id = ? and settled_at is null")
                .param(connection)
                .query(Integer.class)
                .single();
    }
}
