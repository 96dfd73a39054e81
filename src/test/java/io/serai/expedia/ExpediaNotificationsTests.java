package io.serai.expedia;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

/** Booking Notifications, as the webhook's door hands them over: proved, and without cards. */
class ExpediaNotificationsTests {

    private final ReservationBench bench = new ReservationBench();

    @Test
    void answersABookingThatIsCommittedWithANumberOfOurs() {
        var answer = notify("booked-hotel-collect");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(answer.getMessage().getHeader("Content-Type", String.class))
                .startsWith("text/xml");
        assertThat(text(answer))
                .contains(
                        "ResResponseType=\"Committed\"",
                        "ResID_Type=\"3\" ResID_Value=\"S" + id(4000000001L) + "\"");
        assertThat(bench.revision(4000000001L, "acknowledged_at is not null")).isEqualTo("true");
        assertThat(
                        bench.one(
                                "select sum(sold)::text from room_nights where room_type_id = ?",
                                bench.room))
                .isEqualTo("2");
    }

    @Test
    void answersARepetitionWithTheSameNumberAndTakesNothingTwice() {
        var first = notify("booked-hotel-collect");

        var second = notify("booked-hotel-collect");

        assertThat(number(text(second))).isEqualTo(number(text(first)));
        assertThat(bench.revision(4000000001L, "revision")).isEqualTo("1");
    }

    @Test
    void takesACancellationAndKeepsTheStay() {
        notify("booked-hotel-collect");

        var answer = notify("cancelled");

        assertThat(status(answer)).isEqualTo(200);
        assertThat(text(answer)).contains("Status=\"Cancelled\"", "CancelInfoRS");
        assertThat(
                        bench.one(
                                "select status || ' ' || total || ' ' || arrival from reservations where account_id = ?",
                                bench.account))
                .isEqualTo("cancelled 262.500 2027-02-03");
    }

    @Test
    void takesABookingOfARoomAndARateThatNobodyMapped() {
        var answer =
                notify(
                        message("booked-hotel-collect")
                                .replace("\"210001\"", "\"999\"")
                                .replace("330001A", "998A"));

        assertThat(text(answer)).contains("ResResponseType=\"Committed\"");
        assertThat(
                        bench.one(
                                "select is_unmapped::text from reservations where account_id = ?",
                                bench.account))
                .isEqualTo("true");
    }

    @Test
    void refusesABookingOfAHotelThatIsNotConnected() {
        var answer =
                notify(
                        message("booked-hotel-collect")
                                .replace("HotelCode=\"" + bench.remote, "HotelCode=\"1"));

        assertThat(status(answer)).isEqualTo(200);
        assertThat(text(answer))
                .contains("ResResponseType=\"Ignored\"", "Code=\"450\"", "ShortText=\"3202\"");
    }

    @Test
    void answersWithAFaultWhatItCannotTranslateAndParksIt() {
        var answer =
                notify(
                        message("booked-hotel-collect")
                                .replace(
                                        "<TimeSpan Start=\"2027-02-03\"", "<TimeSpan Start=\"?\""));

        assertThat(status(answer)).isEqualTo(500);
        assertThat(text(answer)).contains("<faultcode>soap-env:Server.4000</faultcode>");
        assertThat(
                        bench.one(
                                "select route from parked_messages where account_id = ?",
                                bench.account))
                .isEqualTo("expedia-reservation-notified-in");
    }

    @Test
    void answersWithAFaultAMessageOfAnotherKind() {
        var answer =
                notify(
                        "<e:Envelope xmlns:e='http://schemas.xmlsoap.org/soap/envelope/'><e:Body><OTA_PingRQ/></e:Body></e:Envelope>");

        assertThat(status(answer)).isEqualTo(500);
        assertThat(text(answer)).contains("Client.2000");
        assertThat(
                        bench.one(
                                "select count(*)::text from parked_messages where account_id = ?",
                                bench.account))
                .isEqualTo("0");
    }

    private Exchange notify(String example) {
        var body = example.startsWith("<") ? example : message(example);
        return bench.ask("reservations-notified", body, Map.of("Serai-Hook", "reservations"));
    }

    /** An example of the mapping, about this hotel. */
    private String message(String example) {
        try {
            return Files.readString(
                            Path.of("mappings/expedia/examples/bn-in." + example + ".input.xml"))
                    .replace("777001", "" + bench.remote)
                    .replace("900001", "210001")
                    .replace("500001A", "330001A");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String id(long number) {
        return bench.one(
                "select id::text from reservations where account_id = ? and number = ?",
                bench.account,
                "" + number);
    }

    private static int status(Exchange answer) {
        return answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    }

    private static String text(Exchange answer) {
        assertThat(answer.getException()).isNull();
        return answer.getMessage().getBody(String.class);
    }

    private static String number(String answer) {
        return answer.replaceAll("(?s).*ResID_Type=\"3\" ResID_Value=\"([^\"]+)\".*", "$1");
    }
}
