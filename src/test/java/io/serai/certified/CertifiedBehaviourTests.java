package io.serai.certified;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.console.Visitor;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One hotel at both channels: a change, the calls that each received for it, and what they say.
 * Booking.com takes one calendar month a call, prices by one kind of call, all else but lengths of
 * stay on arrival by another; Expedia takes all of a hotel in one.
 */
class CertifiedBehaviourTests {

    private static Inn inn;

    @BeforeAll
    static void open() {
        inn = new Inn();
    }

    @BeforeEach
    void begin() {
        inn.quiet();
        inn.bookingcom().told();
        inn.expedia().told();
    }

    @Test
    void tellsAFullSyncOf500NightsInTheFewestCallsTheChannelsRulesAllow() {
        LocalDate first = Inn.today();
        var engineer = new ApiClient(inn.serai.url(), user("engineer"));

        var reply =
                engineer.post(
                        "/api/hotels/" + inn.hotel + "/full-sync",
                        "{\"from\": \"%s\", \"to\": \"%s\"}"
                                .formatted(first, first.plusDays(Inn.NIGHTS - 1)));
        assertThat(reply.status()).isEqualTo(202);

        inn.quiet();
        var atBookingcom = inn.bookingcom().told();
        assertThat(atBookingcom)
                .hasSize(
                        new FewestCalls("bookingcom", "pricing/per-day")
                                .of(2, 6, first, Inn.NIGHTS));
        assertThat(nights(atBookingcom, "price")).isEqualTo(6L * Inn.NIGHTS);
        var atExpedia = inn.expedia().told();
        assertThat(atExpedia)
                .hasSize(
                        new FewestCalls("expedia", "pricing/per-day", "options/stay-length/through")
                                .of(2, 6, first, Inn.NIGHTS));
        assertThat(atExpedia).hasSize(4).allMatch(message -> message.values() == 5000);
        assertThat(nights(atExpedia, "price")).isEqualTo(6L * Inn.NIGHTS);
    }

    @Test
    void tellsOnePriceOfOneNightSetOnThePageAsOneValueAndOnlyThePrice() {
        LocalDate night = Inn.today().plusDays(9);
        var operator = Visitor.signedIn(inn.serai, user("operator"));

        operator.get("/");
        var changed =
                operator.post(
                        "/hotels/%d/products/%d/nights/%s"
                                .formatted(inn.hotel, inn.product(0, 1), night),
                        Map.of("price1", "133.50"));
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(302);

        inn.quiet();
        assertOneCall(
                said(0, 1, night, night, "price", "13350"),
                said(0, 1, night, night, "price", "133.50"));
    }

    @Test
    void tellsThreePricesOfThreeNightsAndTwoRoomTypesInOneCallWithinAMonth() {
        LocalDate first = Inn.month(0).atDay(3);

        inn.inOneTransaction(
                () -> {
                    inn.rate(0, 0, first, first, "prices = '{10100}'");
                    inn.rate(0, 2, first.plusDays(7), first.plusDays(7), "prices = '{10200}'");
                    inn.rate(1, 0, first.plusDays(17), first.plusDays(17), "prices = '{10300}'");
                });

        inn.quiet();
        assertOneCall(inn.bookingcom(), prices(first, "10100", "10200", "10300"));
        assertOneCall(inn.expedia(), prices(first, "101.00", "102.00", "103.00"));
    }

    private static List<Said> prices(LocalDate first, String one, String two, String three) {
        return List.of(
                said(0, 0, first, first, "price", one),
                said(0, 2, first.plusDays(7), first.plusDays(7), "price", two),
                said(1, 0, first.plusDays(17), first.plusDays(17), "price", three));
    }

    @Test
    void tellsPricesOfThreeMonthsInOneCallToExpediaAndInOneEachToBookingcom() {
        inn.inOneTransaction(
                () -> {
                    for (int month = 0; month < 3; month++) {
                        LocalDate night = Inn.month(month).atDay(2);
                        inn.rate(0, 1, night, night, "prices = '{11" + month + "00}'");
                    }
                });

        inn.quiet();
        assertThat(inn.bookingcom().told()).hasSize(3).allMatch(it -> it.said().size() == 1);
        assertThat(inn.expedia().told()).singleElement().matches(it -> it.said().size() == 3);
    }

    @Test
    void tellsThreeRangesAsThreeRangesNotTheirNights() {
        LocalDate first = Inn.month(1).atDay(4);

        byApi(
                update(0, 0, first, first.plusDays(6), "\"prices\": [\"111.00\"]"),
                update(0, 1, first.plusDays(2), first.plusDays(9), "\"prices\": [\"112.00\"]"),
                update(1, 2, first.plusDays(11), first.plusDays(20), "\"prices\": [\"113.00\"]"));

        inn.quiet();
        assertOneCall(inn.bookingcom(), ranges(first, "11100", "11200", "11300"));
        assertOneCall(inn.expedia(), ranges(first, "111.00", "112.00", "113.00"));
    }

    private static List<Said> ranges(LocalDate first, String one, String two, String three) {
        return List.of(
                said(0, 0, first, first.plusDays(6), "price", one),
                said(0, 1, first.plusDays(2), first.plusDays(9), "price", two),
                said(1, 2, first.plusDays(11), first.plusDays(20), "price", three));
    }

    @Test
    void tellsAShortestStayOnThreePlansInOneCall() {
        LocalDate first = Inn.month(2).atDay(5);
        LocalDate last = first.plusDays(5);

        inn.inOneTransaction(
                () -> {
                    for (int plan = 0; plan < 3; plan++) {
                        inn.rate(0, plan, first, last, "min_through = 3");
                    }
                });

        inn.quiet();
        var same = onThreePlans(first, last, "min-through", "3");
        assertOneCall(inn.bookingcom(), same);
        assertOneCall(inn.expedia(), same);
    }

    /** Lengths of stay on arrival have a call of their own at Booking.com. */
    @Test
    void tellsAShortestStayOnArrivalOnThreePlansInOneCall() {
        LocalDate first = Inn.month(2).atDay(15);
        LocalDate last = first.plusDays(5);

        inn.inOneTransaction(
                () -> {
                    for (int plan = 0; plan < 3; plan++) {
                        inn.rate(0, plan, first, last, "min_arrival = 3");
                    }
                });

        inn.quiet();
        assertOneCall(inn.bookingcom(), onThreePlans(first, last, "min-arrival", "3"));
        assertThat(inn.expedia().told()).as("judged through there").isEmpty();
    }

    @Test
    void tellsAStopSellOnThreePlansInOneCallAndOnlyTheStopSell() {
        LocalDate first = Inn.month(3).atDay(6);
        LocalDate last = first.plusDays(3);

        inn.inOneTransaction(
                () -> {
                    for (int plan = 0; plan < 3; plan++) {
                        inn.rate(0, plan, first, last, "closed = true");
                    }
                });

        inn.quiet();
        var same = onThreePlans(first, last, "closed", "true");
        assertOneCall(inn.bookingcom(), same);
        assertOneCall(inn.expedia(), same);
    }

    private static List<Said> onThreePlans(
            LocalDate first, LocalDate last, String field, String value) {
        return List.of(
                said(0, 0, first, last, field, value),
                said(0, 1, first, last, field, value),
                said(0, 2, first, last, field, value));
    }

    @Test
    void tellsFourRestrictionsOverFourRangesAsFourValuesEachWithItsOwnFieldOnly() {
        LocalDate first = Inn.month(4).atDay(1);

        byApi(
                update(0, 0, first, first.plusDays(3), "\"cta\": true"),
                update(0, 0, first.plusDays(5), first.plusDays(8), "\"ctd\": true"),
                update(0, 1, first.plusDays(10), first.plusDays(14), "\"maxThrough\": 7"),
                update(1, 2, first.plusDays(16), first.plusDays(19), "\"minThrough\": 2"));

        inn.quiet();
        var same =
                List.of(
                        said(0, 0, first, first.plusDays(3), "cta", "true"),
                        said(0, 0, first.plusDays(5), first.plusDays(8), "ctd", "true"),
                        said(0, 1, first.plusDays(10), first.plusDays(14), "max-through", "7"),
                        said(1, 2, first.plusDays(16), first.plusDays(19), "min-through", "2"));
        assertOneCall(inn.bookingcom(), same);
        assertOneCall(inn.expedia(), same);
    }

    @Test
    void tellsHalfAYearOnTwoPlansAsTwoRangesACall() {
        LocalDate first = Inn.month(8).atDay(1);
        LocalDate last = Inn.month(13).atEndOfMonth();

        inn.inOneTransaction(
                () -> {
                    inn.rate(0, 0, first, last, "prices = '{14000}'");
                    inn.rate(0, 1, first, last, "prices = '{15000}'");
                });

        inn.quiet();
        assertThat(inn.bookingcom().told()).hasSize(6).allMatch(it -> it.said().size() == 2);
        assertOneCall(
                inn.expedia(),
                List.of(
                        said(0, 0, first, last, "price", "140.00"),
                        said(0, 1, first, last, "price", "150.00")));
    }

    @Test
    void tellsABookingOfTwoRoomTypesInOneCallWithTheNewCounts() {
        LocalDate arrival = Inn.month(5).atDay(7);
        LocalDate last = arrival.plusDays(2);

        inn.inOneTransaction(
                () -> {
                    inn.room(0, arrival, last, "held_back = held_back + 1");
                    inn.room(1, arrival, last, "held_back = held_back + 1");
                });

        inn.quiet();
        assertOneCall(inn.bookingcom(), counts(arrival, last));
        assertOneCall(inn.expedia(), counts(arrival, last));
    }

    @Test
    void tellsTheOtherChannelABookingOfTwoRoomTypesInOneCallAndTheOwnOneNothing() {
        LocalDate arrival = Inn.month(5).atDay(17);
        LocalDate last = arrival.plusDays(1);

        inn.bookingcom()
                .sandbox()
                .post(
                        "/sandbox/hotels/" + inn.remote() + "/bookings",
                        """
                        {"arrival": "%s", "departure": "%s", "rooms": [
                          {"room": %s, "rate": %s, "adults": 2}, {"room": %s, "rate": %s, "adults": 2}]}"""
                                .formatted(
                                        arrival,
                                        last.plusDays(1),
                                        inn.remoteRoom(0),
                                        inn.remoteRate(0, 0),
                                        inn.remoteRoom(1),
                                        inn.remoteRate(1, 0)));

        await().atMost(Duration.ofSeconds(60)).until(() -> booked(arrival) == 2);
        inn.quiet();
        assertOneCall(inn.expedia(), counts(arrival, last));
        assertThat(inn.bookingcom().told()).isEmpty();
    }

    private static int booked(LocalDate night) {
        return inn.sql()
                .sql("select sum(sold) from room_nights where hotel_id = ? and night = ?")
                .params(inn.hotel, night)
                .query(Integer.class)
                .single();
    }

    private static List<Said> counts(LocalDate first, LocalDate last) {
        return List.of(
                new Said(inn.remoteRoom(0), null, first, last, Map.of("rooms", "4")),
                new Said(inn.remoteRoom(1), null, first, last, Map.of("rooms", "2")));
    }

    @Test
    void leavesClosedToDepartureWhereClosedToArrivalIsCleared() {
        LocalDate first = Inn.month(6).atDay(3);
        LocalDate last = first.plusDays(4);
        inn.rate(1, 1, first, last, "cta = true, ctd = true");
        inn.quiet();
        inn.bookingcom().told();
        inn.expedia().told();

        inn.rate(1, 1, first, last, "cta = false");

        inn.quiet();
        var same = List.of(said(1, 1, first, last, "cta", "false"));
        assertOneCall(inn.bookingcom(), same);
        assertOneCall(inn.expedia(), same);
        for (ChannelSide side : List.of(inn.bookingcom(), inn.expedia())) {
            var night = side.grid(first, first).at("/1/rates/1/nights/0");
            assertThat(night.path("cta").asBoolean()).isFalse();
            assertThat(night.path("ctd").asBoolean()).isTrue();
        }
    }

    @Test
    void tellsTheNewerOfTwoEditsBeforeItIsSent() {
        LocalDate night = Inn.month(7).atDay(8);
        inn.leaveAlone(true);

        inn.rate(0, 2, night, night, "prices = '{17000}'");
        inn.rate(0, 2, night, night, "prices = '{18000}'");

        inn.leaveAlone(false);
        inn.quiet();
        assertOneCall(inn.bookingcom(), List.of(said(0, 2, night, night, "price", "18000")));
        assertOneCall(inn.expedia(), List.of(said(0, 2, night, night, "price", "180.00")));
    }

    private static void byApi(String... updates) {
        var reply =
                new ApiClient(inn.serai.url(), user("engineer"))
                        .post(
                                "/api/rate-sync/hotels/" + inn.hotel + "/nights",
                                "{\"updates\": [" + String.join(",", updates) + "]}");
        assertThat(reply.status()).as("%s", reply.body()).isEqualTo(200);
    }

    private static String update(int room, int plan, LocalDate from, LocalDate to, String set) {
        return "{\"product\": \"%d\", \"from\": \"%s\", \"to\": \"%s\", \"set\": {%s}}"
                .formatted(inn.product(room, plan), from, to, set);
    }

    private static void assertOneCall(Said atBookingcom, Said atExpedia) {
        assertOneCall(inn.bookingcom(), List.of(atBookingcom));
        assertOneCall(inn.expedia(), List.of(atExpedia));
    }

    private static void assertOneCall(ChannelSide side, List<Said> expected) {
        assertThat(side.told())
                .singleElement()
                .satisfies(
                        call ->
                                assertThat(call.said())
                                        .containsExactlyInAnyOrderElementsOf(expected));
    }

    private static Said said(
            int room, int plan, LocalDate from, LocalDate to, String field, String value) {
        return new Said(
                inn.remoteRoom(room), inn.remoteRate(room, plan), from, to, Map.of(field, value));
    }

    private static long nights(List<Message> messages, String field) {
        return messages.stream()
                .flatMap(message -> message.said().stream())
                .filter(said -> said.set().containsKey(field))
                .mapToLong(said -> said.to().toEpochDay() - said.from().toEpochDay() + 1)
                .sum();
    }

    private static String user(String role) {
        String login = Visitor.user(inn.serai, role, inn.hotel);
        inn.sql()
                .sql("update users set password_hash = ? where login = ?")
                .params("{noop}" + ("engineer".equals(role) ? "stub" : "open sesame"), login)
                .update();
        return login;
    }
}
