package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpediaControlTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();

    @Test
    void showsItsHotelsAsTheOtherStandInDoes() {
        var hotel = new ExpediaHotel(CHANNEL);

        var shown = CHANNEL.control("GET", "/sandbox/hotels", null);

        assertThat(shown.findValuesAsText("id")).contains(String.valueOf(hotel.id), hotel.room);
        assertThat(StandIn.shared().control("GET", "/sandbox/hotels", null).toString())
                .doesNotContain(hotel.room);
    }

    @Test
    void sellsNothingItWasNeverToldOf() {
        var hotel = new ExpediaHotel(CHANNEL);

        var answer = hotel.tryToBook(hotel.wish(hotel.plan(1), 10, 12, ""));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("NO_ROOMS_LEFT");
    }

    @Test
    void booksByForceAndRemembersTheGuestsOwnName() {
        var hotel = new ExpediaHotel(CHANNEL);
        var wish = hotel.wish(hotel.plan(1), 10, 12, ", \"force\": true, \"ref\": \"a\"");

        var first = hotel.book(wish);
        var second = hotel.book(wish);

        assertThat(second).isEqualTo(first);
        var shown = CHANNEL.control("GET", "/sandbox/hotels/" + hotel.id + "/bookings", null);
        assertThat(shown).hasSize(1);
        assertThat(shown.at("/0/transactions/0/state").asText()).isEqualTo("pending");
    }
}
