package io.serai.hotel.room;

import io.serai.delivery.Wakes;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The room types of a hotel; all within the caller's transaction. */
@Repository
public class RoomTypes {

    private static final String SELECT =
            """
            select id, code, name, size, max_guests, safety_stock, overbooking from room_types where hotel_id = ?
            """;

    private final Wakes wakes;

    RoomTypes(Wakes wakes) {
        this.wakes = wakes;
    }

    /** All of a hotel, by code. */
    public List<RoomType> of(JdbcClient session, int hotel) {
        return session.sql(SELECT + "order by code").param(hotel).query(RoomType.class).list();
    }

    /** One of a hotel. */
    public Optional<RoomType> find(JdbcClient session, int hotel, int id) {
        return session.sql(SELECT + "and id = ?")
                .params(hotel, id)
                .query(RoomType.class)
                .optional();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    public Optional<RoomType> lock(JdbcClient session, int hotel, int id) {
        return session.sql(SELECT + "and id = ? for no key update")
                .params(hotel, id)
                .query(RoomType.class)
                .optional();
    }

    /**
     * Adds one and gives its key; as many rooms as the house has are offered on all nights that are
     * sold.
     */
    public int add(JdbcClient session, int hotel, RoomType type) {
        int added =
                session.sql(
                                """
                                insert into room_types (hotel_id, code, name, size, max_guests, safety_stock, overbooking, nights_due_at)
                                values (:hotel, :code, :name, :size, :guests, :safety, :overbooking, '-infinity') returning id
                                """)
                        .param("hotel", hotel)
                        .param("code", type.code())
                        .param("name", type.name())
                        .param("size", type.size())
                        .param("guests", type.maxGuests())
                        .param("safety", type.safetyStock())
                        .param("overbooking", type.overbooking())
                        .query(Integer.class)
                        .single();
        session.sql("select serai_make_nights(?, '-infinity')").param(hotel).query().singleRow();
        return added;
    }

    /** Writes all but its code; nights that this reaches are told to channels. */
    public void write(JdbcClient session, RoomType type) {
        session.sql(
                        """
                        update room_types set name = ?, size = ?, max_guests = ?, safety_stock = ?, overbooking = ? where id = ?
                        """)
                .params(
                        type.name(),
                        type.size(),
                        type.maxGuests(),
                        type.safetyStock(),
                        type.overbooking(),
                        Integer.valueOf(type.id()))
                .update();
        wakes.afterCommit();
    }
}
