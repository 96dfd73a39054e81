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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReportsAtBookingcomTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private final Story story = Story.begin(4);
    private final ApiClient api = user(story);

    @AfterEach
    void noFault() {
        story.sandbox().delete("/sandbox/faults");
    }

    @Test
    void saysWhatBookingcomDoesAndWhatTheHotelDoesInTheExtranet() {
        long reservation = taken(TODAY.plusDays(20));

        JsonNode cancel = action(reservation, "cancel");
        JsonNode change = action(reservation, "stay-change");

        assertThat(cancel.path("offered").asBoolean()).isFalse();
        assertThat(cancel.path("reason").asText()).contains("Extranet");
        assertThat(act(reservation, "cancel", "{}").status()).isEqualTo(409);
        assertThat(act(reservation, "cancel", "{}").body().path("detail").asText())
                .contains("Extranet");
        assertThat(change.path("offered").asBoolean()).isTrue();
        assertThat(change.at("/needs/properties/checkout/format").asText()).isEqualTo("date");
        assertThat(change.at("/needs/properties").has("number")).isFalse();
    }

    @Test
    void isSureOfANoShowOnceBookingcomTellsIt() {
        long reservation = taken(TODAY);

        Reply kept = act(reservation, "no-show", "{\"waived\": true}");

        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(202);
        JsonNode asked = confirmed(reservation, "no-show");
        assertThat(asked.path("request").asText()).isEqualTo(kept.body().path("id").asText());
        assertThat(asked.at("/with/waived").asBoolean()).isTrue();
        assertThat(asked.path("confirmedRevision").asInt()).isEqualTo(2);
        assertThat(status(reservation)).isEqualTo("cancelled");
    }

    @Test
    void saysThatBookingcomTookItUntilItTells() {
        long reservation = taken(TODAY);
        story.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"/hotels/ota/OTA_HotelResModifyNotif\", \"kind\": \"error\", \"status\": 503, \"times\": 1000}]");

        act(reservation, "no-show", "{}");

        JsonNode asked = asked(reservation, "no-show", "done");
        assertThat(asked.path("toBeConfirmed").asBoolean()).isTrue();
        assertThat(asked.hasNonNull("confirmedAt")).isFalse();
        assertThat(status(reservation)).isEqualTo("booked");
    }

    @Test
    void asksForACancellationForACardOnlyAfterItWasReportedInItsWords() {
        long reservation = taken(TODAY.plusDays(20));

        act(reservation, "cancel-card-invalid", "{}");
        JsonNode refused = asked(reservation, "cancel-card-invalid", "refused");
        act(reservation, "card-invalid", "{}");
        JsonNode reported = asked(reservation, "card-invalid", "done");
        act(reservation, "cancel-card-invalid", "{}");

        assertThat(refused.path("words").asText())
                .contains("CARD_NOT_REPORTED")
                .contains("cc_is_invalid");
        assertThat(reported.path("toBeConfirmed").asBoolean()).isFalse();
        confirmed(reservation, "cancel-card-invalid");
        assertThat(status(reservation)).isEqualTo("cancelled");
    }

    @Test
    void refusesANoShowBeforeTheArrivalInBookingcomsWords() {
        long reservation = taken(TODAY.plusDays(20));

        act(reservation, "no-show", "{}");

        assertThat(asked(reservation, "no-show", "refused").path("words").asText())
                .contains("before the arrival");
        assertThat(status(reservation)).isEqualTo("booked");
    }

    @Test
    void isSureOfAShorterAndCheaperStayOnceBookingcomTellsIt() {
        long reservation = taken(TODAY);

        Reply nothing = act(reservation, "stay-change", "{}");
        act(
                reservation,
                "stay-change",
                "{\"checkout\": \"%s\", \"price\": \"99.50\"}".formatted(TODAY.plusDays(1)));

        assertThat(nothing.status()).isEqualTo(400);
        confirmed(reservation, "stay-change");
        assertThat(
                        story.sql()
                                .sql(
                                        "select departure || ' ' || total::float8 from reservations where id = ?")
                                .param(reservation)
                                .query(String.class)
                                .single())
                .isEqualTo(TODAY.plusDays(1) + " 99.5");
    }

    @Test
    void reportsOnceAlthoughTheAnswerIsLostAndIsSureByWhatItTells() {
        long reservation = taken(TODAY);
        story.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"/hotels/xml/reporting\", \"kind\": \"lost-answer\", \"times\": 1}]");

        act(reservation, "no-show", "{}");

        confirmed(reservation, "no-show");
        assertThat(reports(reservation)).isEqualTo(1);
    }

    @Test
    void asksNotTwiceWhileTheSameIsUnderWay() {
        long reservation = taken(TODAY);
        story.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"/hotels/xml/reporting\", \"kind\": \"slow\", \"delay\": 3000, \"times\": 1}]");

        Reply first = act(reservation, "no-show", "{}");
        Reply second = act(reservation, "no-show", "{}");

        assertThat(first.status()).isEqualTo(202);
        assertThat(second.status()).isEqualTo(409);
        confirmed(reservation, "no-show");
        assertThat(reports(reservation)).isEqualTo(1);
    }

    private static ApiClient user(Story story) {
        String login = "reports-" + story.hotel();
        story.sql()
                .sql(
                        "insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator')")
                .param(login)
                .update();
        story.sql()
                .sql("insert into user_hotels select id, ? from users where login = ?")
                .params(story.hotel(), login)
                .update();
        return new ApiClient(story.serai().url(), login);
    }

    /** A booking of two nights that is taken and acknowledged; its id here. */
    private long taken(LocalDate arrival) {
        long number =
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
                        .asLong();
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select id from ota_bookings where booking_number = ? and acknowledged_at is not null")
                                        .param(Long.toString(number))
                                        .query(Long.class)
                                        .optional()
                                        .orElse(0L),
                        id -> id > 0);
    }

    private Reply act(long reservation, String action, String wish) {
        return api.post("/api/reservations/" + reservation + "/actions/" + action, wish);
    }

    private JsonNode action(long reservation, String action) {
        for (JsonNode each :
                api.get("/api/reservations/" + reservation + "/actions").body().path("actions")) {
            if (each.path("action").asText().equals(action)) {
                return each;
            }
        }
        throw new AssertionError("no action " + action);
    }

    private JsonNode confirmed(long reservation, String action) {
        JsonNode asked = asked(reservation, action, "confirmed");
        assertThat(asked.hasNonNull("confirmedAt")).isTrue();
        assertThat(asked.path("toBeConfirmed").asBoolean()).isFalse();
        return asked;
    }

    private JsonNode asked(long reservation, String action, String state) {
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> action(reservation, action).at("/asked/0"),
                        asked -> asked.path("state").asText().equals(state));
    }

    private String status(long reservation) {
        return story.sql()
                .sql("select status from reservations where id = ?")
                .param(reservation)
                .query(String.class)
                .single();
    }

    private long reports(long reservation) {
        String number =
                story.sql()
                        .sql("select number from reservations where id = ?")
                        .param(reservation)
                        .query(String.class)
                        .single();
        long count = 0;
        for (JsonNode call :
                story.sandbox()
                        .get("/sandbox/calls?path=/hotels/xml/reporting")
                        .body()
                        .path("calls")) {
            count += call.path("body").asText().contains(">" + number + "<") ? 1 : 0;
        }
        return count;
    }
}
