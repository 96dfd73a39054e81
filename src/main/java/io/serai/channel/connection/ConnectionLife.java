package io.serai.channel.connection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens connections, pauses them, and leaves them. What is to be closed at the channel first is
 * told as closed by the usual way, and {@link ConnectionClosing} ends it once all is told.
 */
@Component
public class ConnectionLife {

    private static final String END =
            """
            update third_party_integrations
               set closed_for = null, is_enabled = false, step = null,
                   state = case when :leave then 'disconnected' else state end
             where id = :id
            """;

    /**
     * Tells the channel everything for the first time, all of it closed.
     *
     * @throws ConnectionRefused when its rooms and rates were not read
     */
    public void syncFirst(JdbcClient session, StoredConnection connection) {
        if (connection.step() == null || !connection.state().equals("open")) {
            throw new ConnectionRefused(
                    "state: '"
                            + connection.state()
                            + "' (expected: one that is being added, its rooms and rates read)");
        }
        session.sql(
                        """
                        update third_party_integrations set step = null, closed_for = 'first-sync', is_enabled = true, status = 'active' where id = ?
                        """)
                .param(connection.id())
                .update();
        note(session, connection, "first-sync");
    }

    /**
     * Has it sell: what was told as closed is told as the hotel wants it.
     *
     * @throws ConnectionRefused when it is still being added, is being left, or is left
     */
    public void resume(JdbcClient session, StoredConnection connection) {
        if (connection.step() != null || connection.state().equals("disconnected")) {
            throw new ConnectionRefused(
                    "step: '"
                            + connection.next()
                            + "' (expected: an added connection, which is paused or closed)");
        }
        demandThatItStays(connection);
        session.sql(
                        """
                        update third_party_integrations set closed_for = null, is_enabled = true, status = 'active' where id = ?
                        """)
                .param(connection.id())
                .update();
        note(session, connection, "resume");
    }

    /**
     * Sends nothing any more.
     *
     * @param close whether everything is closed at the channel first; without, it goes on selling
     *     what it holds
     * @throws ConnectionRefused when it is still being added, is being left, or is left
     */
    public void pause(JdbcClient session, StoredConnection connection, boolean close) {
        if (connection.step() != null) {
            throw new ConnectionRefused(
                    "step: '"
                            + connection.next()
                            + "' (expected: an added connection; this one sends nothing yet: go on"
                            + " adding it, or disconnect it)");
        }
        demandThatItStays(connection);
        end(session, connection, close, "pause");
    }

    /** Leaves the channel; the booking history stays. As {@link #pause}, else. */
    public void disconnect(JdbcClient session, StoredConnection connection, boolean close) {
        end(session, connection, close, "disconnect");
    }

    private static void demandThatItStays(StoredConnection connection) {
        if (connection.isBeingLeft()) {
            throw new ConnectionRefused(
                    "closed for: 'disconnect' (expected: one that is not being left; wait until all"
                            + " is closed there, and add the channel again to sell there)");
        }
    }

    private static void end(
            JdbcClient session, StoredConnection connection, boolean close, String what) {
        if (connection.state().equals("disconnected")) {
            throw new ConnectionRefused("state: 'disconnected' (expected: one that is not left)");
        }
        if (close && !connection.open()) {
            throw new ConnectionRefused(
                    "state: '"
                            + connection.state()
                            + (connection.enabled() ? "'" : "', paused")
                            + ": nothing can be told there (expected: one that sells; or close at"
                            + " the channel itself, and go on here without)");
        }
        if (close) {
            session.sql("update third_party_integrations set closed_for = ? where id = ?")
                    .params(what, connection.id())
                    .update();
        } else {
            session.sql(END)
                    .param("leave", what.equals("disconnect"))
                    .param("id", connection.id())
                    .update();
        }
        note(session, connection, close ? what + "-closed" : what);
    }

    private static void note(JdbcClient session, StoredConnection connection, String act) {
        session.sql(
                        "insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)")
                .params(connection.hotel(), connection.id(), act)
                .update();
    }
}
