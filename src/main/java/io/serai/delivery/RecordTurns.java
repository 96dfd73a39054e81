package io.serai.delivery;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which connections' whole records are compared when: each once a day, the longest ago first. */
@Repository
class RecordTurns {

    private static final double DAY = Duration.ofDays(1).toMillis();

    private final JdbcClient jdbc;

    RecordTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The open connections whose turn it is. Where the hotel's day turned and its nights were not
     * rolled on and looked at again yet, it is not.
     *
     * @param zone the time zone of their hotels; null: any
     * @param every to the next turn; null: all are compared now, due or not
     * @param least how many at least, where so many are due
     */
    List<Integer> due(boolean rooms, @Nullable String zone, @Nullable Duration every, int least) {
        return jdbc.sql(
                        """
                        with selling as (
                             select k.connection_id, k.%s as compared
                               from claims k
                               join third_party_integrations c on c.id = k.connection_id and c.open
                               join hotels h on h.id = k.hotel_id and (cast(:zone as text) is null or h.time_zone = :zone)
                                                  and h.sold_until >= serai_today(h.id) + h.horizon and h.aged_on >= serai_today(h.id))
                        select connection_id from selling
                         where :all or compared <= now() - interval '1 day'
                         order by compared, connection_id
                         limit (select case when not :all then greatest(:least, ceil(count(*) * :share)) end::bigint from selling)
                        """
                                .formatted(column(rooms)))
                .param("zone", zone, Types.VARCHAR)
                .param("all", every == null)
                .param("least", least)
                .param("share", every == null ? 1 : Math.min(1, every.toMillis() / DAY))
                .query(Integer.class)
                .list();
    }

    /** It was compared. */
    void done(boolean rooms, int connection) {
        set(rooms, connection, "now()");
    }

    /** It could not be compared: its turn comes again in an hour, and others go before it. */
    void later(boolean rooms, int connection) {
        set(rooms, connection, "now() - interval '23 hours'");
    }

    private void set(boolean rooms, int connection, String value) {
        jdbc.sql("update claims set " + column(rooms) + " = " + value + " where connection_id = ?")
                .param(connection)
                .update();
    }

    private static String column(boolean rooms) {
        return rooms ? "rooms_compared_at" : "rates_compared_at";
    }
}
