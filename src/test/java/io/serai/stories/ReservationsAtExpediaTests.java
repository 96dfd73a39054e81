package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What guests do at Expedia, as a hotel hears of it: asked for, or told. */
class ReservationsAtExpediaTests {

    private static final LocalDate ARRIVAL = LocalDate.now().plusDays(20);

    @Test
    void takesABookingFollowsItsChangeAndKeepsTheStayOfItsCancellation() {
        var house = open(ExpediaHouse.begin(""));

        long number =
                book(
                        house,
                        ARRIVAL,
                        ",\"card\":true,\"collect\":\"hotel\",\"source\":\"Hotels.com\"");
        ask(house, "pending");
        stands(house, number, "booked");
        assertThat(told(house, number)).containsExactly("Book confirmed S" + id(house, number));
        assertThat(
                        one(
                                house,
                                "select r.brand || ' ' || r.is_unmapped || ' ' || p.method from reservations r join ota_payments p on p.reservation_id = r.id where r.number = ?",
                                "" + number))
                .isEqualTo("Hotels.com false guest-card");

        house.sandbox()
                .put(
                        "/sandbox/hotels/%d/bookings/%d".formatted(house.number(), number),
                        form(house, ARRIVAL.plusDays(1), ",\"card\":true,\"collect\":\"hotel\""));
        ask(house, "pending");
        stands(house, number, "modified");
        assertThat(sold(house, ARRIVAL)).isZero();
        house.sandbox().delete("/sandbox/hotels/%d/bookings/%d".formatted(house.number(), number));
        ask(house, "pending");
        stands(house, number, "cancelled");

        assertThat(sold(house, ARRIVAL.plusDays(1))).isZero();
        assertThat(
                        one(
                                house,
                                "select arrival || ' ' || (total > 0) || ' ' || (select count(*) from reservation_rooms m where m.reservation_id = r.id) from reservations r where number = ?",
                                "" + number))
                .isEqualTo(ARRIVAL.plusDays(1) + " true 1");
        assertThat(clearCards(house)).isEmpty();
    }

    @Test
    void fetchesMoreThanAPageHoldsAndConfirmsAllOfIt() {
        var house = open(ExpediaHouse.begin(""));
        hold(house);

        house.sandbox()
                .post(
                        "/sandbox/hotels/%d/guest-acts".formatted(house.number()),
                        IntStream.range(0, 130)
                                .mapToObj(
                                        n ->
                                                "{\"act\":\"book\",\"booking\":%s}"
                                                        .formatted(form(house, ARRIVAL, "")))
                                .collect(Collectors.joining(",", "[", "]")));
        ask(house, "pending");

        await().atMost(Duration.ofSeconds(60)).until(() -> confirmed(house) == 130);
        assertThat(
                        one(
                                house,
                                "select count(distinct number) || ' ' || count(*) from reservation_revisions v where acknowledged_at is not null and hotel_id = ?",
                                house.hotel()))
                .isEqualTo("130 130");
        assertThat(sold(house, ARRIVAL)).isEqualTo(130);
    }

    @Test
    void fetchesAgainWhatWasFetchedAndNotConfirmedAndTakesNothingTwice() {
        var house = open(ExpediaHouse.begin(""));
        hold(house);
        fault("{\"path\":\"/eqc/bc\",\"kind\":\"cut\",\"times\":3}", house);

        long number = book(house, ARRIVAL, "");
        ask(house, "pending");
        await().atMost(Duration.ofSeconds(90)).until(() -> status(house, number).equals("booked"));
        assertThat(told(house, number)).containsExactly("Book retrieved null");
        house.sandbox().delete("/sandbox/faults");
        ask(house, "retrieved");

        stands(house, number, "booked");
        assertThat(sold(house, ARRIVAL)).isEqualTo(1);
        assertThat(
                        one(
                                house,
                                "select count(*)::text from reservation_revisions where number = ?",
                                "" + number))
                .isEqualTo("1");
    }

    @Test
    void asksForEachHotelWhereTheChannelDemandsIt() {
        var house = open(ExpediaHouse.begin(", \"hotel-required\": true"));

        long number = book(house, ARRIVAL, "");
        ask(house, "pending");

        stands(house, number, "booked");
        assertThat(
                        one(
                                house,
                                "select a.configuration ->> 'reservations-by' from channel_accounts a join third_party_integrations c on c.account_id = a.id where c.id = ?",
                                house.connection()))
                .isEqualTo("hotel");
    }

    @Test
    void answersWhatItIsToldByBookingNotification() {
        var house = open(ExpediaHouse.notified());

        long number = book(house, ARRIVAL, ",\"card\":true,\"collect\":\"hotel\"");
        stands(house, number, "booked");
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(told(house, number))
                                        .containsExactly("Book confirmed S" + id(house, number)));
        house.sandbox()
                .put(
                        "/sandbox/hotels/%d/bookings/%d".formatted(house.number(), number),
                        form(house, ARRIVAL.plusDays(1), ",\"card\":true,\"collect\":\"hotel\""));
        stands(house, number, "modified");
        house.sandbox().delete("/sandbox/hotels/%d/bookings/%d".formatted(house.number(), number));
        stands(house, number, "cancelled");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(told(house, number))
                                        .hasSize(3)
                                        .allMatch(it -> it.contains("confirmed S")));
        assertThat(sold(house, ARRIVAL.plusDays(1))).isZero();
        assertThat(clearCards(house)).isEmpty();
        assertThat(
                        one(
                                house,
                                "select (select count(*) from channel_polls p where p.account_id = c.account_id and queue in ('pending', 'retrieved'))"
                                        + " + (select count(*) from sealed_originals o where o.account_id = c.account_id) || '' from third_party_integrations c where c.id = ?",
                                house.connection()))
                .isEqualTo("0");
    }

    private static ExpediaHouse open(ExpediaHouse house) {
        house.awaitOpen();
        return house;
    }

    /** Nobody asks by itself from now on. */
    private static void hold(ExpediaHouse house) {
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                one(
                                                house,
                                                "select count(*)::text from channel_polls p join third_party_integrations c on c.account_id = p.account_id where c.id = ? and p.owner is null and p.asked_at is not null",
                                                house.connection())
                                        .equals("2"));
    }

    /** The minute until the next question is over. */
    private static void ask(ExpediaHouse house, String queue) {
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                house.sql()
                                                .sql(
                                                        "update channel_polls p set next_at = now() from third_party_integrations c where c.account_id = p.account_id and c.id = ? and p.queue = ? and p.owner is null")
                                                .params(house.connection(), queue)
                                                .update()
                                        == 1);
    }

    private static long book(ExpediaHouse house, LocalDate arrival, String more) {
        var reply =
                house.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(house.number()),
                                form(house, arrival, more));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().path("id").asLong();
    }

    private static String form(ExpediaHouse house, LocalDate arrival, String more) {
        return """
               {"arrival":"%s","departure":"%s","rooms":[{"room":"%s","rate":"%s","adults":2,"children":0,"guest":"Ana Example"}],
                "booker":{"firstName":"Ana","lastName":"Example","phone":"000000"},"force":true%s}
               """
                .formatted(arrival, arrival.plusDays(1), house.room(), house.plan(1), more);
    }

    private static void fault(String fault, ExpediaHouse house) {
        var reply = house.sandbox().put("/sandbox/faults", "[" + fault + "]");
        assertThat(reply.status()).as(reply.body().toString()).isLessThan(300);
    }

    /** What the channel holds of a booking's transactions: type, state and our number. */
    private static List<String> told(ExpediaHouse house, long number) {
        return StreamSupport.stream(
                        house.sandbox()
                                .get("/sandbox/hotels/%d/bookings".formatted(house.number()))
                                .body()
                                .spliterator(),
                        false)
                .filter(it -> it.at("/booking/id").asLong() == number)
                .flatMap(it -> StreamSupport.stream(it.path("transactions").spliterator(), false))
                .map(ReservationsAtExpediaTests::words)
                .toList();
    }

    private static String words(JsonNode told) {
        return "%s %s %s"
                .formatted(
                        told.path("type").asText(),
                        told.path("state").asText(),
                        told.path("confirmNumber").asText("null"));
    }

    private static long confirmed(ExpediaHouse house) {
        return StreamSupport.stream(
                        house.sandbox()
                                .get("/sandbox/hotels/%d/bookings".formatted(house.number()))
                                .body()
                                .spliterator(),
                        false)
                .filter(it -> it.at("/transactions/0/state").asText().equals("confirmed"))
                .count();
    }

    private static void stands(ExpediaHouse house, long number, String status) {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(
                                                one(
                                                        house,
                                                        "select coalesce(max(status || case when acknowledged_at is null then '' else '!' end), '') from ota_bookings where booking_number = ?",
                                                        "" + number))
                                        .isEqualTo(status + "!"));
    }

    private static String status(ExpediaHouse house, long number) {
        return one(
                house,
                "select coalesce(max(status), '') from ota_bookings where booking_number = ?",
                "" + number);
    }

    private static String id(ExpediaHouse house, long number) {
        return one(house, "select id::text from reservations where number = ?", "" + number);
    }

    private static int sold(ExpediaHouse house, LocalDate night) {
        return Integer.parseInt(
                one(
                        house,
                        "select coalesce(sum(n.sold), 0)::text from room_nights n where n.hotel_id = ? and n.night = ?",
                        house.hotel(),
                        night));
    }

    private static String one(ExpediaHouse house, String sql, Object... values) {
        return house.sql().sql(sql).params(values).query(String.class).single();
    }

    /** Tables of Serai that hold one of the stand-in's cards as text. */
    private static List<String> clearCards(ExpediaHouse house) {
        return house
                .sql()
                .sql(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list()
                .stream()
                .filter(
                        table ->
                                house.sql()
                                        .sql(
                                                "select exists (select from \"%s\" t where t::text ~ '(4111111111111111|5555555555554444|378282246310005|4012888888881881)')"
                                                        .formatted(table))
                                        .query(Boolean.class)
                                        .single())
                .toList();
    }
}
