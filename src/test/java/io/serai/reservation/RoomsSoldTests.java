package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rooms sold where more may be sold than there are, or fewer are to be. */
class RoomsSoldTests {

    private final TestHotel hotel = new TestHotel();

    @Test
    void sellsWithinTheAllowanceWithoutAnOversellAndFlagsTheOneBeyond() {
        hotel.jdbc
                .sql("update room_nights set offered = 1 where room_type_id = ?")
                .param(hotel.room)
                .update();
        hotel.jdbc
                .sql("update room_types set overbooking = 1, safety_stock = 2 where id = ?")
                .param(hotel.room)
                .update();

        hotel.take(booking("1"));
        hotel.take(booking("2"));
        assertThat(oversold()).isEmpty();

        hotel.take(booking("3"));
        assertThat(oversold()).containsExactly("3");
    }

    @Test
    void lowersWhatIsHeldByTheChannelsOwnSaleAlsoWhereACeilingStoodBeforeIt() {
        hotel.jdbc
                .sql("update ota_rate_plans set most_rooms = 3 where id = ?")
                .param(hotel.remoteRoom)
                .update();
        hotel.told(3, 2, Instant.now().minusSeconds(600));
        hotel.jdbc.sql("delete from marks").update();

        hotel.take(booking("1").created(Instant.now().minusSeconds(20)));

        assertThat(hotel.held()).containsExactly("2", "2");
        assertThat(
                        hotel.jdbc
                                .sql(
                                        "select wanted ->> 'rooms' from ota_inventory_sync where remote_id = ? and night < ? order by night")
                                .params(hotel.remoteRoom, TestHotel.FIRST.plusDays(2))
                                .query(String.class)
                                .list())
                .containsExactly("3", "3");
        assertThat(
                        hotel.jdbc
                                .sql("select nights::text from marks where connection_id = ?")
                                .param(hotel.connection)
                                .query(String.class)
                                .list())
                .containsExactly(
                        "{[%s,%s)}".formatted(TestHotel.FIRST, TestHotel.FIRST.plusDays(2)));
    }

    @Test
    void notesUpToWhichRevisionTheRoomsSoldOfANightAreCounted() {
        hotel.take(booking("1"));
        long booked = last();
        assertThat(counted(3)).containsExactly(booked, booked, 0L);

        hotel.take(booking("2").nights(1, 2));
        long other = last();
        assertThat(counted(4)).containsExactly(booked, other, other, 0L);

        hotel.take(cancellation("1"));
        assertThat(counted(3)).containsExactly(last(), last(), other);
    }

    private List<String> oversold() {
        return hotel.jdbc
                .sql("select number from reservations where is_oversold and account_id = ?")
                .param(hotel.account)
                .query(String.class)
                .list();
    }

    private long last() {
        return Long.parseLong(
                hotel.one(
                        "select max(id)::text from reservation_revisions where hotel_id = ?",
                        hotel.hotel));
    }

    private List<Long> counted(int nights) {
        return hotel.jdbc
                .sql(
                        "select counted_up_to from room_nights where room_type_id = ? and night < ? order by night")
                .params(hotel.room, TestHotel.FIRST.plusDays(nights))
                .query(Long.class)
                .list();
    }
}
