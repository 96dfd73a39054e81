package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExpediaBookingTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();

    @Test
    void handsANewBookingOverUntilItIsConfirmed() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var booking =
                hotel.book(
                        hotel.wish(
                                hotel.plan(1), 10, 12, ", \"card\": true, \"remarks\": \"Late\""));

        var first = hotel.retrieve("");
        var second = hotel.retrieve("");
        var again = hotel.retrieve("<ParamSet><Status value=\"retrieved\"/></ParamSet>");
        var confirmed = hotel.confirm(booking, "Book", "PMS-1");

        assertThat(first)
                .contains("id=\"" + booking + "\" type=\"Book\"")
                .contains("source=\"Expedia\" status=\"pending\"")
                .contains("roomTypeID=\"" + hotel.room + "\" ratePlanID=\"" + hotel.plan(1) + "\"")
                .contains("<PerDayRate stayDate=\"" + hotel.day(10) + "\" baseRate=\"100.00\"/>")
                .contains("amountAfterTaxes=\"220.00\" amountOfTaxes=\"20.00\" currency=\"EUR\"")
                .contains("<PaymentMethod>VirtualCard</PaymentMethod>")
                .contains("model=\"Gross\"")
                .contains("cardNumber=\"5555555555554444\"")
                .contains("<SpecialRequest code=\"4\">Late</SpecialRequest>");
        assertThat(second).doesNotContain("<Booking ");
        assertThat(again).contains("status=\"retrieved\"");
        assertThat(confirmed).contains("EQC/BC/2007/08").doesNotContain("Warning");
        assertThat(hotel.retrieve("<ParamSet><Status value=\"confirmed\"/></ParamSet>"))
                .contains("status=\"confirmed\" confirmNumber=\"PMS-1\"");
    }

    @Test
    void showsThatTheHotelCollects() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        hotel.book(
                hotel.wish(
                        hotel.plan(1) + "A",
                        10,
                        12,
                        ", \"card\": true, \"source\": \"Hotels.com\""));

        var message = hotel.retrieve("");

        assertThat(message)
                .contains("source=\"A-Hotels.com\"")
                .contains("ratePlanID=\"" + hotel.plan(1) + "A\"")
                .contains("cardNumber=\"4111111111111111\"")
                .contains("<SpecialRequest code=\"5\">")
                .doesNotContain("<Payment ");
    }

    @Test
    void tellsOfChildrenExtraGuestsRequestsAndTelephonesWithoutTheFieldsOf2020() {
        var hotel = new ExpediaHotel(CHANNEL, "", ", \"paymentFields\": false").open(3);
        hotel.book(
                hotel.wish(
                                hotel.plan(1),
                                10,
                                11,
                                ", \"card\": true, \"requests\": [{\"code\": \"1.14\", \"text\": \"1 king bed\"}]")
                        .replace("\"adults\": 2", "\"adults\": 2, \"childAges\": [5]")
                        .replace("\"email\"", "\"phone\": \"+351 21 0000000\", \"email\""));

        var message = hotel.retrieve("");

        assertThat(message)
                .contains("<GuestCount adult=\"2\" child=\"1\">", "<Child age=\"5\"/>")
                .contains("baseRate=\"100.00\" extraPersonFees=\"15.00\"")
                .contains("countryCode=\"351\" cityAreaCode=\"21\" number=\"0000000\"")
                .contains("<SpecialRequest code=\"1.14\">1 king bed</SpecialRequest>")
                .contains("cardNumber=\"5555555555554444\"")
                .doesNotContain("PaymentMethod", "BaseRateType", "<Payment ", "cardActivation");
    }

    @Test
    void offersTheNextTransactionAfterTheOneBeforeWasConfirmed() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        hotel.retrieve("");
        hotel.change(booking, hotel.wish(hotel.plan(1), 10, 13, ""));
        hotel.cancel(booking);

        var before = hotel.retrieve("");
        hotel.confirm(booking, "Book", "PMS-1");
        var modified = hotel.retrieve("");
        hotel.confirm(booking, "Modify", "PMS-2");
        var cancelled = hotel.retrieve("");

        assertThat(before).doesNotContain("<Booking ");
        assertThat(modified).contains("type=\"Modify\"").contains("confirmNumber=\"PMS-1\"");
        assertThat(cancelled)
                .contains("type=\"Cancel\"")
                .contains("roomTypeID=\"0\" ratePlanID=\"0\"")
                .contains("amountAfterTaxes=\"0.00\"")
                .contains("departure=\"" + hotel.day(13) + "\"")
                .contains("surname=\"Example\"")
                .doesNotContain("100.00");
    }

    @Test
    void tellsABookingThatNobodyHasSeenAsItNowStands() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        hotel.change(booking, hotel.wish(hotel.plan(1), 10, 14, ""));

        var message = hotel.retrieve("");

        assertThat(message).contains("type=\"Book\"").contains("departure=\"" + hotel.day(14));
        hotel.confirm(booking, "Book", "PMS-1");
        assertThat(hotel.retrieve("")).doesNotContain("<Booking ");
    }

    @Test
    void tellsNothingOfAChangeThatChangesNothing() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        hotel.retrieve("");
        hotel.confirm(booking, "Book", "PMS-1");

        hotel.change(booking, hotel.wish(hotel.plan(1), 10, 12, ""));

        assertThat(hotel.retrieve("")).doesNotContain("<Booking ");
    }

    @Test
    void warnsOfConfirmationsThatDoNotCount() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var other = new ExpediaHotel(CHANNEL);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));

        assertThat(hotel.confirm(booking, "Book", "PMS-1")).contains("code=\"10102\"");
        hotel.retrieve("");
        assertThat(hotel.confirm(1, "Book", "PMS-1")).contains("code=\"10080\"");
        assertThat(other.confirm(booking, "Book", "PMS-1")).contains("code=\"10081\"");
        assertThat(hotel.confirm(booking, "Modify", "PMS-1"))
                .contains("code=\"10100\" bookingID=\"" + booking + "\" bookingType=\"Modify\"");
        IntStream.rangeClosed(1, 3)
                .forEach(
                        n ->
                                assertThat(hotel.confirm(booking, "Book", "PMS-" + n))
                                        .doesNotContain("Warning"));
        assertThat(hotel.confirm(booking, "Book", "PMS-3")).doesNotContain("Warning");
        assertThat(hotel.confirm(booking, "Book", "PMS-4")).contains("code=\"10103\"");
    }

    @Test
    void refusesMoreThanTenNumbersInAMessage() {
        var hotel = new ExpediaHotel(CHANNEL);

        var answer =
                hotel.confirm(
                        IntStream.range(0, 11)
                                .mapToObj(n -> hotel.number(n, "Book", "N"))
                                .toArray(String[]::new));

        assertThat(answer).contains("<Error code=\"3301\">");
    }

    @Test
    void handsOverAHundredAndTwentyFiveOfTheNewestAtOnce() {
        var hotel = new ExpediaHotel(CHANNEL);
        var ids =
                IntStream.range(0, 127)
                        .mapToLong(
                                n ->
                                        hotel.book(
                                                hotel.wish(
                                                        hotel.plan(1),
                                                        10,
                                                        12,
                                                        ", \"force\": true")))
                        .toArray();

        var first = hotel.retrieve("");
        var second = hotel.retrieve("");

        assertThat(Pattern.compile("<Booking ").matcher(first).results()).hasSize(125);
        assertThat(first).contains("id=\"" + ids[126] + "\"").doesNotContain("\"" + ids[0] + "\"");
        assertThat(Pattern.compile("<Booking ").matcher(second).results()).hasSize(2);
    }

    @Test
    void answersForOneBookingOrOneHotelOrAllOfAnAccount() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var other = new ExpediaHotel(CHANNEL).open(3);
        var demanding = new ExpediaHotel(CHANNEL, ", \"hotel-required\": true", "");
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));

        var one = hotel.retrieve("<ParamSet><Booking id=\"" + booking + "\"/></ParamSet>");
        var unknown = hotel.retrieve("<ParamSet><Booking id=\"1\"/></ParamSet>");
        var theirs = other.retrieve("<ParamSet><Booking id=\"" + booking + "\"/></ParamSet>");

        assertThat(one).contains("id=\"" + booking + "\"");
        assertThat(unknown).contains("<Error code=\"3080\">");
        assertThat(theirs).contains("<Error code=\"3081\">");
        assertThat(demanding.retrieveAll()).contains("<Error code=\"3207\">");
        assertThat(other.retrieveAll()).contains("<Bookings>");
    }

    @Test
    void sendsAnEmailInsteadOfWhatNobodyConfirmedInTime() {
        var settings =
                Map.<String, Object>of(
                        "sandbox.expedia.expiry.same-day", "0s",
                        "sandbox.expedia.expiry.later", "1h");
        try (var stand = StandIn.start(settings)) {
            var channel = stand.expedia();
            var hotel = new ExpediaHotel(channel).open(3);
            var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
            var late =
                    hotel.book(
                            hotel.wish(hotel.plan(1), 10, 12, ", \"force\": true")
                                    .replace(hotel.day(10).toString(), today.toString())
                                    .replace(
                                            hotel.day(12).toString(),
                                            today.plusDays(1).toString()));
            hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));

            var message = hotel.retrieve("");
            hotel.cancel(late);

            assertThat(message).doesNotContain("\"" + late + "\"").contains("<Booking ");
            assertThat(hotel.retrieve("<ParamSet><Booking id=\"" + late + "\"/></ParamSet>"))
                    .contains("<Error code=\"3080\">");
            assertThat(hotel.confirm(late, "Book", "PMS-1")).contains("code=\"10080\"");
            assertThat(
                            channel.control("GET", "/sandbox/counters", null)
                                    .get("fallbackEmails")
                                    .asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void takesAConfirmationOfTheFutureForAnError() {
        var hotel = new ExpediaHotel(CHANNEL).open(3);
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        hotel.retrieve("");

        var answer =
                hotel.confirm(
                        hotel.number(booking, "Book", "PMS-1")
                                .replaceAll(
                                        "confirmTime=\"[^\"]*\"",
                                        "confirmTime=\"" + Instant.now().plusSeconds(3600) + "\""));

        assertThat(answer).contains("<Error code=\"3015\">");
    }
}
