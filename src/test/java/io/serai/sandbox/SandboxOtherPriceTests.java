package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxOtherPriceTests {

    private static final StandIn CHANNEL = StandIn.shared();

    @Test
    void takesCountsPricesAndRestrictionsByBxml() {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.bxml(
                        """
                        <room id="%d"><date from="%s" to="%s"><roomstosell>7</roomstosell></date>
                        <date value="%s"><rate id="1"/><currencycode>EUR</currencycode>
                          <price>120.50</price><price1>99.00</price1><closed>0</closed>
                          <minimumstay>2</minimumstay><minimumstay_arrival>3</minimumstay_arrival>
                          <maximumstay>9</maximumstay><closedonarrival>0</closedonarrival>
                          <closedondeparture>1</closedondeparture>
                          <min_advance_res>1D6</min_advance_res></date></room>"""
                                .formatted(
                                        hotel.doubleRoom,
                                        hotel.day(1),
                                        hotel.day(9),
                                        hotel.day(5)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<ok/>\n<!-- RUID: [");
        assertThat(hotel.left(9)).isEqualTo(7);
        var night = hotel.grid().at("/rooms/0/rates/0/nights/0");
        assertThat(night.at("/prices/1").decimalValue()).isEqualByComparingTo("99.00");
        assertThat(night.get("minArrival").asInt()).isEqualTo(3);
        assertThat(night.get("ctd").asBoolean()).isTrue();
        assertThat(night.get("minAdvance").asInt()).isEqualTo(30);
    }

    @Test
    void wordsErrorsOfBxmlAndAppliesTheRest() {
        var hotel = new TestHotel(CHANNEL);
        var date = "<date value=\"%s\"><roomstosell>1</roomstosell></date>".formatted(hotel.day(1));

        var partly =
                hotel.bxml(
                        "<room id=\"%d\">%s</room><room id=\"4711\">%s</room><room>%s</room>"
                                .formatted(hotel.doubleRoom, date, date, date));
        var empty = hotel.bxml("");

        assertThat(partly.statusCode()).isEqualTo(200);
        assertThat(partly.body())
                .contains("<error code=\"ROOM_ID_INVALID\"><message>")
                .contains("<error code=\"ROOM_ID_MISSING\"><message>");
        assertThat(hotel.left(1)).isEqualTo(1);
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("ROOM_ELEMENT_REQUIRED");
    }

    @Test
    void sellsByLengthOfStay() {
        var hotel = new TestHotel(CHANNEL).open(5);

        var answer =
                hotel.post(
                        "/hotels/csv/los_pricing",
                        "%s,2,%d,3,EUR,100,190.50,,300\n"
                                .formatted(hotel.day(10), hotel.doubleRoom));

        assertThat(answer.body()).contains("<ok/>");
        var twoNights = StandIn.json(hotel.tryToBook(hotel.wish(3, 10, 12, "")).body());
        assertThat(twoNights.get("total").decimalValue()).isEqualByComparingTo("190.50");
        var threeNights = hotel.tryToBook(hotel.wish(3, 10, 13, ""));
        assertThat(threeNights.body()).contains("NO_PRICE");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 2, EUR, LOS_PRICING_PASSED_FOR_OBP_RATE",
        "1, 2, EUR, LOS_PRICING_PASSED_FOR_STANDARD_RATE",
        "3, 3, EUR, OCCUPANCY_INVALID",
        "3, 2, USD, CURRENCY_CODE_DONT_MATCH_HOTEL_CURRENCY"
    })
    void refusesPricesByStayThatDoNotFit(long rate, int persons, String currency, String code) {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                hotel.post(
                        "/hotels/csv/los_pricing",
                        "%s,%d,%d,%d,%s,100\n"
                                .formatted(
                                        hotel.day(10), persons, hotel.doubleRoom, rate, currency));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(code);
    }

    @Test
    void addsTheOffsetOfThePersonsToTheBasePrice() {
        var hotel = new TestHotel(CHANNEL);
        hotel.availability(count(2, 1, hotel.control(hotel.doubleRoom, 1, 20)));
        hotel.rates(TestHotel.price(1, hotel.control(hotel.doubleRoom, 4, 1, 20), 10_000, ""));

        var answer =
                hotel.post(
                        "/hotels/xml/derivedprices",
                        """
                        <request><room id="%d"><rate id="4"><offset persons="1" value="-15.50"/>
                        <offset persons="1" value="-20.00" from="%s" to="%s"/></rate></room></request>"""
                                .formatted(hotel.doubleRoom, hotel.day(11), hotel.day(11)));

        assertThat(answer.body()).contains("<ok/>");
        var alone = hotel.wish(4, 10, 12, "").replace("\"adults\": 2", "\"adults\": 1");
        var booked = StandIn.json(hotel.tryToBook(alone).body());
        assertThat(booked.get("total").decimalValue()).isEqualByComparingTo("164.50");
    }
}
