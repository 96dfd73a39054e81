package io.serai.content;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The connections that are taken in and not disconnected. */
@Repository
class SyncedConnections {

    private static final String SELECT =
            """
            select c.id, c.hotel_id as hotel, c.account_id as account, c.provider, c.remote_hotel, c.configuration::text
              from third_party_integrations c join hotels h on h.id = c.hotel_id
             where c.account_id is not null and c.is_enabled and c.status = 'active' and c.state <> 'disconnected'
            """;

    private final JdbcClient jdbc;

    SyncedConnections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One of them. */
    Optional<SyncedConnection> find(int connection) {
        return jdbc.sql(SELECT + " and c.id = ?")
                .param(connection)
                .query(SyncedConnection.class)
                .optional();
    }

    /**
     * Those whose hotel is at the channel and is not just being made there.
     *
     * @param zone the time zone of their hotels; null: any
     */
    List<SyncedConnection> there(@Nullable String zone) {
        return jdbc.sql(
                        SELECT
                                + """
                                 and c.remote_hotel is not null and (cast(:zone as text) is null or h.time_zone = :zone)
                                 and not exists (select from content_creations m where m.connection_id = c.id and m.state = 'running')
                                 order by c.id
                                """)
                .param("zone", zone)
                .query(SyncedConnection.class)
                .list();
    }
}
