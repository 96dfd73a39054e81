package io.serai.reservation.direct;

import io.serai.channel.Amount;
import io.serai.hotel.sale.SaleTerms;
import io.serai.hotel.sale.SoldHotel;
import io.serai.reservation.DirectRecord;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import io.serai.reservation.direct.BookingRefused.Why;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a hotel does with bookings of its own. Each works in the caller's transaction and under the
 * hotel's lock: of many who want the last room one gets it, and who is refused changed nothing.
 * What does not change with a sale is read before the lock, on which channels wait, too.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class DirectBookings {

    /** Nights of a stay at most: all of them are looked at while channels wait for the hotel. */
    private static final int LONGEST = 366;

    private final JdbcClient jdbc;
    private final DirectRecord record;
    private final BookingDetails details;
    private final Clock clock;

    DirectBookings(JdbcClient jdbc, DirectRecord record, BookingDetails details, Clock clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.details = details;
        this.clock = clock;
    }

    /**
     * Books.
     *
     * @return the booking's key
     * @throws BookingRefused where a room is not left, the plan does not allow the stay, or it
     *     costs something else than was quoted
     */
    public long create(int hotel, BookingWish wish) {
        demandLength(wish);
        var terms = SaleTerms.read(jdbc, hotel);
        record.lockHotel(hotel);
        var said = said(terms, wish, null);
        var now = LocalDateTime.now(clock.withZone(ZoneOffset.UTC));
        return record.open(hotel, number -> said.of(number, now), wish.hotelNumber());
    }

    /**
     * Makes a booking what is wanted of it now. Its nights are given back and taken in one: where
     * what is wanted is not to be had, it stays as it is.
     *
     * @param seen the version that the caller saw; null: whichever
     * @param change what is wanted, of the booking as it stands
     * @throws BookingRefused as {@link #create}, and where somebody changed it since
     */
    public void modify(
            long id, @Nullable Integer seen, Function<BookingDetail, BookingWish> change) {
        var before = lock(id, seen);
        var hotel = hotel(before);
        var terms = SaleTerms.read(jdbc, hotel);
        record.lockHotel(hotel);
        var wish = change.apply(before);
        demandLength(wish);
        var said = said(terms, wish, before);
        record.revise(id, said.of(before.number(), null), wish.hotelNumber());
    }

    /**
     * What a booking would cost if it were made what is wanted of it, and what stands against that.
     *
     * @throws BookingRefused where the wish names what the hotel has not
     */
    public Quoted quote(long id, Function<BookingDetail, BookingWish> change) {
        var before = details.read(id).orElseThrow();
        var terms = SaleTerms.read(jdbc, hotel(before));
        var wish = change.apply(before);
        demandLength(wish);
        var rooms = Sale.look(jdbc, terms, wish, before);
        boolean priced = rooms.stream().noneMatch(room -> room.offer().total() == null);
        return new Quoted(
                before,
                rooms.stream().map(Sale.Sold::offer).toList(),
                priced ? new SaidBooking(terms.hotel(), wish, rooms).total() : null);
    }

    /**
     * Cancels a booking.
     *
     * @param penalty what the guest pays nevertheless; null: what it costs stays
     */
    public void cancel(long id, @Nullable Integer seen, @Nullable Amount penalty) {
        var before = lock(id, seen);
        demandWithin(before, penalty);
        record.cancel(id, SaidBooking.cancelled(before.number(), before.currency(), penalty));
    }

    private static void demandLength(BookingWish wish) {
        if (wish.departure().isAfter(wish.arrival().plusDays(LONGEST))) {
            throw BookingRefused.of(
                    Why.CANNOT_BE,
                    "departure: '%s' (expected: %s or earlier, %d nights at most)"
                            .formatted(
                                    wish.departure(), wish.arrival().plusDays(LONGEST), LONGEST));
        }
    }

    /** Nobody who cancels pays more than the stay would have cost. */
    private static void demandWithin(BookingDetail booking, @Nullable Amount penalty) {
        Amount total = booking.total();
        if (penalty != null && total != null && penalty.value().compareTo(total.value()) > 0) {
            throw BookingRefused.of(
                    Why.CANNOT_BE,
                    "penalty: '%s' (expected: at most %s %s, what was booked)"
                            .formatted(penalty, total, booking.currency()));
        }
    }

    /** The guest did not come: nights from today on are given back, those past stay sold. */
    public void noShow(long id, @Nullable Integer seen) {
        var before = lock(id, seen);
        var today = SoldHotel.read(jdbc, hotel(before)).today();
        if (before.arrival() == null || before.arrival().isAfter(today)) {
            throw BookingRefused.of(
                    Why.NOT_NOW,
                    "arrival: %s (expected: %s or earlier)".formatted(before.arrival(), today));
        }
        record.noShow(id, today);
    }

    /** The hotel confirmed the booking to its guest. */
    public void confirm(long id, @Nullable Integer seen, @Nullable String hotelNumber) {
        lock(id, seen);
        record.confirm(id, hotelNumber);
    }

    private SaidBooking said(SaleTerms terms, BookingWish wish, @Nullable BookingDetail before) {
        List<Sale.Sold> rooms = Sale.of(jdbc, terms, wish, before);
        var said = new SaidBooking(terms.hotel(), wish, rooms);
        BigDecimal total = said.total().value();
        if (wish.quoted() != null && wish.quoted().value().compareTo(total) != 0) {
            throw BookingRefused.of(
                    Why.OTHER_PRICE,
                    "quoted: '%s' (expected: '%s', as it costs now)"
                            .formatted(wish.quoted(), total),
                    rooms.stream().map(Sale.Sold::offer).toList());
        }
        return said;
    }

    private BookingDetail lock(long id, @Nullable Integer seen) {
        record.lock(id);
        var booking = details.read(id).orElseThrow();
        if (seen != null && seen != booking.version()) {
            throw BookingRefused.changed(seen, booking);
        }
        if (!booking.status().equals("booked") && !booking.status().equals("modified")) {
            throw BookingRefused.of(
                    Why.NOT_NOW,
                    "status: '%s' (expected: booked or modified)".formatted(booking.status()));
        }
        return booking;
    }

    private static int hotel(BookingDetail booking) {
        return Integer.parseInt(Objects.requireNonNull(booking.hotel(), "hotel"));
    }
}
