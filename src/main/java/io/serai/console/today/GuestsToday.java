package io.serai.console.today;

import io.serai.console.Hotel;
import io.serai.console.bookings.BookingRow;
import io.serai.console.bookings.BookingRows;
import io.serai.reservation.detail.BookingSearch;
import io.serai.reservation.detail.BookingSearch.Only;
import io.serai.reservation.detail.BookingSearch.Order;
import io.serai.reservation.detail.BookingSearch.Wish;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who comes, goes and stays today, and what was booked last. */
@Repository
class GuestsToday {

    private static final int MOST = 30;
    private static final int LATEST = 10;
    private static final int COUNTED = 1_000;

    private final BookingSearch search;
    private final BookingRows rows;

    GuestsToday(BookingSearch search, BookingRows rows) {
        this.search = search;
        this.rows = rows;
    }

    /**
     * Bookings of one kind.
     *
     * @param count of all
     * @param first the first of them
     * @param all where all of them are listed
     */
    record Guests(int count, List<BookingRow> first, String all) {

        public boolean isMore() {
            return count > first.size();
        }
    }

    Guests arrivals(JdbcClient session, Hotel hotel, LocalDate today) {
        return standing(session, hotel, wish(today, today, null, null), "arrival", today);
    }

    Guests departures(JdbcClient session, Hotel hotel, LocalDate today) {
        return standing(session, hotel, wish(null, null, today, today), "departure", today);
    }

    /** Those who came before today and stay the night. */
    Guests inHouse(JdbcClient session, Hotel hotel, LocalDate today) {
        Wish wish = wish(null, today.minusDays(1), today.plusDays(1), null);
        return standing(session, hotel, wish, "stay", today);
    }

    private Guests standing(
            JdbcClient session, Hotel hotel, Wish wish, String by, LocalDate today) {
        List<Only> only = List.of(Only.STANDING);
        List<Long> found = search.find(session, hotel.id(), wish, only, Order.OLDEST, 0, MOST);
        int count =
                found.size() < MOST
                        ? found.size()
                        : search.count(session, hotel.id(), wish, only, COUNTED);
        return new Guests(
                count,
                rows.read(session, hotel, found),
                "/hotels/%d/bookings?status=standing&by=%s&from=%s&to=%s"
                        .formatted(hotel.id(), by, today, today));
    }

    /** What was taken or changed last, the latest first. */
    List<BookingRow> latest(JdbcClient session, Hotel hotel) {
        return rows.read(
                session,
                hotel,
                search.find(
                        session,
                        hotel.id(),
                        wish(null, null, null, null),
                        List.of(),
                        Order.CHANGED,
                        0,
                        LATEST));
    }

    private static Wish wish(
            @Nullable LocalDate arrivalFrom,
            @Nullable LocalDate arrivalTo,
            @Nullable LocalDate departureFrom,
            @Nullable LocalDate departureTo) {
        return new Wish(
                null,
                null,
                arrivalFrom,
                arrivalTo,
                departureFrom,
                departureTo,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
