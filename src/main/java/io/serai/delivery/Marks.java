package io.serai.delivery;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The marks that changes leave. They are appended and deleted, never updated. */
@Repository
public class Marks {

    private final JdbcClient jdbc;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest marks of a connection, one entry a range. */
    List<Mark> read(int connection, int most) {
        return jdbc.sql(
                        """
                        select m.id, m.room_type_id is not null as room, coalesce(m.room_type_id, m.product_id) as source,
                               coalesce(lower(r), date '1970-01-01') - date '1970-01-01' as first,
                               coalesce(upper(r), date '2200-01-01') - date '1970-01-01' as beyond
                          from (select * from marks where connection_id = ? order by id limit ?) m
                          left join unnest(m.nights) r on true
                         order by m.id
                        """)
                .params(connection, most)
                .query(
                        (row, number) ->
                                new Mark(
                                        row.getLong("id"),
                                        row.getBoolean("room"),
                                        row.getInt("source"),
                                        row.getInt("first"),
                                        row.getInt("beyond")))
                .list();
    }

    /** Forgets marks that were looked at before the nights were read, and settled. */
    void delete(Collection<Long> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from marks where id = any (?)")
                    .param(ids.toArray(Long[]::new))
                    .update();
        }
    }

    /**
     * Has a range of nights of a connection compared with nothing held, so that all of it is told
     * again but for what the channel refused.
     *
     * @param to the last night, included
     */
    public void tellAgain(int connection, LocalDate from, LocalDate to) {
        tellAgain(connection, from, to, null, null, Part.ALL);
    }

    /**
     * As {@link #tellAgain(int, LocalDate, LocalDate)} for a part of what the hotel sells; what is
     * left of it is compared as ever.
     *
     * @param roomTypes the codes of the room types that are meant, with their rates; null for all
     * @param ratePlans the codes of the rate plans that are meant, without counts of rooms; null
     *     for all, and the counts
     * @param part what is meant of them: the marks and what is held of the rest stay as they are
     */
    public void tellAgain(
            int connection,
            LocalDate from,
            LocalDate to,
            @Nullable Collection<String> roomTypes,
            @Nullable Collection<String> ratePlans,
            Part part) {
        jdbc.sql(
                        """
                        delete from held_nights h
                         using ota_rate_plans r
                          left join products s on s.id = r.product_id
                          left join rate_plans p on p.id = s.rate_plan_id
                          left join room_types t on t.id = coalesce(s.room_type_id, r.room_type_id)
                         where r.connection_id = :connection and h.remote_id = r.id and h.night between :from and :to
                           and (cast(:rooms as text[]) is null or t.code = any (:rooms))
                           and (cast(:plans as text[]) is null or p.code = any (:plans))
                           and case when r.product_id is null then :counts else :rates end
                        """)
                .param("connection", connection)
                .param("from", from)
                .param("to", to)
                .param("rooms", array(roomTypes), Types.ARRAY)
                .param("plans", array(ratePlans), Types.ARRAY)
                .param("counts", part != Part.RATES)
                .param("rates", part != Part.ROOMS)
                .update();
        look(connection, from, to, part);
    }

    private static String @Nullable [] array(@Nullable Collection<String> codes) {
        return codes == null ? null : codes.toArray(String[]::new);
    }

    /**
     * Has a range of nights of a connection compared; only what differs is sent. A connection that
     * waits for a later try is tried at once.
     */
    public void look(int connection, LocalDate from, LocalDate to) {
        look(connection, from, to, Part.ALL);
    }

    /** As {@link #look(int, LocalDate, LocalDate)} for a part of what the connection is told. */
    public void look(int connection, LocalDate from, LocalDate to, Part part) {
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select c.id, c.hotel_id, r.room_type_id, r.product_id, datemultirange(daterange(?, ?, '[]'))
                          from third_party_integrations c
                          join ota_rate_plans r on r.connection_id = c.id and r.state = 'active'
                         where c.id = ? and c.open and (r.room_type_id is not null and ? or r.product_id is not null and ?)
                        """)
                .params(from, to, connection, part != Part.RATES, part != Part.ROOMS)
                .update();
        jdbc.sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(connection)
                .update();
    }

    /**
     * Has all nights of connections compared that were not for a day: a safety net, which finds
     * nothing when nothing was missed.
     *
     * @param most connections at a time
     * @return how many
     */
    public int lookDaily(int most) {
        return jdbc.sql(
                        """
                        with due as (
                             update claims k set compared_at = now()
                              where k.connection_id in (select k.connection_id from claims k
                                                          join third_party_integrations c on c.id = k.connection_id and c.open
                                                         where k.compared_at < now() - interval '1 day'
                                                         order by k.compared_at limit ?
                                                           for update of k skip locked)
                             returning k.connection_id),
                             looked as (
                             insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                             select r.connection_id, r.hotel_id, r.room_type_id, r.product_id, serai_horizon(r.hotel_id)
                               from due join ota_rate_plans r on r.connection_id = due.connection_id and r.state = 'active'
                              where r.room_type_id is not null or r.product_id is not null)
                        select count(*)::int from due
                        """)
                .param(most)
                .query(Integer.class)
                .single();
    }
}
