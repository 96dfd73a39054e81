package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.RoomNight;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a change of rooms to sell marks, and what the database says is left. */
class RoomsToSellMarkingTests {

    private static Database database;
    private static JdbcClient jdbc;

    private SampleHotel hotel;
    private LocalDate today;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void aHotelThatSellsAWeek() {
        hotel = SampleHotel.another(database);
        today = jdbc.sql("select serai_today(?)").param(hotel.id()).query(LocalDate.class).single();
        hotel.sell(database, today.minusDays(3), today.plusDays(3), 5, 100_00);
        jdbc.sql("delete from marks").update();
    }

    @Test
    void marksTheHorizonOfARoomTypeWhoseSafetyStockOrAllowanceChanges() {
        update("update room_types set safety_stock = 2 where id = ?", hotel.roomType());
        update("update room_types set overbooking = 1 where id = ?", hotel.roomType());

        assertThat(marked()).containsExactly(horizon(), horizon());
        assertThat(audited("room_types"))
                .containsExactly(
                        "{\"size\": 10, \"overbooking\": 0, \"safety_stock\": 2}",
                        "{\"size\": 10, \"overbooking\": 1, \"safety_stock\": 2}");
    }

    @Test
    void marksNothingWhereARoomTypeStaysAsItWasOrIsOnlyRenamed() {
        update(
                "update room_types set safety_stock = 0, overbooking = 0 where id = ?",
                hotel.roomType());
        update("update room_types set name = 'Sea View' where id = ?", hotel.roomType());

        assertThat(marked()).isEmpty();
    }

    @Test
    void leavesNightsPastAsTheyWereSold() {
        update("update room_types set safety_stock = 2 where id = ?", hotel.roomType());
        update("update room_types set safety_stock = 4 where id = ?", hotel.roomType());

        assertThat(left()).containsExactly(5, 5, 5, 1, 1, 1, 1);
    }

    @Test
    void marksTheOneNightThatIsToldToKeepFewer() {
        update(
                "update room_nights set safety_stock = 1 where room_type_id = ? and night = ?",
                hotel.roomType(),
                today.plusDays(1));

        assertThat(marked())
                .containsExactly("{[%s,%s)}".formatted(today.plusDays(1), today.plusDays(2)));
        assertThat(left()).containsExactly(5, 5, 5, 5, 4, 5, 5);
    }

    @Test
    void marksTheConnectionAloneWhoseShareOfARoomChanges() {
        SampleHotel other = SampleHotel.another(database);
        jdbc.sql("delete from marks").update();

        update("update ota_rate_plans set most_rooms = 3 where id = ?", hotel.remoteRoom());
        update("update ota_rate_plans set most_rooms = 3 where id = ?", hotel.remoteRoom());

        assertThat(marked()).containsExactly(horizon());
        assertThat(marks(other)).isEmpty();
        assertThat(audited("ota_rate_plans"))
                .containsExactly("{\"last_rooms\": null, \"most_rooms\": 3}");
    }

    @Test
    void reckonsInTheDatabaseWhatIsReckonedHere() {
        Random random = new Random(15);
        for (int night = 0; night < 7; night++) {
            update(
                    """
                    update room_nights set offered = ?, overbooking = ?, sold = ?, held_back = ?, out_of_order = ?, safety_stock = ?
                     where room_type_id = ? and night = ?
                    """,
                    random.nextInt(9),
                    random.nextInt(3),
                    random.nextInt(9),
                    random.nextInt(2),
                    random.nextInt(2),
                    random.nextInt(3),
                    hotel.roomType(),
                    today.plusDays(night - 3L));
        }

        assertThat(
                        jdbc.sql("select * from rooms_to_sell where room_type_id = ?")
                                .param(hotel.roomType())
                                .query(
                                        (row, number) -> {
                                            RoomNight night =
                                                    new RoomNight(
                                                            row.getInt("offered"),
                                                            row.getInt("overbooking"),
                                                            row.getInt("sold"),
                                                            row.getInt("held_back"),
                                                            row.getInt("out_of_order"),
                                                            row.getInt("safety_stock"),
                                                            row.getBoolean("closed"));
                                            return night.left() == row.getInt("rooms_left")
                                                    && night.isOversold()
                                                            == row.getBoolean("is_oversold");
                                        })
                                .list())
                .hasSize(7)
                .containsOnly(true);
    }

    @Test
    void showsWhatAConnectionIsToGetOfWhatIsLeft() {
        update(
                "update ota_rate_plans set most_rooms = 3, last_rooms = 2 where id = ?",
                hotel.remoteRoom());
        update(
                "update room_nights set sold = 3 where room_type_id = ? and night = ?",
                hotel.roomType(),
                today);

        assertThat(
                        jdbc.sql(
                                        "select wanted ->> 'rooms' from ota_inventory_sync where remote_id = ? and night >= ? order by night")
                                .params(hotel.remoteRoom(), today)
                                .query(String.class)
                                .list())
                .containsExactly("0", "3", "3", "3");
    }

    @Test
    void offersWhatLeavesAsManyAsIsSaid() {
        update(
                "update room_types set safety_stock = 1, overbooking = 3 where id = ?",
                hotel.roomType());
        update("update room_nights set sold = 1 where room_type_id = ?", hotel.roomType());

        jdbc.sql("select serai_leave(array [?, ?], array [?::date, ?::date], array [4, 0])")
                .params(hotel.roomType(), hotel.roomType(), today, today.plusDays(1))
                .query(Integer.class)
                .single();

        assertThat(left().subList(3, 6)).containsExactly(4, 0, 6);
        assertThat(
                        jdbc.sql(
                                        "select offered || ' ' || coalesce(overbooking::text, 'as usual') from room_nights where room_type_id = ? and night in (?, ?) order by night")
                                .params(hotel.roomType(), today, today.plusDays(1))
                                .query(String.class)
                                .list())
                .containsExactly("3 as usual", "0 2");
    }

    private void update(String sql, Object... params) {
        jdbc.sql(sql).params(params).update();
    }

    private List<Integer> left() {
        return jdbc.sql(
                        "select rooms_left from rooms_to_sell where room_type_id = ? order by night")
                .param(hotel.roomType())
                .query(Integer.class)
                .list();
    }

    private String horizon() {
        return "{[%s,%s)}".formatted(today, today.plusDays(550));
    }

    /** The nights marked that are not past. */
    private List<String> marked() {
        return marks(hotel);
    }

    private List<String> marks(SampleHotel of) {
        return jdbc.sql(
                        """
                        select (nights * datemultirange(daterange(?, null)))::text from marks
                         where connection_id = ? and room_type_id = ? and nights && daterange(?, null) order by id
                        """)
                .params(today, of.connection(), of.roomType(), today)
                .query(String.class)
                .list();
    }

    private List<String> audited(String subject) {
        return jdbc.sql(
                        "select change::text from audit where hotel_id = ? and subject = ? and act = 'update' order by id")
                .params(hotel.id(), subject)
                .query(String.class)
                .list();
    }
}
