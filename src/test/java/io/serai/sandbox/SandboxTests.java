package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SandboxTests {

    @Test
    void sellsWhatItWasToldAndHandsTheBookingOverUntilItIsAcknowledged() {
        var hotel = new TestHotel(StandIn.shared()).open(3);

        var booking = hotel.book(hotel.wish(1, 10, 12, ""));

        assertThat(hotel.left(10)).isEqualTo(2);
        assertThat(hotel.left(12)).isEqualTo(3);
        assertThat(hotel.newReservations()).contains("ResID_Value=\"" + booking + "\"");
        assertThat(hotel.newReservations()).contains("ResID_Value=\"" + booking + "\"");
        assertThat(hotel.acknowledgeNew(booking).statusCode()).isEqualTo(200);
        assertThat(hotel.newReservations()).doesNotContain("ResID_Value");
    }
}
