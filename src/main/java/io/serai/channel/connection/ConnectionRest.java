package io.serai.channel.connection;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether a connection rests: nothing is sent by it, and nothing can be while one looks. */
@Repository
class ConnectionRest {

    private final JdbcClient engine;

    ConnectionRest(JdbcClient engine) {
        this.engine = engine;
    }

    private record Now(
            boolean enabled,
            boolean added,
            String state,
            @Nullable String remoteHotel,
            boolean test,
            boolean sending) {}

    /**
     * Demands that it is added, paused, and as it was seen; nobody sends for it, pauses or resumes
     * it until the end of the transaction.
     *
     * @throws ConnectionRefused saying what keeps it from resting
     */
    void demand(StoredConnection connection) {
        lock(connection.id());
        Now now =
                engine.sql(
                                """
                                select c.is_enabled and c.status = 'active' as enabled, c.step is null and c.closed_for is null as added, c.state, c.remote_hotel, c.test_mode as test,
                                       coalesce(k.owner is not null and k.until > clock_timestamp(), false) as sending
                                  from third_party_integrations c left join claims k on k.connection_id = c.id
                                 where c.id = ?
                                """)
                        .param(connection.id())
                        .query(Now.class)
                        .single();
        if (now.state().equals("disconnected") || !now.added()) {
            throw refused(
                    "state: '" + connection.next() + "', '" + now.state() + "'",
                    "an added connection that is not being left");
        }
        if (now.enabled()) {
            throw refused(
                    "it is not paused",
                    "that it is, with everything closed at the hotel that it leaves");
        }
        if (now.sending()) {
            throw refused("a message is under way there", "none; try again in a minute");
        }
        if (!Objects.equals(now.remoteHotel(), connection.remoteHotel())
                || now.test() != connection.test()) {
            throw refused(
                    "hotel " + now.remoteHotel() + " by now",
                    "as it was looked at; check it again");
        }
    }

    /** The connection before its claim, as whoever resumes it does. */
    private void lock(int connection) {
        engine.sql("select id from third_party_integrations where id = ? for no key update")
                .param(connection)
                .query(Integer.class)
                .single();
        engine.sql("select connection_id from claims where connection_id = ? for update")
                .param(connection)
                .query(Integer.class)
                .optional();
    }

    private static ConnectionRefused refused(String met, String expected) {
        return new ConnectionRefused(met + " (expected: " + expected + ")");
    }
}
