package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.channel.account.ChannelAccounts;
import io.serai.stories.ExpediaDesk;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReservationActionsTests {

    private static final LocalDate DAY = LocalDate.now().plusDays(40);

    private static final String REFUND =
            "{\"reason\": \"service\", \"amount\": \"5.00\", \"currency\": \"EUR\"}";

    private final ExpediaDesk desk = new ExpediaDesk(true);
    private final ApiClient api = user(desk);

    @AfterEach
    void noFault() {
        desk.noFault();
    }

    @Test
    void cancelsAReservationThatExpediaSaysMayBeCancelled() {
        long booking = taken(DAY, DAY.plusDays(2), "");

        JsonNode request = confirmed(act(booking, "cancel", "{\"reason\": \"guest\"}"));

        assertThat(desk.status(booking)).isEqualTo("cancelled");
        assertThat(asked(booking, "cancel").path("request")).isEqualTo(request.path("id"));
        assertThat(asked(booking, "cancel").path("confirmedRevision").asInt()).isEqualTo(2);
    }

    @Test
    void hasNothingToDoWhereTheGuestCancelledBefore() {
        long booking = taken(DAY, DAY.plusDays(2), "");
        desk.cancel(booking);

        confirmed(act(booking, "cancel", "{\"reason\": \"guest\"}"));
        JsonNode refunded = done(act(booking, "refund", REFUND));

        assertThat(refunded.path("state").asText()).isEqualTo("refused");
        assertThat(refunded.path("words").asText()).isNotBlank();
        assertThat(mutations("cancelReservation") + mutations("refundReservation")).isZero();
    }

    @Test
    void asksBeforeItRefundsAndSaysWhyNot() {
        long booking = taken(DAY, DAY.plusDays(2), "");

        JsonNode request = done(act(booking, "refund", REFUND));

        assertThat(request.path("state").asText()).isEqualTo("refused");
        assertThat(request.path("words").asText()).contains("check-in date");
        assertThat(mutations("refundReservation")).isZero();
    }

    @Test
    void refundsOnceAlthoughItIsNotKnownWhetherItWas() {
        long booking = taken(ExpediaDesk.today(), ExpediaDesk.today().plusDays(1), "");
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"lost-answer\", \"times\": 1, \"containing\": \"refundReservation\"}]");

        JsonNode request = done(act(booking, "refund", REFUND));

        assertThat(request.path("state").asText()).isEqualTo("not-known");
        assertThat(request.path("words").asText()).contains("not known");
        assertThat(mutations("refundReservation")).isEqualTo(1);
    }

    @Test
    void refundsOnceHoweverOftenItIsAskedForUnderOneKey() {
        long booking = taken(ExpediaDesk.today(), ExpediaDesk.today().plusDays(1), "");

        Reply first = keyed(booking, REFUND);
        done(first);
        Reply again = keyed(booking, REFUND);
        Reply other = keyed(booking, REFUND.replace("5.00", "6.00"));

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(action(booking, "refund").path("asked")).hasSize(1);
        assertThat(mutations("refundReservation")).isEqualTo(1);
    }

    @Test
    void refundsOnceAlthoughItsSenderIsLostWhileExpediaWorksOnIt() {
        long booking = taken(ExpediaDesk.today(), ExpediaDesk.today().plusDays(1), "");
        slow("refundReservation");

        Reply kept = act(booking, "refund", REFUND);
        await().until(() -> asked(kept, "begun_at is not null"));
        loseSender(kept);

        assertThat(done(kept).path("state").asText()).isEqualTo("not-known");
        assertThat(mutations("refundReservation")).isEqualTo(1);
    }

    @Test
    void refundsOnceAlthoughItsSenderOutlivesItsLeaseBeforeItSends() {
        long booking = taken(ExpediaDesk.today(), ExpediaDesk.today().plusDays(1), "");
        slow("econciliationEligibility");

        Reply kept = act(booking, "refund", REFUND);
        await().until(() -> asked(kept, "until > now()"));
        loseSender(kept);

        assertThat(done(kept).path("state").asText()).isEqualTo("done");
        assertThat(mutations("refundReservation")).isEqualTo(1);
    }

    @Test
    void reconcilesANoShowWithAPenaltyFromTheCheckInDateOnAndTriesAgainAfterAFault() {
        long booking =
                taken(
                        ExpediaDesk.today(),
                        ExpediaDesk.today().plusDays(1),
                        ", \"collect\": \"hotel\"");
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"error\", \"status\": 503, \"times\": 1, \"containing\": \"cancelReservationReconciliation\"}]");

        confirmed(act(booking, "no-show", "{\"penalty\": \"10.00\"}"));

        assertThat(desk.status(booking)).isEqualTo("cancelled");
        assertThat(mutations("NO_SHOW")).isEqualTo(2);
    }

    @Test
    void reconcilesHowAStayReallyWas() {
        LocalDate arrival = ExpediaDesk.today().minusDays(3);
        long booking = taken(arrival, arrival.plusDays(2), ", \"collect\": \"hotel\"");

        JsonNode request =
                confirmed(
                        act(
                                booking,
                                "change",
                                "{\"currency\": \"EUR\", \"nights\": [{\"night\": \"%s\", \"price\": \"77.00\"}]}"
                                        .formatted(arrival)));

        assertThat(request.path("state").asText()).isEqualTo("confirmed");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                desk.sql()
                                                        .sql(
                                                                "select departure::text from reservations where number = ?")
                                                        .param(Long.toString(booking))
                                                        .query(String.class)
                                                        .single())
                                        .isEqualTo(arrival.plusDays(1).toString()));
    }

    @Test
    void saysWithExpediasReasonsWhyANoShowOrACancellationForACardMayNotBe() {
        long booking = taken(DAY, DAY.plusDays(2), "");

        JsonNode noShow = done(act(booking, "no-show", "{}"));
        JsonNode card = done(act(booking, "cancel", "{\"reason\": \"payment\"}"));
        JsonNode later = done(act(booking, "cancel", "{\"reason\": \"disaster\"}"));

        assertThat(noShow.path("state").asText()).isEqualTo("refused");
        assertThat(noShow.path("words").asText()).startsWith("cancel-after: only Hotel Collect");
        assertThat(noShow.path("words").asText()).doesNotContain("refund");
        assertThat(card.path("words").asText()).contains("for Hotel Collect only");
        assertThat(later.path("words").asText()).startsWith("cancel-after: ");
        assertThat(desk.status(booking)).isEqualTo("booked");
    }

    @Test
    void listsWhatExpediaDoesAndWhatIsCalledOtherwiseThere() {
        long booking = taken(DAY, DAY.plusDays(2), "");

        JsonNode change = action(booking, "change");
        JsonNode card = action(booking, "card-invalid");
        JsonNode noShow = action(booking, "no-show");

        assertThat(change.path("offered").asBoolean()).isTrue();
        assertThat(change.at("/needs/properties/nights/items/properties/night/format").asText())
                .isEqualTo("date");
        assertThat(noShow.at("/needs/properties").has("reason")).isFalse();
        assertThat(card.path("offered").asBoolean()).isFalse();
        assertThat(card.path("reason").asText()).contains("reason payment");
        assertThat(api.get("/api/reservations/999999999/actions").status()).isEqualTo(404);
    }

    @Test
    void registersForNotificationsAndKeepsTheSecretToItself() {
        ExpediaDesk silent = new ExpediaDesk(false);
        ApiClient theirs = user(silent);
        String wish =
                "{\"ask\": \"webhook-register\", \"with\": {\"url\": \"%s/webhooks/expedia/notifications\", \"email\": \"desk@example.com\"}}"
                        .formatted(silent.serai.url());

        JsonNode first = settled(theirs, theirs.post(asked(silent), wish));
        long booking = silent.book(DAY, DAY.plusDays(1), "");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> silent.states(booking).contains("confirmed"));
        JsonNode again = settled(theirs, theirs.post(asked(silent), wish));
        long later = silent.book(DAY, DAY.plusDays(1), "");
        await().atMost(Duration.ofSeconds(90))
                .until(() -> silent.states(later).contains("confirmed"));

        assertThat(first.path("state").asText()).isEqualTo("done");
        assertThat(again.path("state").asText()).isEqualTo("done");
        String secret =
                silent.sql()
                        .sql("select secret from sandbox.expedia_callback where account = ?")
                        .param(silent.login)
                        .query(String.class)
                        .single();
        assertThat(first.toString() + again).doesNotContain(secret);
        assertThat(silent.serai.part(ChannelAccounts.class).logins("expedia"))
                .filteredOn(login -> login.account() == silent.account)
                .singleElement()
                .satisfies(
                        login ->
                                assertThat(login.credentials())
                                        .containsEntry("webhook_secret", secret)
                                        .containsKey("webhook_secret_previous"));
    }

    @Test
    void answersWhatDoesNotFitOrIsNotOffered() {
        long booking = taken(DAY, DAY.plusDays(2), "");

        assertThat(act(booking, "cancel", "{\"reason\": \"mood\"}").status()).isEqualTo(400);
        assertThat(act(booking, "dance", "{}").status()).isEqualTo(409);
        assertThat(api.post("/api/reservations/999999999/actions/cancel", "{}").status())
                .isEqualTo(404);
    }

    private static ApiClient user(ExpediaDesk desk) {
        return ApiClient.user(desk.serai, "of-" + desk.login, "admin", desk.hotel);
    }

    private long taken(LocalDate arrival, LocalDate departure, String more) {
        long booking = desk.book(arrival, departure, more);
        await().atMost(Duration.ofSeconds(90))
                .until(() -> desk.states(booking).contains("confirmed"));
        return booking;
    }

    private Reply act(long booking, String action, String body) {
        return api.post("/api/reservations/" + id(booking) + "/actions/" + action, body);
    }

    private Reply keyed(long booking, String body) {
        return api.post(
                "/api/reservations/" + id(booking) + "/actions/refund",
                BodyPublishers.ofString(body),
                "application/json",
                "Idempotency-Key",
                "refund-" + booking);
    }

    private long id(long booking) {
        return desk.sql()
                .sql("select id from reservations where number = ?")
                .param(Long.toString(booking))
                .query(Long.class)
                .single();
    }

    private JsonNode action(long booking, String action) {
        String path = "/api/reservations/" + id(booking) + "/actions";
        for (JsonNode each : api.get(path).body().path("actions")) {
            if (each.path("action").asText().equals(action)) {
                return each;
            }
        }
        throw new AssertionError("no action " + action);
    }

    /** What was asked last. */
    private JsonNode asked(long booking, String action) {
        return action(booking, action).at("/asked/0");
    }

    private JsonNode confirmed(Reply kept) {
        String path = "/api/requests/" + done(kept).path("id").asText();
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> api.get(path).body(),
                        shown -> shown.path("state").asText().equals("confirmed"));
    }

    private void slow(String containing) {
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"slow\", \"delay\": 3000, \"times\": 1, \"containing\": \"%s\"}]"
                        .formatted(containing));
    }

    /** Another instance claims it, as after the lease, and is gone. */
    private void loseSender(Reply kept) {
        desk.sql()
                .sql(
                        "update channel_requests set fence = fence + 1, until = '-infinity' where id = ? and settled_at is null")
                .param(kept.body().path("id").asLong())
                .update();
    }

    private boolean asked(Reply kept, String condition) {
        return desk.sql()
                .sql("select " + condition + " from channel_requests where id = ?")
                .param(kept.body().path("id").asLong())
                .query(Boolean.class)
                .single();
    }

    private static String asked(ExpediaDesk desk) {
        return "/api/connections/" + desk.connection + "/requests";
    }

    private JsonNode done(Reply kept) {
        return settled(api, kept);
    }

    private static JsonNode settled(ApiClient api, Reply kept) {
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(202);
        String id = kept.body().path("id").asText();
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> api.get("/api/requests/" + id).body(),
                        shown -> shown.hasNonNull("settledAt"));
    }

    private long mutations(String name) {
        long count = 0;
        for (JsonNode call :
                desk.sandbox
                        .get("/sandbox/calls?path=/supply/lodging/graphql")
                        .body()
                        .path("calls")) {
            boolean ours = call.path("account").asText().equals(desk.login);
            count += ours && call.path("body").asText().contains(name) ? 1 : 0;
        }
        return count;
    }
}
