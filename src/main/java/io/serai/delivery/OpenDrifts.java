package io.serai.delivery;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what channels show otherwise than they accepted, as long as nobody settled it. */
@Repository
public class OpenDrifts {

    /** All of a connection that the session sees, by night. */
    public List<DriftView> of(JdbcClient session, int connection) {
        return session.sql(
                        """
                                                select d.id, r.remote_room, r.remote_rate, d.field, lower(d.nights) as first, upper(d.nights) - 1 as last,
                                                       d.held, d.shown, d.found_at, d.confirmed_at is not null as certain
                                                  from drifts d join ota_rate_plans r on r.id = d.remote_id
                                                 where d.connection_id = ? and d.settled_at is null
                                                 order by lower(d.nights), d.id
                                                """)
                .param(connection)
                .query(
                        (row, number) ->
                                new DriftView(
                                        row.getString("id"),
                                        row.getString("remote_room"),
                                        row.getString("remote_rate"),
                                        row.getString("field"),
                                        row.getObject("first", LocalDate.class),
                                        row.getObject("last", LocalDate.class),
                                        row.getInt("held"),
                                        row.getInt("shown"),
                                        row.getTimestamp("found_at").toInstant(),
                                        row.getBoolean("certain")))
                .list();
    }
}
