package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.SandboxClient.Reply;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReservationsInTests {

    @Test
    void takesABookingOnceMovesTheStockAndThanks() {
        var story = Story.begin(4);
        var arrival = Story.month().atDay(6);

        long number = book(story, arrival, 2, 0, "").body().path("id").asLong();

        await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged(story, number));
        assertThat(booking(story, number))
                .containsEntry("status", "booked")
                .containsEntry("rooms", 1L);
        assertThat(sold(story, arrival)).isEqualTo(1);
        assertThat(sold(story, arrival.plusDays(2))).isZero();
        assertThat(story.sandbox().get("/sandbox/counters").body().path("fallbackEmails").asInt())
                .isZero();
    }

    @Test
    void tellsNothingBackForABookingThatTheChannelCountedItself() {
        var story = Story.begin(4);
        var arrival = Story.month().atDay(6);
        long before = story.moment();
        story.sql()
                .sql(
                        "update attempts set opened_at = opened_at - interval '10 minutes' where connection_id = ?")
                .param(story.connection())
                .update();
        story.sql()
                .sql(
                        "update attempt_ranges set opened_at = opened_at - interval '10 minutes' where connection_id = ?")
                .param(story.connection())
                .update();

        long number = book(story, arrival, 2, 0, "").body().path("id").asLong();

        await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged(story, number));
        story.quiet();
        assertThat(story.pushesSince(before)).isEmpty();
    }

    @Test
    void followsAChangeAndACancellationAndTellsWhatBecameFree() {
        var story = Story.begin(4);
        var arrival = Story.month().atDay(10);
        long number = book(story, arrival, 2, 0, "").body().path("id").asLong();
        await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged(story, number));

        story.sandbox()
                .put(
                        "/sandbox/hotels/%d/bookings/%d".formatted(story.remoteHotel(), number),
                        form(story, arrival.plusDays(1), 2, 0, ""));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(booking(story, number))
                                        .containsEntry("status", "modified"));
        assertThat(sold(story, arrival)).isZero();
        assertThat(sold(story, arrival.plusDays(2))).isEqualTo(1);

        story.sandbox()
                .delete("/sandbox/hotels/%d/bookings/%d".formatted(story.remoteHotel(), number));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(booking(story, number))
                                        .containsEntry("status", "cancelled"));
        assertThat(sold(story, arrival.plusDays(2))).isZero();
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThat(left(story, arrival.plusDays(1))).isEqualTo(4));
        assertThat(left(story, arrival)).isEqualTo(4);
    }

    @Test
    void keepsACardInTheVaultAndNowhereElse() {
        var story = Story.begin(4);
        var arrival = Story.month().atDay(15);

        long number = book(story, arrival, 1, 0, ",\"card\":true").body().path("id").asLong();

        await().atMost(Duration.ofSeconds(90)).until(() -> acknowledged(story, number));
        Map<String, Object> payment =
                story.sql()
                        .sql(
                                "select p.card_token, p.card_last4, p.method from ota_payments p join reservations r on r.id ="
                                        + " p.reservation_id where r.number = ?")
                        .param(Long.toString(number))
                        .query()
                        .singleRow();
        assertThat((String) payment.get("card_token"))
                .startsWith("card_")
                .endsWith((String) payment.get("card_last4"));
        assertThat(clearCards(story)).isEmpty();
    }

    @Test
    void takesABookingOfMoreRoomsThanThereAreAndClosesWhatIsLeft() {
        var story = Story.begin(1);
        var arrival = Story.month().atDay(20);

        long first = book(story, arrival, 1, 0, "").body().path("id").asLong();
        long second = book(story, arrival, 1, 0, ",\"force\":true").body().path("id").asLong();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> acknowledged(story, first) && acknowledged(story, second));
        assertThat(sold(story, arrival)).isEqualTo(2);
        assertThat(
                        story.sql()
                                .sql(
                                        "select bool_or(is_oversold) from reservations where number in (?, ?)")
                                .params(Long.toString(first), Long.toString(second))
                                .query(Boolean.class)
                                .single())
                .isTrue();
        assertThat(left(story, arrival)).isZero();
    }

    private static Reply book(Story story, LocalDate arrival, int nights, int plan, String more) {
        Reply reply =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                form(story, arrival, nights, plan, more));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply;
    }

    private static String form(Story story, LocalDate arrival, int nights, int plan, String more) {
        return """
               {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}%s}
               """
                .formatted(
                        arrival,
                        arrival.plusDays(nights),
                        story.remoteRoom(),
                        story.remoteRate(plan),
                        more);
    }

    private static boolean acknowledged(Story story, long number) {
        return story.sql()
                        .sql(
                                "select count(*) from ota_bookings where booking_number = ? and acknowledged_at is not null")
                        .param(Long.toString(number))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private static Map<String, Object> booking(Story story, long number) {
        return story.sql()
                .sql(
                        "select status, rooms, arrival, departure from ota_bookings where booking_number = ?")
                .param(Long.toString(number))
                .query()
                .singleRow();
    }

    private static int sold(Story story, LocalDate night) {
        return story.sql()
                .sql("select sold from room_nights where room_type_id = ? and night = ?")
                .params(story.roomType(), night)
                .query(Integer.class)
                .single();
    }

    private static int left(Story story, LocalDate night) {
        return story.sandbox()
                .get(
                        "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                .formatted(story.remoteHotel(), night, night))
                .body()
                .at("/rooms/0/nights/0/left")
                .asInt(-1);
    }

    /** Tables of Serai that hold one of the stand-in's test cards as text. */
    private static List<String> clearCards(Story story) {
        return story
                .sql()
                .sql(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list()
                .stream()
                .filter(
                        table ->
                                story.sql()
                                        .sql(
                                                "select exists (select from \"%s\" t where t::text ~ '(4111111111111111|5555555555554444|378282246310005|4012888888881881)')"
                                                        .formatted(table))
                                        .query(Boolean.class)
                                        .single())
                .toList();
    }
}
