package io.serai.channel.request;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the answers to requests tell of a connection's hotel at its channel. */
@Repository
class AskedHotels {

    private final JdbcClient jdbc;

    AskedHotels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Has the connection's rooms and rates read anew. */
    void reread(int connection) {
        jdbc.sql("update third_party_integrations set reread_at = clock_timestamp() where id = ?")
                .param(connection)
                .update();
    }

    /**
     * Has what is known of an account's hotel read anew, and a step that waits asked at once.
     *
     * @return the hotel's connections
     */
    List<Integer> lookAnew(long account, String remoteHotel, String step) {
        List<Integer> connections =
                jdbc.sql(
                                """
                                update third_party_integrations set reread_at = clock_timestamp()
                                 where account_id = ? and remote_hotel = ? and state <> 'disconnected'
                                returning id
                                """)
                        .params(account, remoteHotel)
                        .query(Integer.class)
                        .list();
        jdbc.sql(
                        """
                        update channel_requests r set next_try_at = now() from third_party_integrations c
                         where c.id = r.connection_id and c.account_id = ? and r.step = ? and r.settled_at is null
                           and (c.remote_hotel = ? or c.remote_hotel is null)
                        """)
                .params(account, step, remoteHotel)
                .update();
        return connections;
    }

    /** Gives a connection the hotel's number at the channel, where it had none. */
    void place(int connection, String remoteHotel) {
        jdbc.sql(
                        """
                        update third_party_integrations
                           set configuration = configuration || jsonb_build_object('hotel_id', ?::text), read_at = null
                         where id = ? and remote_hotel is null
                        """)
                .params(remoteHotel, connection)
                .update();
    }
}
