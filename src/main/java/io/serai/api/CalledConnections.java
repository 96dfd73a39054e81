package io.serai.api;

import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.ConnectionRefused;
import io.serai.channel.connection.StoredConnection;
import io.serai.database.TenantSession;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works on a connection that a caller names, in a transaction that sees their hotels alone. */
@Component
class CalledConnections {

    private final Targets targets;
    private final TenantSession tenants;
    private final ConnectionBook book;

    CalledConnections(Targets targets, TenantSession tenants, ConnectionBook book) {
        this.targets = targets;
        this.tenants = tenants;
        this.book = book;
    }

    /**
     * The connection.
     *
     * @throws Problem 404 when the caller sees none of this id
     */
    StoredConnection find(Caller caller, String id) {
        return at(caller, id, (session, connection) -> connection);
    }

    /**
     * Works on it.
     *
     * @throws Problem 404 when the caller sees none of this id, 422 when it cannot be as it stands
     */
    <T> T at(Caller caller, String id, BiFunction<JdbcClient, StoredConnection, T> work) {
        int key = targets.connection(caller, id).id();
        try {
            return tenants.call(
                    caller.hotels(),
                    caller.actor(),
                    session -> work.apply(session, book.find(session, key).orElseThrow()));
        } catch (ConnectionRefused refused) {
            throw problem(refused);
        }
    }

    static Problem problem(ConnectionRefused refused) {
        return new Problem(422, "Not as it stands", refused.words());
    }
}
