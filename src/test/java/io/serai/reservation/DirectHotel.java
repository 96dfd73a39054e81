package io.serai.reservation;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Booker;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.direct.BookingWish;
import io.serai.reservation.direct.BookingWish.RoomWish;
import io.serai.reservation.direct.DirectBookings;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A {@link TestHotel} that sells its doubles by itself at 100.00, 101.00, 102.00 … a night. */
final class DirectHotel {

    final TestHotel hotel = new TestHotel();
    private final DirectBookings bookings = TestSerai.bean(DirectBookings.class);
    private final TransactionTemplate transaction =
            new TransactionTemplate(TestSerai.bean(PlatformTransactionManager.class));

    DirectHotel() {
        hotel.jdbc
                .sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, prices)
                        select p.id, cast(? as date) + n, p.hotel_id, array[10000 + n * 100]
                          from products p, generate_series(0, ? - 1) n where p.hotel_id = ?
                        """)
                .params(TestHotel.FIRST, TestHotel.NIGHTS, hotel.hotel)
                .update();
    }

    static LocalDate night(int number) {
        return TestHotel.FIRST.plusDays(number);
    }

    /** One double, or several, for two. */
    static BookingWish wish(int from, int to, int rooms) {
        return wish(
                from, to, IntStream.rangeClosed(1, rooms).mapToObj(i -> room("" + i, 2)).toList());
    }

    static BookingWish wish(int from, int to, List<RoomWish> rooms) {
        return new BookingWish(
                night(from),
                night(to),
                rooms,
                new Booker(
                        "Ada", "Lovelace", "ada@example.org", null, null, null, null, null, null),
                List.of("By the window"),
                List.of(),
                null,
                null,
                null,
                null);
    }

    static RoomWish room(String index, int adults, String... prices) {
        return new RoomWish(
                index,
                "double",
                "bar",
                adults,
                0,
                List.of(),
                "Ada Lovelace",
                List.of(),
                prices.length == 0 ? null : List.of(prices).stream().map(Amount::of).toList());
    }

    long book(BookingWish wish) {
        return within(() -> bookings.create(hotel.hotel, wish));
    }

    void change(long id, Integer seen, BookingWish wish) {
        transaction.executeWithoutResult(status -> bookings.modify(id, seen, now -> wish));
    }

    void cancel(long id) {
        transaction.executeWithoutResult(status -> bookings.cancel(id, null, null));
    }

    void noShow(long id) {
        transaction.executeWithoutResult(status -> bookings.noShow(id, null));
    }

    void confirm(long id, String number) {
        transaction.executeWithoutResult(status -> bookings.confirm(id, null, number));
    }

    BookingDetail read(long id) {
        return TestSerai.bean(BookingDetails.class).read(id).orElseThrow();
    }

    void set(int night, String assignment) {
        hotel.jdbc
                .sql("update rate_nights set " + assignment + " where hotel_id = ? and night = ?")
                .params(hotel.hotel, night(night))
                .update();
    }

    private <T> T within(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }
}
