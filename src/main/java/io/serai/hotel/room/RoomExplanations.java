package io.serai.hotel.room;

import io.serai.ari.RoomNight;
import io.serai.ari.RoomSteps;
import io.serai.hotel.room.RoomExplanation.Holder;
import io.serai.hotel.room.RoomExplanation.Step;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Explains what is left of a night, past ones too, by the very code that reckons it. */
@Repository
public class RoomExplanations {

    private static final String NIGHT =
            """
            select t.code, t.size, n.offered, n.overbooking, n.sold, n.held_back, n.out_of_order, n.safety_stock, n.closed,
                   coalesce(n.counted_up_to, 0) as counted_up_to, n.night is not null as written
              from room_types t
              left join rooms_to_sell n on n.room_type_id = t.id and n.night = cast(:night as date)
             where t.hotel_id = :hotel and t.id = :type
            """;

    private static final String HOLDERS =
            """
            select r.id, r.number, r.provider, count(*) as rooms
              from reservation_nights n join reservations r on r.id = n.reservation_id
             where n.room_type_id = ? and n.night = ?
             group by r.id order by r.id
            """;

    private final RoomShares shares;

    RoomExplanations(RoomShares shares) {
        this.shares = shares;
    }

    /**
     * A night of a room type that this transaction sees.
     *
     * @param roomType its key
     */
    public Optional<RoomExplanation> of(
            JdbcClient session, int hotel, int roomType, LocalDate night) {
        List<Holder> holders =
                session.sql(HOLDERS).params(roomType, night).query(Holder.class).list();
        return session.sql(NIGHT)
                .param("hotel", hotel)
                .param("type", roomType)
                .param("night", night)
                .query((row, number) -> explained(session, hotel, roomType, night, holders, row))
                .optional();
    }

    private RoomExplanation explained(
            JdbcClient session,
            int hotel,
            int roomType,
            LocalDate night,
            List<Holder> holders,
            ResultSet row)
            throws SQLException {
        boolean written = row.getBoolean("written");
        RoomNight rooms = written ? night(row) : RoomNight.UNWRITTEN;
        List<Step> steps = new ArrayList<>();
        int left = rooms.left(into(steps));
        return new RoomExplanation(
                Integer.toString(roomType),
                row.getString("code"),
                night,
                written,
                row.getInt("size"),
                rooms.offered(),
                rooms.overbooking(),
                rooms.sold(),
                holders,
                rooms.heldBack(),
                rooms.outOfOrder(),
                rooms.safetyStock(),
                left,
                rooms.isOversold(),
                rooms.closed(),
                row.getString("counted_up_to"),
                steps,
                shares.of(session, hotel, roomType, night, rooms));
    }

    private static RoomNight night(ResultSet row) throws SQLException {
        return new RoomNight(
                row.getInt("offered"),
                row.getInt("overbooking"),
                row.getInt("sold"),
                row.getInt("held_back"),
                row.getInt("out_of_order"),
                row.getInt("safety_stock"),
                row.getBoolean("closed"));
    }

    /** Writes down each step. */
    static RoomSteps into(List<Step> steps) {
        return (kind, before, after) -> {
            steps.add(new Step(kind.word(), before, after));
            return after;
        };
    }
}
