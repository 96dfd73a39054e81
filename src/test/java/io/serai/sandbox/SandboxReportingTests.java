package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxReportingTests {

    private static final StandIn CHANNEL = StandIn.shared();
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void cancelsANoShowForItsPriceAndTellsItByTheQueueOfChanges() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY);

        var answer = report(hotel, booking, "<report>is_no_show</report>");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<ok/>").contains("RUID");
        assertThat(hotel.changedReservations())
                .contains("ResID_Value=\"" + booking + "\"")
                .contains("ResStatus=\"Cancel\"")
                .contains("AmountAfterTax=\"200.00\"");
    }

    @Test
    void waivesTheFeeOfANoShow() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY);

        report(hotel, booking, "<report waived_fees=\"yes\">is_no_show</report>");

        assertThat(hotel.changedReservations()).contains("AmountAfterTax=\"0.00\"");
    }

    @Test
    void refusesANoShowBeforeTheArrival() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY.plusDays(3));

        var answer = report(hotel, booking, "<report waived_fees=\"no\">is_no_show</report>");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("NO_SHOW_TOO_EARLY").doesNotContain("<ok/>");
        assertThat(hotel.changedReservations()).doesNotContain("ResID_Value");
    }

    @Test
    void cancelsForAnInvalidCardOnlyAfterItWasReported() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY.plusDays(3));

        var tooEarly = report(hotel, booking, "<report>cancel_reservation_invalid_cc</report>");
        var reported = report(hotel, booking, "<report>cc_is_invalid</report>");
        var cancelled = report(hotel, booking, "<report>cancel_reservation_invalid_cc</report>");
        var again = report(hotel, booking, "<report>cc_is_invalid</report>");

        assertThat(tooEarly.statusCode()).isEqualTo(400);
        assertThat(tooEarly.body()).contains("CARD_NOT_REPORTED");
        assertThat(reported.body()).contains("<ok/>");
        assertThat(cancelled.body()).contains("<ok/>");
        assertThat(again.body()).contains("RESERVATION_CANCELLED");
        assertThat(hotel.changedReservations()).contains("ResStatus=\"Cancel\"");
    }

    @Test
    void changesAStayAndItsPrice() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY);

        report(
                hotel,
                booking,
                "<stay_change><checkout>%s</checkout><price>300.50</price></stay_change>"
                        .formatted(TODAY.plusDays(3)));

        assertThat(hotel.changedReservations())
                .contains("ResStatus=\"Modify\"")
                .contains("EffectiveDate=\"" + TODAY.plusDays(2) + "\"")
                .contains("AmountAfterTax=\"30050\"");
    }

    @Test
    void refusesAStayChangeThatCannotBeMeant() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY);

        assertThat(report(hotel, booking, "<stay_change/>").body()).contains("SCHEMA_FAULT");
        assertThat(change(hotel, booking, "<checkout>soon</checkout>"))
                .contains("INVALID_CHECKOUT");
        assertThat(change(hotel, booking, "<checkout>" + TODAY + "</checkout>"))
                .contains("INVALID_CHECKOUT");
        assertThat(change(hotel, booking, "<price>-1</price>")).contains("INVALID_PRICE");
        assertThat(report(hotel, booking, "<report>is_rude</report>").body())
                .contains("SCHEMA_FAULT");
        assertThat(
                        report(hotel, booking, "<report waived_fees=\"yes\">cc_is_invalid</report>")
                                .body())
                .contains("SCHEMA_FAULT");
        assertThat(hotel.changedReservations()).doesNotContain("ResID_Value");
    }

    @Test
    void knowsNoReservationOfAnotherAccountAndNobodyWithoutAToken() {
        var hotel = new TestHotel(CHANNEL).open(3);
        var other = new TestHotel(CHANNEL).open(3);
        var booking = arriving(hotel, TODAY);

        var theirs = report(other, booking, "<report>is_no_show</report>");
        var unknown = report(hotel, 17, "<report>is_no_show</report>");
        var nobody =
                CHANNEL.send(
                        "POST",
                        "/hotels/xml/reporting",
                        "<request/>",
                        "Content-Type",
                        "application/xml");

        assertThat(theirs.statusCode()).isEqualTo(403);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(nobody.statusCode()).isEqualTo(401);
    }

    @Test
    void tellsNobodyWhereThatIsSet() {
        try (var channel = StandIn.start(Map.of("sandbox.reporting.tells", "false"))) {
            var hotel = new TestHotel(channel).open(3);
            var booking = arriving(hotel, TODAY);

            var answer = report(hotel, booking, "<report>is_no_show</report>");

            assertThat(answer.body()).contains("<ok/>");
            assertThat(hotel.changedReservations()).doesNotContain("ResID_Value");
        }
    }

    /** A booking of two nights that the hotel's system acknowledged. */
    private static long arriving(TestHotel hotel, LocalDate arrival) {
        var booking =
                hotel.book(
                        """
                        {"arrival": "%s", "departure": "%s", "force": true, "booker": {"firstName": "Ann", "lastName": "Example"},
                         "rooms": [{"room": %d, "rate": 1, "adults": 2, "guest": "Ann Example"}]}"""
                                .formatted(arrival, arrival.plusDays(2), hotel.doubleRoom));
        hotel.newReservations();
        hotel.acknowledgeNew(booking);
        return booking;
    }

    private static HttpResponse<String> report(TestHotel hotel, long booking, String said) {
        return hotel.post(
                "/hotels/xml/reporting",
                "<request><reservation_id>%d</reservation_id>%s</request>"
                        .formatted(booking, said));
    }

    private static String change(TestHotel hotel, long booking, String said) {
        return report(hotel, booking, "<stay_change>" + said + "</stay_change>").body();
    }
}
