package io.serai.reservation;

import io.serai.reservation.IncomingReservation.Room;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rooms and nights of the current bookings, and whose stock each night is counted in. */
@Repository
class BookedRooms {

    private final JdbcClient jdbc;

    BookedRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The nights that are counted in somebody's stock, or would be if their room were known. */
    List<Cell> cells(long id) {
        return jdbc.sql(
                        """
                        select m.remote_room, n.room_type_id, n.night
                          from reservation_nights n join reservation_rooms m using (reservation_id, room_index)
                         where n.reservation_id = ?
                        """)
                .param(id)
                .query(Cell.class)
                .list();
    }

    /** Forgets rooms and guests, for {@link #add} to write what a change says. */
    void remove(long id) {
        jdbc.sql("delete from reservation_rooms where reservation_id = ?").param(id).update();
        jdbc.sql("delete from guests where reservation_id = ?").param(id).update();
    }

    /** All rooms and guests, each room by the channel's index; nothing is counted yet. */
    void add(long id, int hotelId, List<Room> rooms, SealedPeople people) {
        jdbc.sql(
                        """
                        with told as (
                            select * from jsonb_to_recordset(cast(:rooms as jsonb)) as r (
                                "index" text, room text, name text, adults smallint, children smallint, arrival date,
                                departure date, total numeric, guest text, "nameHash" text, remarks text, "mealPlan" text, ages jsonb,
                                cancellation jsonb, nights jsonb)),
                        rooms as (
                            insert into reservation_rooms (hotel_id, reservation_id, room_index, remote_room, room_name, adults,
                                children, arrival, departure, total, guest_sealed, remarks_sealed, meal_plan, ages, cancellation)
                            select :hotel, :id, "index", room, name, adults, children, arrival, departure, total,
                                   decode(guest, 'base64'), decode(remarks, 'base64'), "mealPlan", ages, cancellation from told),
                        guests as (
                            insert into guests (hotel_id, reservation_id, kind, room_index, sealed, name_hash)
                            select :hotel, :id, 'guest', "index", decode(guest, 'base64'), decode("nameHash", 'base64')
                              from told where guest is not null
                            union all
                            select :hotel, :id, 'booker', null, cast(:booker as bytea), cast(:bookerHash as bytea)
                             where cast(:bookerHash as bytea) is not null)
                        insert into reservation_nights (hotel_id, reservation_id, room_index, night, remote_rate, other_rate, price, fees, promotion)
                        select :hotel, :id, told."index", n.night, n.rate, n."otherRate", n.price, n.fees, n.promotion
                          from told, jsonb_to_recordset(told.nights) as n (night date, rate text, "otherRate" text, price numeric, fees numeric, promotion text)
                        """)
                .param("rooms", ReservationJson.write(rows(rooms, people)))
                .param("hotel", hotelId)
                .param("id", id)
                .param("booker", people.booker())
                .param("bookerHash", people.nameHash())
                .update();
    }

    /** Counts the nights of a direct booking, which names rooms and plans by our own keys. */
    void resolveDirect(long id) {
        jdbc.sql(
                        "update reservation_rooms set room_type_id = cast(remote_room as integer) where reservation_id = ?")
                .param(id)
                .update();
        jdbc.sql(
                        """
                        update reservation_nights n
                           set room_type_id = m.room_type_id,
                               product_id   = (select p.id from products p
                                                where p.room_type_id = m.room_type_id and p.rate_plan_id = cast(n.remote_rate as integer))
                          from reservation_rooms m
                         where n.reservation_id = ? and m.reservation_id = n.reservation_id and m.room_index = n.room_index
                        """)
                .param(id)
                .update();
    }

    /** Nothing of it is counted any more from a night on. */
    void release(long id, LocalDate from) {
        jdbc.sql(
                        "update reservation_nights set room_type_id = null where reservation_id = ? and night >= ?")
                .params(id, from)
                .update();
    }

    /** Nothing of it is counted any more. */
    void release(long id) {
        jdbc.sql("update reservation_nights set room_type_id = null where reservation_id = ?")
                .param(id)
                .update();
    }

    /**
     * What the nights of a booking mean here.
     *
     * @param unmapped whether a room or rate has no meaning yet
     */
    record Resolved(List<Cell> cells, boolean unmapped) {}

    private record Meaning(Cell cell, boolean unknown) {}

    /** Looks up what the channel's rooms and rates are here, and counts the nights there. */
    Resolved resolve(long id, HotelConnection connection) {
        var nights =
                jdbc.sql(
                                """
                        with rooms as (
                            update reservation_rooms m
                               set room_type_id = coalesce((select p.room_type_id from ota_rate_plans p
                                       where p.connection_id = :connection and p.remote_room = m.remote_room and p.remote_rate is null),
                                   cast(:fallback as integer))
                             where m.reservation_id = :id
                            returning m.room_index, m.remote_room, m.room_type_id,
                                      not exists (select from ota_rate_plans p
                                                   where p.connection_id = :connection and p.remote_room = m.remote_room
                                                     and p.remote_rate is null and p.room_type_id is not null) as unknown),
                        nights as (
                            update reservation_nights n
                               set room_type_id = m.room_type_id,
                                   product_id   = (select p.product_id from ota_rate_plans p
                                       where p.connection_id = :connection and p.remote_room = m.remote_room
                                         and p.remote_rate in (n.remote_rate, n.other_rate) and p.product_id is not null
                                       order by p.remote_rate = n.remote_rate desc limit 1)
                              from rooms m
                             where n.reservation_id = :id and m.room_index = n.room_index
                            returning m.remote_room, n.room_type_id, n.night,
                                      m.unknown or n.product_id is null and n.remote_rate is not null as unknown)
                        select * from nights
                        """)
                        .param("connection", connection.id())
                        .param("fallback", connection.unknownRoomType())
                        .param("id", id)
                        .query((row, number) -> meaning(row))
                        .list();
        return new Resolved(
                nights.stream().map(Meaning::cell).toList(),
                nights.stream().anyMatch(Meaning::unknown));
    }

    private static Meaning meaning(ResultSet row) throws SQLException {
        return new Meaning(
                new Cell(
                        row.getString("remote_room"),
                        row.getObject("room_type_id", Integer.class),
                        row.getObject("night", LocalDate.class)),
                row.getBoolean("unknown"));
    }

    private static List<RoomRow> rows(List<Room> rooms, SealedPeople people) {
        return rooms.stream().map(room -> RoomRow.of(room, people)).toList();
    }
}
