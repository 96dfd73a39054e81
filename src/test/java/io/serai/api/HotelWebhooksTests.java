package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static io.serai.api.HookReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.api.HookReceiver.Call;
import io.serai.reservation.hook.HookDelivery;
import io.serai.reservation.hook.HookWork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A hotel's own system is told of reservations, from the channel's message to its HTTP server. */
class HotelWebhooksTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Pms pms = new Pms();
    private final HookReceiver receiver = new HookReceiver();

    @AfterEach
    void close() {
        pms.forgetHooks();
        receiver.close();
    }

    @Test
    void tellsOfEachRevisionSoThatItCanBeProvedAndNamesNoGuest() throws IOException {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        assertKeeps(hook, 201, "Hook");
        String secret = hook.body().path("secret").asText();

        pms.take("B1", "new", 2);
        pms.take("B1", "modify", 3);
        pms.take("B1", "cancel", 0);

        await().atMost(LONG).until(() -> receiver.calls.size() == 3);
        assertThat(receiver.calls)
                .extracting(Call::type)
                .containsExactly(
                        "reservation.created", "reservation.changed", "reservation.cancelled");
        assertThat(receiver.calls)
                .allSatisfy(call -> assertThat(call.isSignedWith(secret)).isTrue())
                .allSatisfy(call -> assertThat(call.body()).doesNotContain("Lovelace"));
        JsonNode first = receiver.calls.get(0).json();
        assertThat(first.at("/data/hotel").asText()).isEqualTo("" + pms.hotel);
        assertThat(first.at("/data/number").asText()).isEqualTo("B1");
        assertThat(first.at("/data/channel").asText()).isEqualTo("harbour.example");
        Reply revision = pms.api.get(pms.path("/revisions/" + receiver.calls.get(0).revision()));
        assertKeeps(revision, 200, "Revision");
        assertThat(revision.body().path("reservation")).isEqualTo(first.at("/data/reservation"));
        assertKeeps(pms.api.get(hookPath(hook, "")), 200, "Hook");
        assertThat(pms.api.get(pms.path("/webhooks")).body().toString()).doesNotContain("whsec_");
    }

    @Test
    void tellsOnlyWhatIsWanted() {
        add("{\"url\":\"%s\",\"events\":[\"reservation.cancelled\"]}".formatted(receiver.url()));

        pms.take("B1", "new", 2);
        pms.take("B1", "cancel", 0);

        await().atMost(LONG).until(() -> !receiver.calls.isEmpty());
        assertThat(receiver.calls).extracting(Call::type).containsExactly("reservation.cancelled");
    }

    @Test
    void tellsTheWholeBookingWhereAHotelWantsIt() {
        add("{\"url\":\"%s\",\"payload\":\"full\"}".formatted(receiver.url()));

        pms.take("B1", "new", 2);

        await().atMost(LONG).until(() -> !receiver.calls.isEmpty());
        JsonNode data = receiver.calls.get(0).json().path("data");
        assertThat(data)
                .isEqualTo(pms.api.get(pms.path("/revisions/" + data.path("id").asText())).body());
        assertThat(data.at("/booking/rooms/0/guest").asText()).isEqualTo("Ada Lovelace");
    }

    @Test
    void sendsAgainUnderTheSameIdUntilItIsTakenAndWaitsAsLongAsItIsAskedTo() throws IOException {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        receiver.answer(
                status(500),
                status(302, "Location", receiver.url()),
                status(503, "Retry-After", "2"));

        pms.take("B1", "new", 2);

        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 1);
        assertThat(receiver.calls).hasSize(4);
        assertThat(receiver.calls).extracting(Call::id).containsOnly(receiver.calls.get(0).id());
        assertThat(receiver.calls.get(0).id()).startsWith("msg_");
        assertThat(Duration.between(receiver.calls.get(2).at(), receiver.calls.get(3).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
        Reply log = pms.api.get(hookPath(hook, "/deliveries"));
        assertKeeps(log, 200, "HookDeliveries");
        assertThat(log.body().at("/deliveries/0/tries").asInt()).isEqualTo(4);
        assertThat(log.body().at("/deliveries/0/status").asInt()).isEqualTo(204);
        String correlation = "hook-" + log.body().at("/deliveries/0/id").asText();
        await().atMost(LONG).until(() -> calls(correlation).size() == 4);
        assertThat(calls(correlation))
                .containsExactly("500 not taken", "302 not taken", "503 not taken", "204 applied");
    }

    /** What became of the calls of a delivery, the first one first. */
    private List<String> calls(String correlation) {
        return pms.serai
                .sql()
                .sql(
                        """
                        select status || ' ' || outcome from ota_sync_logs
                         where kind = 'call' and name = 'hook-deliver' and correlation = ? and hotel_id = ? and path like '%/…' and took_ms >= 0 order by id
                        """)
                .params(correlation, pms.hotel)
                .query(String.class)
                .list();
    }

    @Test
    void keepsARevisionBackUntilTheOneBeforeItIsTaken() {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        receiver.answer(status(500), status(500));

        pms.take("B1", "new", 2);
        await().atMost(LONG).until(() -> !receiver.calls.isEmpty());
        pms.take("B1", "modify", 3);
        pms.take("B2", "new", 1);

        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 3);
        List<String> first =
                receiver.calls.stream()
                        .filter(call -> call.json().at("/data/number").asText().equals("B1"))
                        .map(Call::revision)
                        .distinct()
                        .toList();
        assertThat(first).hasSize(2).isSorted();
        assertThat(receiver.calls.stream().filter(call -> call.revision().equals(first.get(1))))
                .hasSize(1);
    }

    @Test
    void signsWithBothSecretsWhileOneReplacesTheOther() throws IOException {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        Reply rotated = pms.api.post(hookPath(hook, "/rotate"));
        assertKeeps(rotated, 200, "Hook");

        Reply begun = pms.api.post(hookPath(hook, "/test"));

        assertKeeps(begun, 202, "HookBegun");
        await().atMost(LONG).until(() -> !receiver.calls.isEmpty());
        Call ping = receiver.calls.get(0);
        assertThat(ping.type()).isEqualTo("ping");
        assertThat(ping.signatures()).hasSize(2);
        assertThat(ping.isSignedWith(hook.body().path("secret").asText())).isTrue();
        assertThat(ping.isSignedWith(rotated.body().path("secret").asText())).isTrue();
        assertThat(rotated.body().path("secret")).isNotEqualTo(hook.body().path("secret"));
    }

    @Test
    void endsWhereTheReceiverIsGoneAndBeginsAgainWhenAskedTo() {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        receiver.answer(status(410));

        pms.take("B1", "new", 2);

        await().atMost(LONG)
                .until(() -> !pms.api.get(hookPath(hook, "")).body().path("enabled").asBoolean());
        JsonNode ended = pms.api.get(hookPath(hook, "")).body();
        assertThat(ended.path("disabledReason").asText()).contains("410");
        assertThat(ended.path("waiting").asInt()).isEqualTo(1);
        pms.api.patch(hookPath(hook, ""), "{\"enabled\":true}");
        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 1);
        assertThat(receiver.calls)
                .extracting(Call::id)
                .hasSize(2)
                .containsOnly(receiver.calls.get(0).id());
    }

    @Test
    void parksWhatIsNotTakenAndSendsItAgainWhenAskedTo() throws IOException {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        receiver.answer(status(500), status(500), status(500), status(500));

        pms.take("B1", "new", 2);

        await().atMost(LONG).until(() -> deliveries(hook, "?state=parked").size() == 1);
        String delivery = deliveries(hook, "").get(0).path("id").asText();
        await().atMost(LONG).until(() -> parked(delivery).equals("parked"));
        JsonNode inbox = pms.api.get("/api/inbox?kind=hook").body().path("messages");
        assertThat(inbox).hasSize(1);
        assertThat(inbox.get(0).path("hotel").asText()).isEqualTo("" + pms.hotel);
        assertThat(inbox.get(0).path("family").asText()).isEqualTo("poisoned");
        assertKeeps(pms.api.post(hookPath(hook, "/replay"), "{\"parked\":true}"), 202, "HookBegun");
        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 1);
        assertThat(parked(delivery)).isEqualTo("replayed");
        assertThat(receiver.calls)
                .hasSize(5)
                .extracting(Call::id)
                .containsOnly(receiver.calls.get(0).id());
        String since = "{\"since\":\"%s\"}".formatted(receiver.calls.get(0).at().minusSeconds(60));
        assertKeeps(pms.api.post(hookPath(hook, "/replay"), since), 202, "HookBegun");
        await().atMost(LONG).until(() -> receiver.calls.size() == 6);
        assertKeeps(pms.api.post(hookPath(hook, "/replay"), "{}"), 422, "Problem");
        assertKeeps(
                pms.api.post(hookPath(hook, "/replay"), "{\"delivery\":\"1\"}"), 404, "Problem");
    }

    @Test
    void sendsAParkedOneAgainThatAnOperatorReplays() {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        receiver.answer(status(500), status(500), status(500), status(500), status(500));
        pms.take("B1", "new", 2);
        await().atMost(LONG).until(() -> deliveries(hook, "?state=parked").size() == 1);
        String delivery = deliveries(hook, "").get(0).path("id").asText();
        await().atMost(LONG).until(() -> parked(delivery).equals("parked"));

        boolean first = replay(delivery);
        boolean second = replay(delivery);

        assertThat(first).isFalse();
        assertThat(second).isTrue();
        assertThat(deliveries(hook, "?state=done")).hasSize(1);
    }

    @Test
    void cutsAReceiverThatDoesNotAnswerAndReadsNoBody() {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        CountDownLatch end = new CountDownLatch(1);
        receiver.answer(
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    hold(end);
                },
                exchange -> hold(end));

        pms.take("B1", "new", 2);
        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 1);
        pms.take("B1", "modify", 3);
        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 2);
        end.countDown();

        assertThat(deliveries(hook, "").get(0).path("tries").asInt()).isEqualTo(2);
    }

    @Test
    void isNotHeldUpByAnotherHotelsReceiverThatHangs() {
        Pms other = new Pms();
        CountDownLatch end = new CountDownLatch(1);
        try (HookReceiver hanging = new HookReceiver()) {
            other.api.post(other.path("/webhooks"), "{\"url\":\"%s\"}".formatted(hanging.url()));
            for (int n = 0; n < 12; n++) {
                hanging.answer(exchange -> hold(end));
                other.take("H" + n, "new", 1);
            }
            await().atMost(LONG).until(() -> hanging.calls.size() >= 2);
            add("{\"url\":\"%s\"}".formatted(receiver.url()));

            for (int n = 0; n < 10; n++) {
                pms.take("B" + n, "new", 1);
            }

            await().atMost(LONG).until(() -> receiver.calls.size() == 10);
            assertThat(hanging.calls.size()).isLessThan(12);
        } finally {
            end.countDown();
            other.forgetHooks();
        }
    }

    @Test
    void sendsAgainUnderTheSameIdWhatAKillLeftInDoubt() throws Exception {
        Reply hook = add("{\"url\":\"%s\"}".formatted(receiver.url()));
        CamelContext camel = pms.serai.part(CamelContext.class);
        HookWork work = pms.serai.part(HookWork.class);
        List<HookDelivery> claimed = new ArrayList<>();
        camel.getRouteController().stopRoute("hook-due");
        try {
            pms.take("B1", "new", 1);
            pms.take("B2", "new", 1);
            claimed.addAll(claim(work, 2));
            work.send(claimed.get(0)); // killed here: the first was sent, the second was not
        } finally {
            camel.getRouteController().startRoute("hook-due");
        }

        await().atMost(LONG).until(() -> deliveries(hook, "?state=done").size() == 2);
        assertThatThrownBy(() -> work.send(claimed.get(1))) // and one that wakes late sends nothing
                .hasMessageEndingWith("not ours (expected: under our lease)");

        assertThat(receiver.calls).hasSize(3);
        assertThat(receiver.calls.stream().map(Call::id).distinct()).hasSize(2);
        assertThat(receiver.calls.stream().map(Call::body).distinct()).hasSize(2);
    }

    @Test
    void refusesWhatItCannotTell() throws IOException {
        for (String body :
                List.of(
                        "{}",
                        "{\"url\":\"ftp://127.0.0.1/\"}",
                        "{\"url\":\"http://example.com/\"}",
                        "{\"url\":\"https://user:word@127.0.0.1/\"}",
                        "{\"url\":\"no address\"}",
                        "{\"url\":\"%s\",\"events\":[\"weather\"]}".formatted(receiver.url()),
                        "{\"url\":\"%s\",\"payload\":\"fat\"}".formatted(receiver.url()))) {
            assertKeeps(add(body), 422, "Problem");
        }
        ApiClient stranger = pms.user("stranger-" + pms.name);
        assertKeeps(stranger.get(pms.path("/webhooks")), 404, "Problem");
        assertKeeps(pms.api.get(pms.path("/webhooks/999999")), 404, "Problem");
    }

    @Test
    void takesASubscriptionAwayWithWhatWaitsForIt() throws IOException {
        Reply hook = add("{\"url\":\"%s\",\"enabled\":false}".formatted(receiver.url()));
        pms.api.post(hookPath(hook, "/test"));
        pms.take("B1", "new", 2);
        assertThat(deliveries(hook, "")).hasSize(1);

        Reply removed =
                pms.api.send(
                        HttpRequest.newBuilder(URI.create(pms.serai.url() + hookPath(hook, "")))
                                .header("Authorization", pms.api.authorization())
                                .DELETE());

        assertKeeps(removed, 200, "Hook");
        assertKeeps(pms.api.get(hookPath(hook, "")), 404, "Problem");
        assertThat(receiver.calls).isEmpty();
    }

    private static void hold(CountDownLatch end) {
        try {
            end.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply add(String body) {
        return pms.api.post(pms.path("/webhooks"), body);
    }

    private String hookPath(Reply hook, String rest) {
        return pms.path("/webhooks/" + hook.body().path("id").asText() + rest);
    }

    private JsonNode deliveries(Reply hook, String query) {
        return pms.api.get(hookPath(hook, "/deliveries" + query)).body().path("deliveries");
    }

    private String parked(String delivery) {
        return pms.serai
                .sql()
                .sql(
                        "select state from parked_messages where route = 'hook-deliver' and message_key = ? order by id desc limit 1")
                .param(delivery)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private boolean replay(String delivery) {
        long id =
                pms.key(
                        "select id::int from parked_messages where route = 'hook-deliver' and message_key = ? and state = 'parked'",
                        delivery);
        try (var template = pms.serai.part(CamelContext.class).createProducerTemplate()) {
            return template.requestBody("direct:message-replay", id, Boolean.class);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<HookDelivery> claim(HookWork work, int most) {
        List<HookDelivery> claimed = new ArrayList<>();
        await().atMost(LONG)
                .until(
                        () -> {
                            work.due().stream()
                                    .filter(due -> due.hotel() == pms.hotel)
                                    .forEach(claimed::add);
                            return claimed.size() == most;
                        });
        return claimed;
    }
}
