package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A hotel at a stand-in, with an account, two room types and rates of every kind; a hotel for each
 * test, so that none sees another's.
 */
final class TestHotel {

    /** The first of the month after next: a month with all its nights ahead. */
    static final LocalDate FIRST =
            LocalDate.now().plusMonths(2).with(TemporalAdjusters.firstDayOfMonth());

    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    private static final String HOTEL =
            """
            {"name": "Example House", "currency": "EUR", "accounts": ["%s"], "pricing": "standard",
             "rooms": [
              {"id": %d, "name": "Garden Double", "maxPersons": 2, "rates": [
               {"id": 1, "name": "Standard"},
               {"id": 2, "name": "By persons", "pricing": "obp"},
               {"id": 3, "name": "By stay", "pricing": "los"},
               {"id": 4, "name": "Derived", "pricing": "derived"},
               {"id": 5, "name": "Deal", "child": true, "parent": 1, "discount": 10},
               {"id": 6, "name": "Theirs", "readonly": true}]},
              {"id": %d, "name": "Attic Single", "maxPersons": 1, "rates": [
               {"id": 1, "name": "Standard"}]}]}""";

    final StandIn channel;
    final long id = NUMBERS.incrementAndGet();
    final String account = "account-" + id;
    final long doubleRoom = id * 10 + 1;
    final long singleRoom = id * 10 + 2;
    private final String token;

    TestHotel(StandIn channel) {
        this(channel, "");
    }

    TestHotel(StandIn channel, String switches) {
        this.channel = channel;
        channel.control(
                "PUT", "/sandbox/accounts/" + account, "{\"secret\": \"open\"" + switches + "}");
        channel.control(
                "PUT", "/sandbox/hotels/" + id, HOTEL.formatted(account, doubleRoom, singleRoom));
        token = exchange().get("jwt").asText();
    }

    JsonNode exchange() {
        return StandIn.json(
                channel.send(
                                "POST",
                                "/token-based-authentication/exchange",
                                "{\"client_id\": \"%s\", \"client_secret\": \"open\"}"
                                        .formatted(account),
                                "Content-Type",
                                "application/json")
                        .body());
    }

    String bearer() {
        return "Bearer " + token;
    }

    HttpResponse<String> post(String path, String body) {
        return channel.send(
                "POST",
                path,
                body,
                "Authorization",
                bearer(),
                "Accept-Version",
                "1.1",
                "Content-Type",
                path.contains("/csv/") ? "application/csv" : "application/xml");
    }

    HttpResponse<String> get(String path) {
        return channel.send("GET", path, null, "Authorization", bearer());
    }

    /** OTA_HotelAvailNotif with messages already written. */
    HttpResponse<String> availability(String messages) {
        return post(
                "/hotels/ota/OTA_HotelAvailNotif",
                """
                <OTA_HotelAvailNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" Version="1.005">
                <AvailStatusMessages>%s</AvailStatusMessages></OTA_HotelAvailNotifRQ>"""
                        .formatted(messages));
    }

    /** OTA_HotelRateAmountNotif with messages already written. */
    HttpResponse<String> rates(String messages) {
        return post(
                "/hotels/ota/OTA_HotelRateAmountNotif",
                """
                <OTA_HotelRateAmountNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" Version="3.000">
                <RateAmountMessages>%s</RateAmountMessages></OTA_HotelRateAmountNotifRQ>"""
                        .formatted(messages));
    }

    /** B.XML availability with rooms already written. */
    HttpResponse<String> bxml(String rooms) {
        return post("/hotels/xml/availability", "<request>" + rooms + "</request>");
    }

    String control(long room, int fromDay, int toDay) {
        return "<StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\"/>"
                .formatted(day(fromDay), day(toDay), room);
    }

    String control(long room, long rate, int fromDay, int toDay) {
        return "<StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\" RatePlanCode=\"%d\"/>"
                .formatted(day(fromDay), day(toDay), room, rate);
    }

    static String count(int rooms, int locator, String control) {
        return "<AvailStatusMessage BookingLimit=\"%d\" LocatorID=\"%d\">%s</AvailStatusMessage>"
                .formatted(rooms, locator, control);
    }

    static String restrict(int locator, String control, String rest) {
        return "<AvailStatusMessage LocatorID=\"%d\">%s%s</AvailStatusMessage>"
                .formatted(locator, control, rest);
    }

    static String price(int locator, String control, long cents, String guests) {
        return """
        <RateAmountMessage LocatorID="%d">%s<Rates><Rate><BaseByGuestAmts>
        <BaseByGuestAmt AmountAfterTax="%d" DecimalPlaces="2" CurrencyCode="EUR"%s/>
        </BaseByGuestAmts></Rate></Rates></RateAmountMessage>"""
                .formatted(
                        locator,
                        control,
                        cents,
                        guests.isEmpty() ? "" : " NumberOfGuests=\"" + guests + "\"");
    }

    /** Opens both room types for the whole month: so many rooms, 100.00 a night. */
    TestHotel open(int rooms) {
        var last = FIRST.lengthOfMonth();
        availability(
                count(rooms, 1, control(doubleRoom, 1, last))
                        + count(rooms, 2, control(singleRoom, 1, last)));
        rates(
                price(1, control(doubleRoom, 1, 1, last), 10_000, "")
                        + price(2, control(singleRoom, 1, 1, last), 7_000, ""));
        return this;
    }

    LocalDate day(int dayOfMonth) {
        return FIRST.withDayOfMonth(dayOfMonth);
    }

    /** What a guest asks for: one room, two adults, two nights from the 10th. */
    String wish(long rate, int fromDay, int toDay, String more) {
        return """
        {"arrival": "%s", "departure": "%s", "booker": {"firstName": "Ann", "lastName": "Example"},
         "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Ann Example"}]%s}"""
                .formatted(day(fromDay), day(toDay), doubleRoom, rate, more);
    }

    HttpResponse<String> tryToBook(String wish) {
        return channel.send("POST", "/sandbox/hotels/" + id + "/bookings", wish);
    }

    long book(String wish) {
        return channel.control("POST", "/sandbox/hotels/" + id + "/bookings", wish)
                .get("id")
                .asLong();
    }

    HttpResponse<String> change(long booking, String wish) {
        return channel.send("PUT", "/sandbox/hotels/" + id + "/bookings/" + booking, wish);
    }

    JsonNode cancel(long booking) {
        return channel.control("DELETE", "/sandbox/hotels/" + id + "/bookings/" + booking, null);
    }

    JsonNode grid() {
        return channel.control(
                "GET",
                "/sandbox/hotels/%d/grid?from=%s&to=%s"
                        .formatted(id, FIRST, FIRST.plusMonths(1).minusDays(1)),
                null);
    }

    int left(int dayOfMonth) {
        for (var night : grid().at("/rooms/0/nights")) {
            if (night.get("night").asText().equals(day(dayOfMonth).toString())) {
                return night.get("left").asInt();
            }
        }
        return -1;
    }

    String newReservations() {
        return get("/hotels/ota/OTA_HotelResNotif").body();
    }

    String changedReservations() {
        return get("/hotels/ota/OTA_HotelResModifyNotif").body();
    }

    HttpResponse<String> acknowledgeNew(long... ids) {
        return acknowledge("OTA_HotelResNotif", "<Success/>", ids);
    }

    HttpResponse<String> acknowledgeChanged(long... ids) {
        return acknowledge("OTA_HotelResModifyNotif", "<Success/>", ids);
    }

    HttpResponse<String> acknowledge(String endpoint, String outcome, long... ids) {
        var list = new StringBuilder();
        for (var booking : ids) {
            list.append("<HotelReservationID ResID_Value=\"").append(booking).append("\"/>");
        }
        return post(
                "/hotels/ota/" + endpoint,
                """
                <%sRS xmlns="http://www.opentravel.org/OTA/2003/05" Version="2.001">%s
                <HotelReservations><HotelReservation><ResGlobalInfo><HotelReservationIDs>%s
                </HotelReservationIDs></ResGlobalInfo></HotelReservation></HotelReservations></%sRS>"""
                        .formatted(endpoint, outcome, list, endpoint));
    }
}
