package io.serai.console.connections;

import io.serai.channel.connection.ConnectionBook;
import io.serai.channel.connection.StoredConnection;
import io.serai.console.Desk;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.access.SignedIn;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a user works on a connection of a hotel. */
@Component
class Workplace {

    private final Desk desk;
    private final ConnectionBook book;

    Workplace(Desk desk, ConnectionBook book) {
        this.desk = desk;
        this.book = book;
    }

    /** A connection and its hotel. */
    record Place(Hotel hotel, StoredConnection connection) {

        /** The connection's own page. */
        String path() {
            return "/hotels/" + hotel.id() + "/connections/" + connection.id();
        }
    }

    /**
     * The connection.
     *
     * @throws NotHere when it is none of the hotel's, or left
     */
    Place find(SignedIn user, int hotel, int connection) {
        return desk.at(
                user, hotel, (session, here) -> new Place(here, at(session, hotel, connection)));
    }

    /** The connection at which somebody does something. */
    Place find(Doing doing) {
        return find(doing.user(), doing.hotel(), doing.connection());
    }

    /** Works on it in a transaction that sees its hotel alone. */
    <T> T at(Doing doing, BiFunction<JdbcClient, StoredConnection, T> work) {
        return at(doing.user(), doing.hotel(), doing.connection(), work);
    }

    /** As {@link #at}, for work that gives nothing back. */
    void run(Doing doing, BiConsumer<JdbcClient, StoredConnection> work) {
        at(
                doing,
                (session, there) -> {
                    work.accept(session, there);
                    return true;
                });
    }

    /** Works on it in a transaction that sees its hotel alone. */
    <T> T at(
            SignedIn user,
            int hotel,
            int connection,
            BiFunction<JdbcClient, StoredConnection, T> work) {
        return desk.at(
                user,
                hotel,
                (session, here) -> work.apply(session, at(session, hotel, connection)));
    }

    private StoredConnection at(JdbcClient session, int hotel, int connection) {
        return book.find(session, connection)
                .filter(it -> it.hotel() == hotel && !it.state().equals("disconnected"))
                .orElseThrow(() -> new NotHere("connection " + connection));
    }
}
