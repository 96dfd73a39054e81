package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.concurrent.atomic.AtomicLong;

/** A hotel at the stand-in of Expedia with an account of its own; a hotel for each test. */
final class ExpediaHotel {

    /** The first of the month after next: a month with all its nights ahead. */
    static final LocalDate FIRST =
            LocalDate.now().plusMonths(2).with(TemporalAdjusters.firstDayOfMonth());

    private static final AtomicLong NUMBERS = new AtomicLong(9000);

    private static final String HOTEL =
            """
            {"name": "Example House", "currency": "EUR", "accounts": ["%1$s"], "timeZone": "Europe/Lisbon",
             "pricing": "OccupancyBasedPricing", "collects": ["expedia", "hotel"], "mostMinLos": 14,
             "taxPercent": 10 %4$s,
             "rooms": [
              {"id": "%2$d1", "name": "Garden Double", "maxPersons": 3, "rates": [
               {"id": "%2$d11", "name": "Standard", "leastRate": 20, "mostRate": 2000, "extraGuest": 15},
               {"id": "%2$d12", "name": "Deal", "parent": "%2$d11", "linked": true, "discount": 10},
               {"id": "%2$d13", "name": "Sleeping", "active": false},
               {"id": "%2$d14", "name": "Ours only", "collects": ["hotel"]},
               {"id": "%2$d15", "name": "By stay", "pricing": "PerDayPricingByLengthOfStay"},
               {"id": "%2$d16", "name": "By arrival", "pricing": "OccupancyBasedPricingByDayOfArrival"},
               {"id": "%2$d17", "name": "Follower", "parent": "%2$d11", "discount": 5}]},
              {"id": "%2$d2", "name": "Attic Single", "maxPersons": 1, "baseAllocation": 2, "rates": [
               {"id": "%2$d21", "name": "Standard"}]}]}""";

    final StandIn channel;
    final long id = NUMBERS.incrementAndGet();
    final String account = "account-" + id;
    final String room = id + "1";
    final String single = id + "2";

    ExpediaHotel(StandIn channel) {
        this(channel, "", "");
    }

    ExpediaHotel(StandIn channel, String switches, String more) {
        this.channel = channel;
        channel.control(
                "PUT",
                "/sandbox/accounts/" + account,
                "{\"secret\": \"open sesame\"" + switches + "}");
        channel.control("PUT", "/sandbox/hotels/" + id, HOTEL.formatted(account, id, 0, more));
    }

    /** A rate plan of the double without suffix, by its last digit. */
    String plan(int digit) {
        return id + "1" + digit;
    }

    LocalDate day(int dayOfMonth) {
        return FIRST.withDayOfMonth(dayOfMonth);
    }

    HttpResponse<String> post(String path, String body) {
        return channel.send("POST", path, body, "Content-Type", "text/xml");
    }

    String signIn() {
        return "<Authentication username=\"%s\" password=\"open sesame\"/>".formatted(account);
    }

    String wish(String plan, int fromDay, int toDay, String more) {
        return """
        {"arrival": "%s", "departure": "%s",
         "booker": {"firstName": "Ann", "lastName": "Example", "email": "ann@example.com"},
         "rooms": [{"room": "%s", "rate": "%s", "adults": 2}]%s}"""
                .formatted(day(fromDay), day(toDay), room, plan, more);
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

    /** Opens the double for the whole month: so many rooms, 100.00 a night for two. */
    ExpediaHotel open(int rooms) {
        update(
                1,
                FIRST.lengthOfMonth(),
                rooms(rooms, "closed=\"false\"") + rates("1", "1:80", "2:100") + "</RoomType>");
        return this;
    }

    /** The opening of the double with its count; the caller closes the element. */
    String rooms(int count, String attributes) {
        return "<RoomType id=\"%s\" %s><Inventory totalInventoryAvailable=\"%d\"/>"
                .formatted(room, attributes, count);
    }

    String single(int count, String attributes) {
        return "<RoomType id=\"%s\" %s><Inventory totalInventoryAvailable=\"%d\"/></RoomType>"
                .formatted(single, attributes, count);
    }

    /** A rate plan of the double with rates as guests:amount. */
    String rates(String digit, String... rates) {
        var text = new StringBuilder("<Rate currency=\"EUR\">");
        for (var rate : rates) {
            var colon = rate.indexOf(':');
            text.append(
                    "<PerOccupancy occupancy=\"%s\" rate=\"%s\"/>"
                            .formatted(rate.substring(0, colon), rate.substring(colon + 1)));
        }
        return ratePlan(digit, text.append("</Rate>").toString());
    }

    String ratePlan(String digit, String content) {
        return "<RatePlan id=\"%s1%sA\">%s</RatePlan>".formatted(id, digit, content);
    }

    /** One value of every kind. */
    String all() {
        return rooms(5, "closed=\"false\"")
                + rates("1", "2:100.00")
                        .replace(
                                "</RatePlan>",
                                "<Restrictions minLOS=\"2\" maxLOS=\"9\" closedToArrival=\"false\""
                                        + " closedToDeparture=\"false\"/></RatePlan>")
                + "</RoomType>";
    }

    /** A text where H, R and P stand for the numbers of hotel, room type and rate plans. */
    String named(String text) {
        return text.replace("\"H\"", "\"" + id + "\"")
                .replace("\"R\"", "\"" + room + "\"")
                .replace("\"P", "\"" + id + "1");
    }

    String range(int fromDay, int toDay) {
        return "<DateRange from=\"%s\" to=\"%s\"/>".formatted(day(fromDay), day(toDay));
    }

    String message(String ranges, String rooms) {
        return """
        <AvailRateUpdateRQ xmlns="http://www.expediaconnect.com/EQC/AR/2011/06">%s<Hotel id="%d"/>
        <AvailRateUpdate>%s%s</AvailRateUpdate></AvailRateUpdateRQ>"""
                .formatted(signIn(), id, ranges, rooms);
    }

    String send(String message) {
        return post("/eqc/ar", message).body();
    }

    String update(int fromDay, int toDay, String rooms) {
        return send(message(range(fromDay, toDay), rooms));
    }

    String restrict(int toDay, String limits) {
        return update(
                1,
                toDay,
                "<RoomType id=\"%s\">%s</RoomType>"
                        .formatted(room, ratePlan("1", "<Restrictions " + limits + "/>")));
    }

    /** Booking Retrieval of this hotel. */
    String retrieve(String paramSet) {
        return retrieval("<Hotel id=\"" + id + "\"/>" + paramSet);
    }

    /** Booking Retrieval of all hotels of the account. */
    String retrieveAll() {
        return retrieval("");
    }

    private String retrieval(String content) {
        return post(
                        "/eqc/br",
                        "<BookingRetrievalRQ xmlns=\"http://www.expediaconnect.com/EQC/BR/2014/01\">"
                                + signIn()
                                + content
                                + "</BookingRetrievalRQ>")
                .body();
    }

    String confirm(long booking, String type, String number) {
        return confirm(number(booking, type, number));
    }

    String number(long booking, String type, String number) {
        return "<BookingConfirmNumber bookingID=\"%d\" bookingType=\"%s\" confirmNumber=\"%s\" confirmTime=\"%s\"/>"
                .formatted(booking, type, number, java.time.Instant.now());
    }

    String confirm(String... numbers) {
        return post(
                        "/eqc/bc",
                        "<BookingConfirmRQ xmlns=\"http://www.expediaconnect.com/EQC/BC/2007/09\">"
                                + signIn()
                                + "<Hotel id=\""
                                + id
                                + "\"/><BookingConfirmNumbers>"
                                + String.join("", numbers)
                                + "</BookingConfirmNumbers></BookingConfirmRQ>")
                .body();
    }
}
