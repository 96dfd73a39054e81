package io.serai.reservation;

import static io.serai.reservation.DirectHotel.night;
import static io.serai.reservation.DirectHotel.room;
import static io.serai.reservation.DirectHotel.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.serai.channel.Amount;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetail.Revision;
import io.serai.reservation.direct.BookingRefused;
import io.serai.reservation.direct.BookingRefused.Why;
import io.serai.reservation.direct.BookingWish;
import io.serai.testing.Kill;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DirectBookingsTests {

    private final DirectHotel inn = new DirectHotel();
    private final TestHotel hotel = inn.hotel;

    @Test
    void takesABookingForThePriceThatGuestsSeeAndCountsItsNights() {
        var booking = inn.read(inn.book(wish(1, 3, 1)));

        assertThat(booking.channel()).isEqualTo(BookingDetail.DIRECT);
        assertThat(booking.number()).startsWith("D-");
        assertThat(booking.total()).hasToString("203.00");
        assertThat(booking.booker().surname()).isEqualTo("Lovelace");
        assertThat(booking.remarks()).containsExactly("By the window");
        assertThat(booking.rooms().get(0).roomType()).isEqualTo("double");
        assertThat(booking.rooms().get(0).nights())
                .extracting(night -> night.ratePlan() + " " + night.price())
                .containsExactly("bar 101.00", "bar 102.00");
        assertThat(hotel.sold(4)).containsExactly(0, 1, 1, 0);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void sellsTheLastRoomOnceToAllWhoWantItAtOnce() {
        inn.book(wish(0, 2, 4));

        var bookings =
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        CompletableFuture.supplyAsync(
                                                () -> refused(() -> inn.book(wish(1, 3, 1)))))
                        .toList();

        assertThat(bookings.stream().map(CompletableFuture::join).filter(why -> why == null))
                .hasSize(1);
        assertThat(hotel.sold(3)).containsExactly(4, 5, 1);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void neverSellsTheSafetyStockNorWhatIsHeldBack() {
        hotel.jdbc
                .sql("update room_nights set held_back = 2, safety_stock = 2 where hotel_id = ?")
                .param(hotel.hotel)
                .update();

        inn.book(wish(0, 1, 1));

        assertThat(refused(() -> inn.book(wish(0, 1, 1)))).isEqualTo(Why.NOT_SOLD);
    }

    @Test
    void movesABookingInOneAndLeavesItWhereThatCannotBe() {
        var id = inn.book(wish(0, 2, 3));
        inn.book(wish(2, 4, 4));

        assertThat(refused(() -> inn.change(id, 1, wish(1, 3, 3)))).isEqualTo(Why.NOT_SOLD);

        assertThat(inn.read(id).version()).isEqualTo(1);
        assertThat(hotel.sold(5)).containsExactly(3, 3, 4, 4, 0);
        inn.change(id, 1, wish(0, 3, 1));
        assertThat(inn.read(id).status()).isEqualTo("modified");
        assertThat(hotel.sold(5)).containsExactly(1, 1, 5, 4, 0);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void keepsThePricesOfNightsThatABookingHasAndAsksForThoseItGets() {
        var id = inn.book(wish(0, 2, 1));
        inn.set(0, "prices = '{99900}'");
        inn.set(1, "closed = true");

        inn.change(id, null, wish(0, 3, 1));

        assertThat(inn.read(id).total()).hasToString("303.00");
    }

    @Test
    void refusesAChangeOfABookingThatIsAnotherByNow() {
        var id = inn.book(wish(0, 2, 1));
        inn.change(id, 1, wish(0, 3, 1));

        var stale =
                catchThrowableOfType(BookingRefused.class, () -> inn.change(id, 1, wish(0, 1, 1)));

        assertThat(stale.why()).isEqualTo(Why.CHANGED);
        assertThat(stale.newer().version()).isEqualTo(2);
        assertThat(hotel.sold(3)).containsExactly(1, 1, 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | closed = true     | closed",
                "1 | prices = null     | unpriced",
                "1 | cta = true        | cta",
                "3 | ctd = true        | ctd",
                "1 | min_arrival = 3   | min-stay",
                "1 | max_arrival = 1   | max-stay",
                "2 | min_through = 3   | min-stay",
                "2 | max_through = 1   | max-stay",
            })
    void refusesWhatThePlanDoesNotAllow(int night, String rule, String reason) {
        inn.set(night, rule);

        var refused = catchThrowableOfType(BookingRefused.class, () -> inn.book(wish(1, 3, 1)));

        assertThat(refused.offers().get(0).why())
                .extracting(why -> why.reason().word())
                .containsOnly(reason);
        assertThat(hotel.sold(4)).containsOnly(0);
    }

    @Test
    void allowsWhatRestrictionsOfOtherNightsDoNotForbid() {
        inn.set(1, "ctd = true, max_arrival = 2, min_arrival = 2");
        inn.set(2, "cta = true");
        inn.set(3, "closed = true, cta = true, min_through = 9");

        inn.book(wish(1, 3, 1));

        assertThat(hotel.sold(4)).containsExactly(0, 1, 1, 0);
    }

    @Test
    void sellsAtThePriceThatTheHotelSaysAndNeverAboveWhatWasQuoted() {
        var free = inn.book(wish(0, 2, List.of(room("1", 2, "80.00", "0.00"))));

        assertThat(inn.read(free).total()).hasToString("80.00");
        assertThat(refused(() -> inn.book(quoted(wish(0, 2, 1), "200.00"))))
                .isEqualTo(Why.OTHER_PRICE);
        assertThat(refused(() -> inn.book(quoted(wish(0, 2, 1), "201.00")))).isNull();
    }

    @Test
    void refusesMoreGuestsThanARoomTakesAndPlansThatAreNotSold() {
        assertThat(refused(() -> inn.book(wish(0, 1, List.of(room("1", 3))))))
                .isEqualTo(Why.NOT_SOLD);
        assertThat(
                        refused(
                                () ->
                                        inn.book(
                                                wish(
                                                        0,
                                                        1,
                                                        List.of(
                                                                new BookingWish.RoomWish(
                                                                        "1", "suite", "bar", 1, 0,
                                                                        List.of(), null, List.of(),
                                                                        null))))))
                .isEqualTo(Why.CANNOT_BE);
    }

    @Test
    void givesTheNightsOfACancelledBookingBackOnce() {
        var id = inn.book(wish(0, 2, 2));

        inn.cancel(id);

        assertThat(inn.read(id).status()).isEqualTo("cancelled");
        assertThat(inn.read(id).total()).hasToString("402.00");
        assertThat(hotel.sold(2)).containsExactly(0, 0);
        assertThat(refused(() -> inn.cancel(id))).isEqualTo(Why.NOT_NOW);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void givesBackFromTodayOnWhatAGuestWhoDidNotComeHad() {
        hotel.jdbc
                .sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select ?, current_date + n, ?, 5 from generate_series(-1, 1) n
                        """)
                .params(hotel.room, hotel.hotel)
                .update();
        var id = inn.book(wish(0, 2, 1));
        assertThat(refused(() -> inn.noShow(id))).isEqualTo(Why.NOT_NOW);

        arriveYesterday(id);
        inn.noShow(id);

        assertThat(inn.read(id).status()).isEqualTo("no-show");
        assertThat(inn.read(id).rooms().get(0).nights())
                .extracting(BookingDetail.Night::counted)
                .containsExactly(true, false);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    @Test
    void numbersAllThatHappensToABookingAsRevisionsThatNobodyMustConfirm() {
        var id = inn.book(wish(0, 1, 1));
        inn.confirm(id, "PMS-7");
        inn.change(id, 2, wish(0, 2, 1));
        inn.cancel(id);

        var booking = inn.read(id);

        assertThat(booking.revisions())
                .extracting(Revision::kind)
                .containsExactly("new", "confirm", "modify", "cancel");
        assertThat(booking.revisions()).extracting(one -> Long.valueOf(one.id())).isSorted();
        assertThat(booking.revisions()).noneMatch(one -> one.acknowledgedAt() == null);
        assertThat(booking.hotelNumber()).isEqualTo("PMS-7");
        assertThat(booking.confirmedAt()).isNotNull();
        assertThat(booking.version()).isEqualTo(4);
    }

    @Test
    void leavesEverythingAsItWasWhereverAChangeIsKilled() {
        var id = inn.book(wish(0, 2, 2));

        var kills = 0;
        while (!isDone(kills + 1, () -> inn.change(id, 1, wish(1, 4, 3)))) {
            kills++;
            assertThat(hotel.sold(4)).containsExactly(2, 2, 0, 0);
            assertThat(inn.read(id).version()).isEqualTo(1);
            assertThat(inn.read(id).rooms()).hasSize(2);
        }

        assertThat(kills).isGreaterThan(10);
        assertThat(hotel.sold(4)).containsExactly(0, 3, 3, 3);
        assertThat(hotel.stockDifferences()).isEmpty();
    }

    /** Whether the work ended before so many steps. */
    private static boolean isDone(int step, Runnable work) {
        var killed = catchThrowable(() -> Kill.beforeStep(step, work));
        if (killed != null) {
            assertThat(killed).hasStackTraceContaining("Killed");
        }
        return killed == null;
    }

    @Test
    void keepsBookingAndStockOrNeitherWhenItsTransactionFails() {
        assertThatThrownBy(() -> inn.book(wish(0, 1, List.of(room("1", 2), room("1", 2)))))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(hotel.sold(1)).containsExactly(0);
        assertThat(
                        hotel.one(
                                "select count(*)::text from reservations where hotel_id = ?",
                                hotel.hotel))
                .isEqualTo("0");
    }

    /** As if it had been booked long ago for yesterday and today. */
    private void arriveYesterday(long id) {
        var later = "current_date - 1 - cast('" + night(0) + "' as date)";
        hotel.jdbc
                .sql("update reservations set arrival = arrival + (" + later + ") where id = ?")
                .param(id)
                .update();
        hotel.jdbc
                .sql(
                        "update reservation_nights set night = night + ("
                                + later
                                + ") where reservation_id = ?")
                .param(id)
                .update();
        hotel.jdbc
                .sql(
                        """
                        update room_nights n set sold = (select count(*) from reservation_nights r where r.room_type_id = n.room_type_id and r.night = n.night)
                         where hotel_id = ?
                        """)
                .param(hotel.hotel)
                .update();
    }

    private static BookingWish quoted(BookingWish wish, String total) {
        return new BookingWish(
                wish.arrival(),
                wish.departure(),
                wish.rooms(),
                wish.booker(),
                wish.remarks(),
                wish.services(),
                null,
                null,
                Amount.of(total),
                null);
    }

    private static Why refused(Runnable work) {
        try {
            work.run();
            return null;
        } catch (BookingRefused refused) {
            return refused.why();
        }
    }
}
