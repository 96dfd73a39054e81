package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Some bookings of one hotel; what is asked for each is asked at once, so that one poll tells all.
 */
class ReportsAtBookingcomTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final Map<String, Long> NUMBERS = new HashMap<>();
    private static Story story;
    private static ApiClient api;
    private static Reply waived;
    private static Reply second;

    @BeforeAll
    static void haveAnEveningAtTheDesk() {
        story = Story.begin(4);
        api = user();
        List.of("waived", "shorter", "lost", "slow").forEach(guest -> book(guest, TODAY));
        List.of("card", "later").forEach(guest -> book(guest, TODAY.plusDays(20)));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> NUMBERS.keySet().stream().allMatch(guest -> id(guest) > 0));
        story.sandbox()
                .put(
                        "/sandbox/faults",
                        """
                        [{"path": "/hotels/xml/reporting", "kind": "lost-answer", "times": 1, "containing": "%d"},
                         {"path": "/hotels/xml/reporting", "kind": "slow", "delay": 2000, "times": 1, "containing": "%d"}]"""
                                .formatted(NUMBERS.get("lost"), NUMBERS.get("slow")));
        waived = act("waived", "no-show", "{\"waived\": true}");
        await().until(() -> action("waived", "no-show").at("/asked/0").hasNonNull("settledAt"));
        act(
                "shorter",
                "stay-change",
                "{\"checkout\": \"%s\", \"price\": \"99.50\"}".formatted(TODAY.plusDays(1)));
        act("lost", "no-show", "{}");
        act("slow", "no-show", "{}");
        second = act("slow", "no-show", "{}");
        act("later", "no-show", "{}");
        act("card", "cancel-card-invalid", "{}");
        asked("card", "cancel-card-invalid", "refused");
        act("card", "card-invalid", "{}");
        asked("card", "card-invalid", "done");
        act("card", "cancel-card-invalid", "{}");
    }

    @AfterAll
    static void noFault() {
        story.sandbox().delete("/sandbox/faults");
    }

    @Test
    void saysWhatBookingcomDoesAndWhatTheHotelDoesInTheExtranet() {
        JsonNode cancel = action("later", "cancel");
        JsonNode change = action("later", "stay-change");
        Reply asked = act("later", "cancel", "{}");

        assertThat(cancel.path("offered").asBoolean()).isFalse();
        assertThat(cancel.path("reason").asText()).contains("Extranet");
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().path("detail").asText()).contains("Extranet");
        assertThat(change.path("offered").asBoolean()).isTrue();
        assertThat(change.at("/needs/properties/checkout/format").asText()).isEqualTo("date");
        assertThat(change.at("/needs/properties").has("number")).isFalse();
    }

    @Test
    void isSureOfANoShowOnceBookingcomTellsIt() {
        JsonNode asked = confirmed("waived", "no-show");

        assertThat(waived.status()).as(waived.body().toString()).isEqualTo(202);
        assertThat(asked.path("request").asText()).isEqualTo(waived.body().path("id").asText());
        assertThat(asked.at("/with/waived").asBoolean()).isTrue();
        assertThat(asked.path("confirmedRevision").asInt()).isEqualTo(2);
        assertThat(status("waived")).isEqualTo("cancelled");
    }

    @Test
    void refusesACancellationForACardThatWasNotReportedInBookingcomsWords() {
        JsonNode refused = action("card", "cancel-card-invalid").at("/asked/1");

        assertThat(refused.path("words").asText())
                .contains("CARD_NOT_REPORTED")
                .contains("cc_is_invalid");
    }

    @Test
    void cancelsForACardThatWasReported() {
        JsonNode reported = action("card", "card-invalid").at("/asked/0");
        JsonNode cancelled = confirmed("card", "cancel-card-invalid");

        assertThat(reported.path("toBeConfirmed").asBoolean()).isFalse();
        assertThat(cancelled.path("state").asText()).isEqualTo("confirmed");
        assertThat(status("card")).isEqualTo("cancelled");
    }

    @Test
    void refusesANoShowBeforeTheArrivalInBookingcomsWords() {
        JsonNode refused = asked("later", "no-show", "refused");

        assertThat(refused.path("words").asText()).contains("before the arrival");
        assertThat(status("later")).isEqualTo("booked");
    }

    @Test
    void isSureOfAShorterAndCheaperStayOnceBookingcomTellsIt() {
        JsonNode asked = confirmed("shorter", "stay-change");

        assertThat(asked.path("confirmedRevision").asInt()).isEqualTo(2);
        assertThat(
                        story.sql()
                                .sql(
                                        "select departure || ' ' || total::float8 from reservations where id = ?")
                                .param(id("shorter"))
                                .query(String.class)
                                .single())
                .isEqualTo(TODAY.plusDays(1) + " 99.5");
        assertThat(act("shorter", "stay-change", "{}").status()).isEqualTo(400);
    }

    @Test
    void reportsOnceAlthoughTheAnswerIsLostAndIsSureByWhatIsTold() {
        JsonNode asked = confirmed("lost", "no-show");

        assertThat(asked.path("words").asText()).contains("not known");
        assertThat(reports("lost")).isEqualTo(1);
    }

    @Test
    void asksNotTwiceWhileTheSameIsUnderWay() {
        confirmed("slow", "no-show");

        assertThat(second.status()).isEqualTo(409);
        assertThat(reports("slow")).isEqualTo(1);
    }

    private static ApiClient user() {
        String login = "reports-" + story.hotel();
        return ApiClient.user(story.serai(), login, "operator", story.hotel());
    }

    /** Two nights, as this guest. */
    private static void book(String guest, LocalDate arrival) {
        NUMBERS.put(
                guest,
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                """
                                {"arrival": "%s", "departure": "%s", "force": true, "booker": {"firstName": "Ann", "lastName": "Example"},
                                 "rooms": [{"room": %d, "rate": %d, "adults": 2, "guest": "Ann Example"}]}"""
                                        .formatted(
                                                arrival,
                                                arrival.plusDays(2),
                                                story.remoteRoom(),
                                                story.remoteRate(0)))
                        .body()
                        .path("id")
                        .asLong());
    }

    /** The id of the guest's booking here, once it is taken and acknowledged; 0 before. */
    private static long id(String guest) {
        return story.sql()
                .sql(
                        "select r.id from reservations r where number = ? and exists (select from reservation_revisions v where v.reservation_id = r.id and v.acknowledged_at is not null)")
                .param(Long.toString(NUMBERS.get(guest)))
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private static Reply act(String guest, String action, String wish) {
        return api.post("/api/reservations/" + id(guest) + "/actions/" + action, wish);
    }

    private static JsonNode action(String guest, String action) {
        String path = "/api/reservations/" + id(guest) + "/actions";
        for (JsonNode each : api.get(path).body().path("actions")) {
            if (each.path("action").asText().equals(action)) {
                return each;
            }
        }
        throw new AssertionError("no action " + action);
    }

    private static JsonNode confirmed(String guest, String action) {
        JsonNode asked = asked(guest, action, "confirmed");
        assertThat(asked.hasNonNull("confirmedAt")).isTrue();
        assertThat(asked.path("toBeConfirmed").asBoolean()).isFalse();
        return asked;
    }

    private static JsonNode asked(String guest, String action, String state) {
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> action(guest, action).at("/asked/0"),
                        asked -> asked.path("state").asText().equals(state));
    }

    private static String status(String guest) {
        return story.sql()
                .sql("select status from reservations where id = ?")
                .param(id(guest))
                .query(String.class)
                .single();
    }

    private static long reports(String guest) {
        long count = 0;
        for (JsonNode call :
                story.sandbox()
                        .get("/sandbox/calls?path=/hotels/xml/reporting")
                        .body()
                        .path("calls")) {
            count += call.path("body").asText().contains(">" + NUMBERS.get(guest) + "<") ? 1 : 0;
        }
        return count;
    }
}
