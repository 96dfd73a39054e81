package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static io.serai.sandbox.TestHotel.restrict;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxGuestTests {

    private static final StandIn CHANNEL = StandIn.shared();

    @Test
    void lowersItsOwnCountByASale() {
        var hotel = new TestHotel(CHANNEL).open(3);

        var booked = StandIn.json(hotel.tryToBook(hotel.wish(1, 10, 12, "")).body());

        assertThat(booked.get("total").decimalValue()).isEqualByComparingTo("200.00");
        assertThat(hotel.left(9)).isEqualTo(3);
        assertThat(hotel.left(10)).isEqualTo(2);
        assertThat(hotel.left(11)).isEqualTo(2);
        assertThat(hotel.left(12)).isEqualTo(3);
    }

    @Test
    void letsOneOfFiftyGuestsHaveTheLastRoom() throws Exception {
        var hotel = new TestHotel(CHANNEL).open(1);
        var guests = Executors.newFixedThreadPool(50);

        var answers =
                guests.invokeAll(
                        IntStream.range(0, 50)
                                .<java.util.concurrent.Callable<Integer>>mapToObj(
                                        n ->
                                                () ->
                                                        hotel.tryToBook(hotel.wish(1, 10, 13, ""))
                                                                .statusCode())
                                .toList());
        guests.shutdown();

        var statuses = new java.util.ArrayList<Integer>();
        for (var answer : answers) {
            statuses.add(answer.get());
        }
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(49);
        assertThat(hotel.left(11)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'<LengthsOfStay><LengthOfStay Time=\"3\" MinMaxMessageType=\"SetMinLOS\"/></LengthsOfStay>', 11, MIN_STAY",
        "'<LengthsOfStay><LengthOfStay Time=\"1\" MinMaxMessageType=\"SetMaxLOS\"/></LengthsOfStay>', 11, MAX_STAY",
        "'<RestrictionStatus Status=\"Close\"/>', 11, RATE_CLOSED",
        "'<RestrictionStatus Restriction=\"Arrival\" Status=\"Close\"/>', 10, CLOSED_TO_ARRIVAL",
        "'<RestrictionStatus Restriction=\"Departure\" Status=\"Close\"/>', 12, CLOSED_TO_DEPARTURE"
    })
    void refusesAStayThatARestrictionForbidsAndTakesTheNextThatFits(
            String restriction, int day, String code) {
        var hotel = new TestHotel(CHANNEL).open(3);
        hotel.availability(restrict(1, hotel.control(hotel.doubleRoom, 1, day, day), restriction));

        var answer = hotel.tryToBook(hotel.wish(1, 10, 12, ""));
        var elsewhere = hotel.tryToBook(hotel.wish(1, 20, 22, ""));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(code);
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        assertThat(hotel.left(10)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "minimumstay_arrival, 3, MIN_STAY",
        "maximumstay_arrival, 1, MAX_STAY",
        "exactstay_arrival, 4, EXACT_STAY",
        "min_advance_res, 300D, TOO_LATE",
        "max_advance_res, 1D2, TOO_EARLY"
    })
    void looksAtTheLimitsOfTheArrivalOnTheDayOfArrivalOnly(
            String element, String value, String code) {
        var hotel = new TestHotel(CHANNEL).open(3);
        hotel.bxml(
                "<room id=\"%d\"><date value=\"%s\"><rate id=\"1\"/><%s>%s</%s></date></room>"
                        .formatted(hotel.doubleRoom, hotel.day(10), element, value, element));

        var onTheDay = hotel.tryToBook(hotel.wish(1, 10, 12, ""));
        var through = hotel.tryToBook(hotel.wish(1, 9, 11, ""));

        assertThat(onTheDay.body()).contains(code);
        assertThat(through.statusCode()).isEqualTo(201);
    }

    @Test
    void hidesEveryRateOfAClosedRoom() {
        var hotel = new TestHotel(CHANNEL).open(3);
        hotel.availability(
                restrict(
                        1,
                        hotel.control(hotel.doubleRoom, 11, 11),
                        "<RestrictionStatus Status=\"Close\"/>"));

        var answer = hotel.tryToBook(hotel.wish(5, 10, 12, ""));

        assertThat(answer.body()).contains("ROOM_CLOSED");
    }

    @Test
    void sellsNothingItWasNeverToldOf() {
        var hotel = new TestHotel(CHANNEL);

        var roomless = hotel.tryToBook(hotel.wish(1, 10, 12, ""));
        hotel.availability(count(3, 1, hotel.control(hotel.doubleRoom, 1, 20)));
        var priceless = hotel.tryToBook(hotel.wish(1, 10, 12, ""));

        assertThat(roomless.body()).contains("NO_ROOMS_LEFT");
        assertThat(priceless.body()).contains("NO_PRICE");
    }

    @Test
    void sellsAChildRateAtItsParentsPriceLessTheDiscount() {
        var hotel = new TestHotel(CHANNEL).open(3);

        var booked = StandIn.json(hotel.tryToBook(hotel.wish(5, 10, 12, "")).body());

        assertThat(booked.get("total").decimalValue()).isEqualByComparingTo("180.00");
    }

    @Test
    void leavesAnUnlimitedCountAlone() {
        var hotel = new TestHotel(CHANNEL).open(255);

        hotel.book(hotel.wish(1, 10, 12, ""));

        assertThat(hotel.left(10)).isEqualTo(255);
    }

    @Test
    void changesABookingOrLeavesItAsItWas() {
        var hotel = new TestHotel(CHANNEL).open(1);
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));
        hotel.book(hotel.wish(1, 14, 16, ""));
        hotel.newReservations();
        hotel.acknowledgeNew(booking);

        var refused = hotel.change(booking, hotel.wish(1, 13, 15, ""));
        var changed = hotel.change(booking, hotel.wish(1, 11, 13, ""));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("NO_ROOMS_LEFT");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(hotel.left(12)).isZero();
        assertThat(hotel.left(13)).isEqualTo(1);
        assertThat(hotel.left(10)).as("not given back by itself").isZero();
    }

    @Test
    void givesBackWhatAChangedBookingHeldThatNobodyAcknowledged() {
        var hotel = new TestHotel(CHANNEL).open(1);
        var booking = hotel.book(hotel.wish(1, 10, 12, ""));

        hotel.change(booking, hotel.wish(1, 11, 13, ""));

        assertThat(hotel.left(10)).isEqualTo(1);
        assertThat(hotel.left(12)).isZero();
    }

    @Test
    void raisesItsCountAfterACancellationOnlyWhenTold() {
        try (var channel = StandIn.start(Map.of("sandbox.guests.replenish", "true"))) {
            var generous = new TestHotel(channel).open(2);
            var usual = new TestHotel(CHANNEL).open(2);

            generous.cancel(generous.book(generous.wish(1, 10, 12, "")));
            usual.cancel(usual.book(usual.wish(1, 10, 12, "")));

            assertThat(generous.left(10)).isEqualTo(2);
            assertThat(usual.left(10)).isEqualTo(1);
        }
    }

    @Test
    void booksByForceWhatIsSoldOut() {
        var hotel = new TestHotel(CHANNEL).open(0);

        var answer = hotel.tryToBook(hotel.wish(1, 10, 12, ", \"force\": true"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(hotel.left(10)).isZero();
    }

    @Test
    void playsManyActsInOrderAndAGuestWhoAsksTwiceOnce() {
        var hotel = new TestHotel(CHANNEL).open(1);
        var acts =
                """
                [{"act": "book", "booking": %s}, {"act": "book", "booking": %s},
                 {"act": "book", "booking": %s}, {"act": "cancel", "ref": "a"}]"""
                        .formatted(
                                hotel.wish(1, 10, 12, ", \"ref\": \"a\""),
                                hotel.wish(1, 10, 12, ", \"ref\": \"a\""),
                                hotel.wish(1, 10, 12, ", \"ref\": \"b\""));

        var outcomes = CHANNEL.control("POST", "/sandbox/hotels/" + hotel.id + "/guest-acts", acts);

        assertThat(outcomes.findValuesAsText("status")).containsExactly("201", "201", "409", "200");
        assertThat(outcomes.at("/0/id")).isEqualTo(outcomes.at("/1/id"));
        assertThat(outcomes.at("/2/code").asText()).isEqualTo("NO_ROOMS_LEFT");
    }
}
