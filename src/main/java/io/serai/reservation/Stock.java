package io.serai.reservation;

import io.serai.delivery.Wakes;
import io.serai.reservation.Movement.StockChange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Rooms sold of a room type and night. Only reservations move it; the tables' triggers mark what
 * moved. Rows are locked in order of room type and night, so that two bookings never wait for each
 * other.
 */
@Repository
class Stock {

    private static final String CHANGES =
            """
            with changes as (
                select * from jsonb_to_recordset(cast(:changes as jsonb)) as c (type integer, night date, by smallint))
            """;

    private final JdbcClient jdbc;
    private final Wakes wakes;

    Stock(JdbcClient jdbc, Wakes wakes) {
        this.jdbc = jdbc;
        this.wakes = wakes;
    }

    /**
     * Moves what is sold as the latest revision of the reservation says, and notes that it is
     * counted. A night that has no row yet gets one with nothing offered.
     */
    void move(int hotelId, long reservationId, List<StockChange> changes) {
        if (!changes.isEmpty()) {
            var latest = "(select max(id) from reservation_revisions where reservation_id = :by)";
            count(hotelId, latest, reservationId, changes);
        }
    }

    /**
     * Moves what is sold without a revision: who counted up to the hotel's latest number before has
     * not counted this.
     */
    void recount(int hotelId, List<StockChange> changes) {
        if (!changes.isEmpty()) {
            // before any night is locked, as everybody who numbers a hotel's revisions
            var number =
                    jdbc.sql("select serai_recount(?)").param(hotelId).query(Long.class).single();
            count(hotelId, "cast(:by as bigint)", number, changes);
        }
    }

    /**
     * @param upTo the number up to which it is counted, in SQL
     * @param by what that is reckoned of
     */
    private void count(int hotelId, String upTo, long by, List<StockChange> changes) {
        wakes.afterCommit();
        var moved = move(upTo, by, changes);
        var without =
                changes.stream()
                        .filter(
                                it ->
                                        it.by() > 0
                                                && !moved.contains(
                                                        new Moved(it.type(), it.night())))
                        .toList();
        if (!without.isEmpty()) {
            open(hotelId, without);
            move(upTo, by, without);
        }
    }

    private record Moved(int type, LocalDate night) {}

    private Set<Moved> move(String upTo, long by, List<StockChange> changes) {
        return jdbc.sql(
                        CHANGES
                                + """
                                , locked as (
                                    select n.room_type_id, n.night, c.by
                                      from room_nights n join changes c on c.type = n.room_type_id and c.night = n.night
                                     where n.night between :earliest and :latest
                                     order by n.room_type_id, n.night
                                       for update of n),
                                number as materialized (select %s as up_to)
                                update room_nights n
                                   set sold          = n.sold + locked.by,
                                       counted_up_to = greatest(n.counted_up_to, number.up_to)
                                  from locked, number
                                 where n.room_type_id = locked.room_type_id and n.night = locked.night
                                   and n.night between :earliest and :latest
                                returning n.room_type_id as type, n.night
                                """
                                        .formatted(upTo))
                .param("changes", ReservationJson.write(changes))
                .param("by", by)
                .params(bounds(changes))
                .query(Moved.class)
                .set();
    }

    /** Gives nights a row with nothing offered. */
    private void open(int hotelId, List<StockChange> changes) {
        jdbc.sql(
                        CHANGES
                                + """
                                insert into room_nights (room_type_id, night, hotel_id, offered)
                                select type, night, :hotel, 0 from changes order by type, night
                                on conflict do nothing
                                """)
                .param("changes", ReservationJson.write(changes))
                .param("hotel", hotelId)
                .update();
    }

    private static Map<String, LocalDate> bounds(List<StockChange> changes) {
        return Movement.bounds(changes.stream().map(StockChange::night));
    }

    /**
     * Whether a night of these is one of which more rooms are sold than may be.
     *
     * @param cells of a reservation
     */
    boolean isOversold(List<Cell> cells) {
        var counted = cells.stream().filter(cell -> cell.roomTypeId() != null).distinct().toList();
        if (counted.isEmpty()) {
            return false;
        }
        return jdbc.sql(
                        """
                        select exists (select from rooms_to_sell n
                                         join jsonb_to_recordset(cast(:cells as jsonb)) as c ("roomTypeId" integer, night date)
                                           on n.room_type_id = c."roomTypeId" and n.night = c.night
                                        where n.is_oversold and n.night between :earliest and :latest)
                        """)
                .param("cells", ReservationJson.write(counted))
                .params(Movement.bounds(counted.stream().map(Cell::night)))
                .query(Boolean.class)
                .single();
    }
}
