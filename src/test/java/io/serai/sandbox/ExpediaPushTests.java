package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExpediaPushTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();

    /** What came to the hotel's system, and how it answers. */
    private final List<String> came = new CopyOnWriteArrayList<>();

    private volatile UnaryOperator<String> system = this::taken;
    private HttpServer server;

    @BeforeEach
    void open() throws Exception {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext(
                "/bn",
                exchange -> {
                    var message =
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8);
                    came.add(message);
                    var answer = system.apply(message).getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(answer.length == 0 ? 500 : 200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void sendsTheThreeMessagesInOrderAndKeepsTheHotelsNumber() {
        var hotel = hotel();
        var booking =
                hotel.book(
                        hotel.wish(
                                hotel.plan(1), 10, 12, ", \"remarks\": \"Late\", \"card\": true"));
        await().until(() -> came.size() == 1);
        hotel.change(
                booking,
                hotel.wish(hotel.plan(1), 10, 13, ", \"remarks\": \"Late\", \"card\": true"));
        await().until(() -> came.size() == 2);
        hotel.cancel(booking);
        await().until(() -> came.size() == 3);

        assertThat(came.get(0))
                .contains("<OTA_HotelResNotifRQ ")
                .contains("Username=\"expedia\" Password=\"to serai\"")
                .contains("RetryIndicator=\"false\"")
                .contains("<UniqueID Type=\"14\" ID=\"" + booking + "\"/>")
                .contains("<Base AmountBeforeTax=\"100.00\" CurrencyCode=\"EUR\"/>")
                .contains("CardNumber=\"5555555555554444\"")
                .contains(">Late<");
        assertThat(came.get(1))
                .contains("<OTA_HotelResModifyNotifRQ ")
                .contains("ResID_Type=\"3\" ResID_Value=\"PMS-" + booking + "\"")
                .doesNotContain(">Late<");
        assertThat(came.get(2))
                .contains("<OTA_CancelRQ ")
                .contains("<UniqueID Type=\"10\" ID=\"PMS-" + booking + "\">")
                .contains("Start=\"" + hotel.day(10) + "\" End=\"" + hotel.day(13) + "\"");
        await().until(() -> states(hotel).equals(List.of("confirmed", "confirmed", "confirmed")));
    }

    @Test
    void sendsAgainUntilAValidAnswerComesAndOnlyThenTheNext() {
        var hotel = hotel();
        system = message -> "";
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        await().until(() -> !came.isEmpty());
        hotel.cancel(booking);
        await().until(() -> came.size() >= 3);
        system = message -> "<nothing/>";
        var failed = came.size();
        await().until(() -> came.size() > failed);
        system = this::taken;
        await().until(() -> states(hotel).equals(List.of("confirmed", "confirmed")));

        assertThat(came.get(0)).contains("RetryIndicator=\"false\"");
        assertThat(came.subList(1, came.size() - 1))
                .allSatisfy(
                        m ->
                                assertThat(m)
                                        .contains(
                                                "RetryIndicator=\"true\"", "OTA_HotelResNotifRQ"));
        assertThat(came.get(came.size() - 1)).contains("OTA_CancelRQ");
    }

    @Test
    void neverSendsAgainWhatTheHotelRefusedNorWhatFollows() {
        var hotel = hotel();
        system =
                message ->
                        taken(message)
                                .replaceAll(
                                        "(?s)<Success/>.*</HotelReservations>",
                                        "<Errors><Error Type=\"3\" Code=\"450\" ShortText=\"3203\">No such room</Error></Errors>")
                                .replace("Committed", "Ignored");
        var booking = hotel.book(hotel.wish(hotel.plan(1), 10, 12, ""));
        await().until(() -> states(hotel).equals(List.of("mailed")));
        hotel.cancel(booking);

        assertThat(states(hotel)).containsExactly("mailed", "mailed");
        var calls = CHANNEL.control("GET", "/sandbox/calls?path=/sent/bn", null).toString();
        assertThat(calls).contains("Password=\\\"****\\\"").doesNotContain("to serai");
        assertThat(came).hasSize(1);
    }

    private ExpediaHotel hotel() {
        var url = "http://127.0.0.1:" + server.getAddress().getPort() + "/bn";
        return new ExpediaHotel(
                        CHANNEL,
                        """
                        , "delivery": "notification", "notification-url": "%s",
                        "notification-user": "expedia", "notification-password": "to serai"
                        """
                                .formatted(url),
                        "")
                .open(3);
    }

    private static List<String> states(ExpediaHotel hotel) {
        return CHANNEL.control("GET", "/sandbox/hotels/" + hotel.id + "/bookings", null)
                .at("/0/transactions")
                .findValuesAsText("state");
    }

    /** A hotel's system that takes everything. */
    private String taken(String message) {
        var kind = found("<(OTA_[A-Za-z]+)RQ ", message);
        var id = found("RequestId=\"(\\d+)\"", message);
        var number = "PMS-" + found("Type=\"14\" ID=\"(\\d+)\"", message);
        var cancel = kind.equals("OTA_Cancel");
        var done = cancel ? "Cancelled" : kind.contains("Modify") ? "Modified" : "Committed";
        return """
        <e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Header>
        <Interface xmlns="http://www.newtrade.com/expedia/R14/header"><PayloadInfo RequestId="%1$s"/></Interface>
        </e:Header><e:Body><%2$sRS xmlns="http://www.opentravel.org/OTA/2003/05" EchoToken="%1$s" %3$s="%4$s">
        <Success/>%5$s</%2$sRS></e:Body></e:Envelope>"""
                .formatted(
                        id,
                        kind,
                        cancel ? "Status" : "ResResponseType",
                        done,
                        cancel
                                ? "<CancelInfoRS><UniqueID Type=\"10\" ID=\""
                                        + number
                                        + "-X\"/></CancelInfoRS>"
                                : "<HotelReservations><HotelReservationID ResID_Type=\"3\" ResID_Value=\""
                                        + number
                                        + "\"/></HotelReservations>");
    }

    private static String found(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
