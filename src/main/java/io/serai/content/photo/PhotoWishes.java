package io.serai.content.photo;

import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Has channels told of photos, and asked how far those are that they work on: it begins by itself.
 */
@Component("photoWishes")
public class PhotoWishes {

    private static final String WISH =
            """
            insert into photo_rounds (connection_id, hotel_id, due_at)
            select c.id, c.hotel_id, now() from third_party_integrations c join hotels h on h.id = c.hotel_id
             where c.state <> 'disconnected' and %s
            on conflict (connection_id) do update set due_at = now(), tries = 0, refused = '{}'
            """;

    private final JdbcClient jdbc;

    PhotoWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * At all connections of the hotels of a time zone.
     *
     * @param zone IANA; null: of all hotels
     * @return how many connections these are
     */
    public int daily(@Header("Serai-Zone") @Nullable String zone) {
        return zone == null
                ? jdbc.sql(WISH.formatted("true")).update()
                : jdbc.sql(WISH.formatted("h.time_zone = ?")).param(zone).update();
    }

    /**
     * At all connections of a hotel, within the caller's transaction.
     *
     * @return how many connections these are
     */
    public static int begin(JdbcClient session, int hotel) {
        return session.sql(WISH.formatted("h.id = ?")).param(hotel).update();
    }

    /** At one connection, as soon as the channel has the hotel; within the caller's transaction. */
    static void look(JdbcClient session, int connection) {
        session.sql(WISH.formatted("c.id = ?")).param(connection).update();
    }
}
