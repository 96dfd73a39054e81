package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReservationInboxUnderLoadTests {

    private final TestHotel hotel = new TestHotel();

    @Test
    void takesAMessageOnceThatTwoBringAtTheSameMoment() throws Exception {
        for (int round = 0; round < 20; round++) {
            var message = booking("twin" + round).nights(round, 1);

            var receipts = together(List.of(() -> hotel.take(message), () -> hotel.take(message)));

            assertThat(receipts).containsExactlyInAnyOrder(Receipt.OPENED, Receipt.REPEATED);
        }
        assertThat(hotel.sold(20)).containsOnly(1);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void countsFiftyBookingsOfTheSameRoomTypesThatComeAtOnce() throws Exception {
        var other = hotel.roomType("other", 5);
        hotel.map("R2", null, other, null);

        together(
                IntStream.range(0, 50)
                        .<Callable<Receipt>>mapToObj(n -> () -> hotel.take(twoRooms(n)))
                        .toList());

        assertThat(hotel.sold(3)).containsExactly(50, 50, 50);
        assertThat(hotel.sold(other, 3)).containsExactly(50, 50, 50);
        assertThat(hotel.sold(TestHotel.NIGHTS + 2).subList(TestHotel.NIGHTS, TestHotel.NIGHTS + 2))
                .containsExactly(50, 50);
        assertThat(hotel.stockDifferences()).isEmpty();
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservations where is_oversold and account_id = ?",
                                hotel.account))
                .isGreaterThanOrEqualTo("45");
    }

    private static Message twoRooms(int n) {
        var first = room("1", n % 2 == 0 ? "R1" : "R2", "P1", 0, 3);
        var second = room("2", n % 2 == 0 ? "R2" : "R1", "P1", 0, 3);
        var beyond = room("3", "R1", "P1", TestHotel.NIGHTS, 2);
        return booking("many" + n).rooms(first, second, beyond);
    }

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        var threads = Executors.newFixedThreadPool(work.size());
        try {
            var results = new ArrayList<T>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
