package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static io.serai.reservation.Message.cancellation;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Amount;
import io.serai.reservation.IncomingReservation.Penalty;
import io.serai.reservation.IncomingReservation.Service;
import io.serai.reservation.detail.BookingDetail;
import io.serai.reservation.detail.BookingDetails;
import java.util.List;
import org.junit.jupiter.api.Test;

class BookingDetailsTests {

    private final TestHotel hotel = new TestHotel();
    private final BookingDetails details = TestSerai.bean(BookingDetails.class);

    @Test
    void showsAllThatAChannelToldOfABooking() {
        take(whole(booking("1").nights(0, 2).at(hotel.remote)));

        var booking = read();

        assertThat(booking.status()).isEqualTo("booked");
        assertThat(booking.total()).hasToString("100.00");
        assertThat(booking.taxes()).hasToString("7.50");
        assertThat(booking.commission()).hasToString("15.00");
        assertThat(booking.booker().surname()).isEqualTo("Lovelace");
        assertThat(booking.remarks()).containsExactly("Arrives by boat");
        assertThat(booking.loyalty()).containsExactly(new Loyalty("gold", "12"));
        assertThat(booking.services())
                .containsExactly(new Service("meal", "Breakfast", 2, 2, Amount.of("20.00")));
        assertThat(booking.revisions())
                .singleElement()
                .satisfies(only -> assertThat(only.kind()).isEqualTo("new"));
        assertThat(booking.rooms())
                .singleElement()
                .satisfies(
                        room -> {
                            assertThat(room.roomType()).isEqualTo("double");
                            assertThat(room.guest()).isEqualTo("Ada Lovelace");
                            assertThat(room.mealPlan()).isEqualTo("breakfast");
                            assertThat(room.ages()).containsExactly(4, 9);
                            assertThat(room.cancellation())
                                    .containsExactly(new Penalty("P1D", Amount.of("50.00")));
                            assertThat(room.nights()).hasSize(2);
                            assertThat(room.nights().get(0).ratePlan()).isEqualTo("bar");
                            assertThat(room.nights().get(0).price()).hasToString("50.00");
                            assertThat(room.nights().get(0).counted()).isTrue();
                        });
    }

    @Test
    void showsTheSameOfABookingThatWasTakenBeforeItWasKeptSo() {
        take(whole(booking("1").nights(0, 2).at(hotel.remote)));
        var before = read();

        hotel.jdbc
                .sql(
                        """
                        update reservations set has_details = false, tax = null, services = null, words_sealed = null where account_id = ?
                        """)
                .param(hotel.account)
                .update();
        hotel.jdbc
                .sql(
                        """
                        update reservation_rooms set meal_plan = null, ages = null, cancellation = null where hotel_id = ?
                        """)
                .param(hotel.hotel)
                .update();

        assertThat(read()).usingRecursiveComparison().ignoringFields("updatedAt").isEqualTo(before);
    }

    @Test
    void keepsWhatACancelledBookingWas() {
        take(whole(booking("1").nights(0, 2).at(hotel.remote)));

        hotel.take(cancellation("1"));

        assertThat(read().status()).isEqualTo("cancelled");
        assertThat(read().taxes()).hasToString("7.50");
        assertThat(read().services()).hasSize(1);
        assertThat(read().remarks()).containsExactly("Arrives by boat");
        assertThat(read().rooms().get(0).nights()).noneMatch(BookingDetail.Night::counted);
        assertThat(read().revisions())
                .extracting(BookingDetail.Revision::kind)
                .containsExactly("new", "cancel");
    }

    @Test
    void showsNobodyOfABookingWhosePeopleWereErased() {
        take(whole(booking("1").nights(0, 2).at(hotel.remote)));

        hotel.jdbc
                .sql("update reservations set person_key = null where account_id = ?")
                .param(hotel.account)
                .update();

        assertThat(read().booker()).isNull();
        assertThat(read().remarks()).isEmpty();
        assertThat(read().rooms().get(0).guest()).isNull();
        assertThat(read().toString()).doesNotContain("Lovelace");
    }

    private BookingDetail read() {
        var id =
                hotel.jdbc
                        .sql("select id from reservations where account_id = ?")
                        .param(hotel.account)
                        .query(Long.class)
                        .single();
        return details.read(id).orElseThrow();
    }

    private void take(IncomingReservation told) {
        hotel.inbox.take(hotel.account, told, new Delivery.Pushed());
    }

    private static IncomingReservation whole(IncomingReservation it) {
        var room = it.rooms().get(0);
        return new IncomingReservation(
                it.hotel(),
                it.number(),
                it.kind(),
                it.created(),
                it.changed(),
                it.reference(),
                it.brand(),
                it.currency(),
                it.total(),
                Amount.of("7.5"),
                it.commission(),
                it.booker(),
                it.payment(),
                List.of("Arrives by boat"),
                it.notes(),
                List.of(new Loyalty("gold", "12")),
                List.of(
                        new IncomingReservation.Room(
                                room.index(),
                                room.room(),
                                room.name(),
                                "breakfast",
                                room.total(),
                                room.adults(),
                                2,
                                List.of(4, 9),
                                room.guest(),
                                room.remarks(),
                                List.of(new Penalty("P1D", Amount.of("50.00"))),
                                room.nights())),
                List.of(new Service("meal", "Breakfast", 2, 2, Amount.of("20.00"))));
    }
}
