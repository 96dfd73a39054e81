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
    private final Forgetting forgetting;

    Marks(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.forgetting = new Forgetting(jdbc);
    }

    /** The oldest marks of a connection, one entry a range. */
    List<Mark> read(int connection, int most) {
        return readNewer(connection, 0, most);
    }

    /** The same of those that came after one. */
    List<Mark> readNewer(int connection, long after, int most) {
        return jdbc.sql(
                        """
                        select m.id, m.room_type_id is not null as room, coalesce(m.room_type_id, m.product_id) as source,
                               coalesce(lower(r), date '1970-01-01') - date '1970-01-01' as first,
                               coalesce(upper(r), date '2200-01-01') - date '1970-01-01' as beyond
                          from (select * from marks where connection_id = ? and id > ? order by id limit ?) m
                          left join unnest(m.nights) r on true
                         order by m.id
                        """)
                .params(connection, after, most)
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
     * @param part what is meant of them: marks and what is held of the rest stay as they are
     */
    public void tellAgain(
            int connection,
            LocalDate from,
            LocalDate to,
            @Nullable Collection<String> roomTypes,
            @Nullable Collection<String> ratePlans,
            Part part) {
        var nights = new Forgetting.Nights(connection, from, to, roomTypes, ratePlans, part);
        forgetting.forget(nights);
        look(connection, from, to, part);
        forgetting.wanted(nights);
    }

    /**
     * Has a range of nights of a connection compared; only what differs is sent. A connection that
     * waits for a later try is tried at once.
     */
    public void look(int connection, LocalDate from, LocalDate to) {
        look(connection, from, to, Part.ALL);
    }

    /**
     * The same of all nights that are sold, in the transaction of a session that sees its hotel.
     */
    void look(JdbcClient session, int connection) {
        session.sql(
                        """
                        select serai_today(c.hotel_id) as first, serai_today(c.hotel_id) + h.horizon - 1 as last
                          from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
                        """)
                .param(connection)
                .query(
                        row -> {
                            look(
                                    session,
                                    connection,
                                    row.getObject("first", LocalDate.class),
                                    row.getObject("last", LocalDate.class),
                                    Part.ALL);
                        });
    }

    /** As {@link #look(int, LocalDate, LocalDate)} for a part of what the connection is told. */
    public void look(int connection, LocalDate from, LocalDate to, Part part) {
        look(jdbc, connection, from, to, part);
    }

    private static void look(
            JdbcClient session, int connection, LocalDate from, LocalDate to, Part part) {
        session.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select c.id, c.hotel_id, r.room_type_id, r.product_id, datemultirange(daterange(?, ?, '[]'))
                          from third_party_integrations c
                          join ota_rate_plans r on r.connection_id = c.id and r.state = 'active'
                         where c.id = ? and c.open and (r.room_type_id is not null and ? or r.product_id is not null and ?)
                        """)
                .params(from, to, connection, part != Part.RATES, part != Part.ROOMS)
                .update();
        session.sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(connection)
                .update();
    }

    /** Has nights of a room type's or product's compared that no mark names. */
    void missed(Connection connection, Collection<Mark> nights) {
        for (Mark mark : nights) {
            jdbc.sql(
                            """
                            insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                            values (:connection, :hotel, case when :room then :source end, case when not :room then :source end,
                                    datemultirange(daterange(date '1970-01-01' + :first, date '1970-01-01' + :beyond)))
                            """)
                    .param("connection", connection.id())
                    .param("hotel", connection.hotel())
                    .param("room", mark.room())
                    .param("source", mark.source())
                    .param("first", mark.first())
                    .param("beyond", mark.beyond())
                    .update();
        }
    }

    /**
     * How many marks of rooms, or of rates, have lain for a minute although their connection may be
     * tried and nobody works for it.
     */
    int old(boolean rooms, @Nullable String zone) {
        return jdbc.sql(
                        """
                        select count(*)::int from marks m
                          join claims k on k.connection_id = m.connection_id and k.next_try_at <= clock_timestamp() and k.until < clock_timestamp()
                          join third_party_integrations c on c.id = m.connection_id and c.open
                          join hotels h on h.id = m.hotel_id and (cast(:zone as text) is null or h.time_zone = :zone)
                         where m.at < clock_timestamp() - interval '1 minute' and (m.room_type_id is not null) = :rooms
                        """)
                .param("zone", zone, Types.VARCHAR)
                .param("rooms", rooms)
                .query(Integer.class)
                .single();
    }
}
