package io.serai.channel.connection;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The connections of hotels that the caller's session sees. */
@Repository
public class ConnectionBook {

    private static final String SELECT =
            """
            select id, hotel_id as hotel, integration_name as name, provider, account_id as account, remote_hotel, test_mode as test,
                   is_enabled and status = 'active' as enabled, state, state_reason as reason, step, closed_for, open
              from third_party_integrations
            """;

    /** All of a hotel that are not left. */
    public List<StoredConnection> of(JdbcClient session, int hotel) {
        return session.sql(SELECT + "where hotel_id = ? and state <> 'disconnected' order by id")
                .param(hotel)
                .query(StoredConnection.class)
                .list();
    }

    /** One of any hotel of the session; empty where it sees none of this key. */
    public Optional<StoredConnection> find(JdbcClient session, int id) {
        return session.sql(SELECT + "where id = ?")
                .param(id)
                .query(StoredConnection.class)
                .optional();
    }

    /**
     * Says what is to be done next with one that is being added; of one that is, nothing.
     *
     * @param asked it as it was when what led here was asked for
     * @throws ConnectionRefused where it means another hotel there by now, of which nothing was
     *     asked
     */
    public void next(JdbcClient session, StoredConnection asked, String step) {
        if (asked.step() == null) {
            return;
        }
        int moved =
                session.sql(
                                """
                                update third_party_integrations set step = ?
                                 where id = ? and step is not null and remote_hotel is not distinct from ?
                                """)
                        .params(step, asked.id(), asked.remoteHotel())
                        .update();
        if (moved == 0) {
            throw new ConnectionRefused(
                    "connection: it was changed while the channel was asked (expected: hotel %s there, being added; look at it again)"
                            .formatted(asked.remoteHotel()));
        }
    }
}
