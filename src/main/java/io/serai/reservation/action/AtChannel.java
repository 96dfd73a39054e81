package io.serai.reservation.action;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A reservation that came by a connection.
 *
 * @param number the channel's own number of it
 * @param provider the channel's code
 */
record AtChannel(int hotel, int connection, String number, String provider) {

    /** Empty where the session sees none, or one that is no channel's. */
    static Optional<AtChannel> find(JdbcClient session, long reservation) {
        return session.sql(
                        """
                        select r.hotel_id as hotel, c.id as connection, r.number, c.provider
                          from reservations r join third_party_integrations c on c.id = r.connection_id where r.id = ?
                        """)
                .param(reservation)
                .query(AtChannel.class)
                .optional();
    }

    static boolean isThere(JdbcClient session, long reservation) {
        return session.sql("select exists (select from reservations where id = ?)")
                .param(reservation)
                .query(Boolean.class)
                .single();
    }

    /** Writes down who asked for what; the session knows who. */
    void record(JdbcClient session, long reservation, String action) {
        session.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'reservation', ?, ?)")
                .params(hotel, reservation, "asked-" + action)
                .update();
    }
}
