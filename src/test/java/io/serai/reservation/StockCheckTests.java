package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StockCheckTests {

    private final TestHotel hotel = new TestHotel();
    private final StockCheck check = TestSerai.bean(StockCheck.class);

    @Test
    void findsTheNightsThatSayOtherThanTheReservationsAndPutsThemRight() {
        hotel.take(booking("1"));
        hotel.jdbc
                .sql(
                        "update room_nights set sold = sold + 2 where room_type_id = ? and night between ? and ?")
                .params(hotel.room, TestHotel.FIRST.plusDays(1), TestHotel.FIRST.plusDays(2))
                .update();

        check.run(null);
        assertThat(said()).isEqualTo("differs 2");
        var shown =
                new ReservationFigures()
                        .stockDifferences()
                        .question()
                        .apply(hotel.jdbc)
                        .query()
                        .singleRow();
        assertThat(((Number) shown.get("nights")).intValue()).isGreaterThanOrEqualTo(2);

        assertThat(check.repair(hotel.hotel)).isEqualTo(2);
        assertThat(hotel.sold(4)).containsExactly(1, 1, 0, 0);
        assertThat(
                        hotel.one(
                                "select actor from audit where hotel_id = ? order by id desc limit 1",
                                hotel.hotel))
                .isEqualTo("engine:stock-check");
        check.run(null);
        assertThat(said()).isEqualTo("equal 0");
    }

    @Test
    void makesANightThatWasLost() {
        hotel.take(booking("1"));
        hotel.jdbc
                .sql("delete from room_nights where room_type_id = ? and night = ?")
                .params(hotel.room, TestHotel.FIRST)
                .update();

        check.repair(hotel.hotel);

        assertThat(
                        hotel.one(
                                "select offered || ' ' || sold from room_nights where room_type_id = ? and night = ?",
                                hotel.room,
                                TestHotel.FIRST))
                .isEqualTo("0 1");
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    private String said() {
        return hotel.one(
                "select outcome || ' ' || coalesce(jsonb_array_length(detail), 0) from ota_sync_logs where hotel_id = ? and name = 'stock-check' order by id desc limit 1",
                hotel.hotel);
    }
}
