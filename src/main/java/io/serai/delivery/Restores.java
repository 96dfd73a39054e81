package io.serai.delivery;

import io.serai.database.place.MoveHeard;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Connections whose channel may hold something else than is known here, since the database was
 * restored: until all of it is told anew, or a person says that nothing was lost.
 */
@Repository
public class Restores implements MoveHeard {

    private final JdbcClient jdbc;

    Restores(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whatever was ever open holds something. */
    @Override
    public void moved(String words) {
        jdbc.sql(
                        """
                        insert into connection_restores (connection_id, hotel_id, words)
                        select id, hotel_id, ? from third_party_integrations where was_open and state <> 'disconnected' and hotel_id is not null
                        on conflict (connection_id) do update
                           set words = excluded.words, noticed_at = clock_timestamp(), rooms_at = null, rates_at = null, waived_at = null, waived_by = null
                        """)
                .param(words)
                .update();
    }

    /**
     * Takes the word of whoever acts in the session that a connection's channel holds what is known
     * here.
     *
     * @return false where nothing was to be said any more
     */
    public boolean waive(JdbcClient session, int connection, int hotel) {
        boolean waived =
                session.sql(
                                        """
                                        update connection_restores set waived_at = clock_timestamp(), waived_by = serai_actor()
                                         where connection_id in (select connection_id from connections_restored where connection_id = ? and not is_being_told)
                                        """)
                                .param(connection)
                                .update()
                        == 1;
        if (waived) {
            session.sql(
                            "insert into audit (hotel_id, subject, subject_id, act) values (?,"
                                    + " 'third_party_integrations', ?, 'nothing-lost')")
                    .params(hotel, connection)
                    .update();
        }
        return waived;
    }
}
