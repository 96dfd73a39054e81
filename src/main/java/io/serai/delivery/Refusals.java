package io.serai.delivery;

import io.serai.ari.Remote;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What channels refused, sparse: it waits for another value, another mapping, or a person. */
@Repository
public class Refusals {

    private final JdbcClient jdbc;

    Refusals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All refusals of a connection, one entry a range. */
    List<Refusal> of(int connection) {
        return jdbc.sql(
                        """
                        select f.id, f.remote_id, lower(r) - date '1970-01-01' as first, upper(r) - date '1970-01-01' as beyond,
                               f.field, f.value, coalesce(f.code in ('not-taken', 'held'), false) as own
                          from refusals f, unnest(f.nights) r
                         where f.connection_id = ?
                        """)
                .param(connection)
                .query(
                        (row, number) ->
                                new Refusal(
                                        row.getLong("id"),
                                        row.getInt("remote_id"),
                                        row.getInt("first"),
                                        row.getInt("beyond"),
                                        row.getString("field"),
                                        row.getString("value"),
                                        row.getBoolean("own")))
                .list();
    }

    /** Ends refusals for single nights, because another value is wanted there now. */
    void end(Collection<Ended> ended) {
        if (ended.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        update refusals f set nights = f.nights - e.nights
                          from (select id, range_agg(daterange(date '1970-01-01' + day, date '1970-01-01' + day + 1)) as nights
                                  from unnest(:ids::bigint[], :days::int[]) u (id, day) group by id) e
                         where f.id = e.id
                        """)
                .param("ids", ended.stream().map(Ended::refusal).toArray(Long[]::new))
                .param("days", ended.stream().map(Ended::day).toArray(Integer[]::new))
                .update();
        jdbc.sql("delete from refusals where isempty(nights) and id = any (:ids)")
                .param("ids", ended.stream().map(Ended::refusal).toArray(Long[]::new))
                .update();
    }

    /**
     * Tries a connection's refused values again, as they are.
     *
     * @return how many refusals were lifted
     */
    public int lift(int connection) {
        return jdbc.sql(
                        """
                        with lifted as (delete from refusals where connection_id = ? and coalesce(code not in ('not-taken', 'held'), true)
                                        returning connection_id, hotel_id, remote_id, nights),
                             looked as (insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                                        select l.connection_id, l.hotel_id, r.room_type_id, r.product_id, range_agg(l.nights)
                                          from lifted l join ota_rate_plans r on r.id = l.remote_id
                                         where r.room_type_id is not null or r.product_id is not null
                                         group by 1, 2, 3, 4
                                        returning 1)
                        select count(*)::int from lifted
                        """)
                .param(connection)
                .query(Integer.class)
                .single();
    }

    /**
     * Says anew for the nights looked at what the hotel set and the channel is not told.
     *
     * @param untaken what the channel does not take
     * @param holds what a person must approve first
     */
    @Transactional
    public void say(Connection connection, Nights looked, List<Untaken> untaken, List<Hold> holds) {
        jdbc.sql(
                        """
                        update refusals f set nights = f.nights - w.nights
                          from (select remote, range_agg(daterange(date '1970-01-01' + first, date '1970-01-01' + beyond)) as nights
                                  from unnest(:remotes::int[], :firsts::int[], :beyonds::int[]) u (remote, first, beyond) group by remote) w
                         where f.connection_id = :connection and f.remote_id = w.remote and f.code in ('not-taken', 'held')
                        """)
                .param("connection", connection.id())
                .param("remotes", looked.remotes().stream().map(Remote::id).toArray(Integer[]::new))
                .param("firsts", looked.firsts().toArray(Integer[]::new))
                .param("beyonds", looked.beyonds().toArray(Integer[]::new))
                .update();
        jdbc.sql(
                        "delete from refusals where connection_id = ? and code in ('not-taken',"
                                + " 'held') and isempty(nights)")
                .param(connection.id())
                .update();
        if (!untaken.isEmpty()) {
            insert(connection, untaken);
        }
        if (!holds.isEmpty()) {
            hold(connection, holds);
        }
    }

    private void hold(Connection connection, List<Hold> holds) {
        jdbc.sql(
                        """
                        insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, code, words, attempt_id, reason, kept, reference)
                        select :hotel, :connection, remote,
                               range_agg(daterange(date '1970-01-01' + day, date '1970-01-01' + day + 1)), field, value, 'held', words, 0,
                               reason, kept::bigint[], reference::bigint[]
                          from unnest(:remotes::int[], :days::int[], :fields::text[], :values::text[], :reasons::text[], :words::text[],
                                      :kept::text[], :references::text[])
                               u (remote, day, field, value, reason, words, kept, reference)
                         group by remote, field, value, reason, words, kept, reference
                        """)
                .param("hotel", connection.hotel())
                .param("connection", connection.id())
                .param("remotes", holds.stream().map(Hold::remote).toArray(Integer[]::new))
                .param("days", holds.stream().map(Hold::day).toArray(Integer[]::new))
                .param("fields", texts(holds, Hold::field))
                .param("values", texts(holds, Hold::value))
                .param("reasons", texts(holds, hold -> hold.reason().word()))
                .param("words", texts(holds, Hold::words))
                .param("kept", texts(holds, hold -> PriceText.array(hold.kept())))
                .param("references", texts(holds, hold -> PriceText.array(hold.reference())))
                .update();
    }

    private static String[] texts(List<Hold> holds, Function<Hold, String> text) {
        return holds.stream().map(text).toArray(String[]::new);
    }

    private void insert(Connection connection, List<Untaken> untaken) {
        jdbc.sql(
                        """
                        insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, code, words, attempt_id)
                        select :hotel, :connection, remote,
                               range_agg(daterange(date '1970-01-01' + day, date '1970-01-01' + day + 1)), field, value, 'not-taken', words, 0
                          from unnest(:remotes::int[], :days::int[], :fields::text[], :values::text[], :words::text[])
                               u (remote, day, field, value, words)
                         group by remote, field, value, words
                        """)
                .param("hotel", connection.hotel())
                .param("connection", connection.id())
                .param("remotes", untaken.stream().map(Untaken::remote).toArray(Integer[]::new))
                .param("days", untaken.stream().map(Untaken::day).toArray(Integer[]::new))
                .param("fields", untaken.stream().map(Untaken::field).toArray(String[]::new))
                .param("values", untaken.stream().map(Untaken::value).toArray(String[]::new))
                .param("words", untaken.stream().map(Untaken::words).toArray(String[]::new))
                .update();
    }

    /**
     * A night for which a refused value is not wanted any more.
     *
     * @param refusal the refusal's key
     * @param day the night, in days since 1970-01-01
     */
    record Ended(long refusal, int day) {}

    /**
     * A night for which the hotel set what the channel does not take.
     *
     * @param remote the channel's rate
     * @param day the night, in days since 1970-01-01
     * @param field the field's name
     * @param value what the hotel set
     * @param words what is done instead
     */
    record Untaken(int remote, int day, String field, String value, String words) {}
}
