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
}
