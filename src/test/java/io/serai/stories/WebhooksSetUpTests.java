package io.serai.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.ApiClient;
import io.serai.channel.account.AccountLogin;
import io.serai.channel.account.ChannelAccounts;
import io.serai.channel.request.ChannelRequests;
import io.serai.channel.webhook.WebhookInbox;
import io.serai.channel.webhook.WebhookRegistrations;
import io.serai.testing.SandboxClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Addresses that channels call: registered, tested, renewed; and what becomes of what they tell.
 */
class WebhooksSetUpTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ExpediaDesk desk = new ExpediaDesk(true);
    private final String url = desk.serai.url() + "/webhooks/expedia/notifications";

    @AfterEach
    void noFault() {
        desk.noFault();
    }

    @Test
    void registersAnAddressHasItTestedAndShowsBoth() throws Exception {
        String before = secret("webhook_secret");

        done(ask());

        assertThat(secret("webhook_secret")).isEqualTo(theirSecret()).isNotEqualTo(before);
        assertThat(secret("webhook_secret_previous")).isEqualTo(before);
        Map<String, Object> registration = registration();
        assertThat(registration)
                .containsEntry("url", url)
                .containsEntry("test_outcome", "SUCCESS, 202");
        assertThat(registration.get("secret_until")).isNotNull();
        assertThat(registration.get("previous_until")).isNotNull();
        JsonNode shown = operator().get("/api/connections/" + desk.connection + "/webhooks").body();
        JsonNode hook = shown.at("/webhooks/1");
        assertThat(hook.path("hook").asText()).isEqualTo("notifications");
        assertThat(hook.path("url").asText()).endsWith("/webhooks/expedia/notifications");
        assertThat(hook.at("/registration/testOutcome").asText()).isEqualTo("SUCCESS, 202");
        assertThat(hook.at("/latest/state").asText()).isIn("received", "unused");
        assertThat(hook.path("kinds").has("ReservationNotificationEvent")).isTrue();
    }

    @Test
    void renewsASecretBeforeItEndsAndOnceMoreWhereTheNewOneWasToldAndNotHeard() throws Exception {
        done(ask());
        String before = secret("webhook_secret");
        desk.sql()
                .sql(
                        "update webhook_registrations set secret_until = now() + interval '29 days' where account_id = ?")
                .param(desk.account)
                .update();
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"lost-answer\", \"times\": 1, \"containing\": \"refreshNotificationCallbackConfigSecret\"}]");

        int asked = desk.serai.part(WebhookRegistrations.class).renew();
        int again = desk.serai.part(WebhookRegistrations.class).renew();

        assertThat(List.of(asked, again)).containsExactly(1, 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> secret("webhook_secret").equals(theirSecret()) && open() == 0);
        assertThat(secret("webhook_secret")).isNotEqualTo(before);
        assertThat(secret("webhook_secret_previous")).isEqualTo(before);
        long booking = desk.book(LocalDate.now().plusDays(40), LocalDate.now().plusDays(41), "");
        await().atMost(Duration.ofSeconds(60)).until(() -> desk.status(booking).equals("booked"));
    }

    @Test
    void keepsEveryKindAndSaysWhatFollows() throws Exception {
        List<String> ids = new ArrayList<>();
        for (String kind :
                List.of(
                        "MessageReceived",
                        "GuestReviewSubmitted",
                        "PropertyStatusChanged",
                        "NeverHeardOf")) {
            ids.add(UUID.randomUUID().toString());
            assertThat(tell(ids.get(ids.size() - 1), kind, secret("webhook_secret")))
                    .isEqualTo(202);
        }
        // 503: another story left an account whose credentials do not open, and it may be theirs
        assertThat(tell(UUID.randomUUID().toString(), "MessageReceived", "another")).isIn(401, 503);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(ids.stream().map(this::state))
                                        .containsExactly("unused", "unused", "done", "unknown"));
        assertThat(
                        desk.sql()
                                .sql(
                                        "select reread_at > now() - interval '1 minute' from third_party_integrations where id = ?")
                                .param(desk.connection)
                                .query(Boolean.class)
                                .single())
                .isTrue();
        WebhookInbox inbox = desk.serai.part(WebhookInbox.class);
        assertThat(inbox.idle(List.of(desk.hotel), Long.MAX_VALUE, 10))
                .extracting(call -> call.kind() + " " + call.state())
                .containsExactly(
                        "NeverHeardOf unknown",
                        "GuestReviewSubmitted unused",
                        "MessageReceived unused");
        assertThat(inbox.idle(List.of(-1), Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void takesWhatBookingcomsServiceTellsTwiceAndInDisorderOnce() {
        SandboxClient service = new SandboxClient(desk.serai.sandboxUrl());
        String first = UUID.randomUUID().toString();
        String second = UUID.randomUUID().toString();

        JsonNode told =
                service.post("/sandbox/notifications", errand("given", first, second)).body();
        JsonNode wrong =
                service.post(
                                "/sandbox/notifications",
                                errand("wrong", UUID.randomUUID().toString(), first))
                        .body();

        assertThat(told.findValuesAsText("status")).hasSize(4).containsOnly("202");
        assertThat(told.findValuesAsText("uuid")).startsWith(second, first);
        assertThat(wrong.findValuesAsText("status")).containsOnly("401");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(List.of(state(first), state(second)))
                                        .containsExactly("unused", "unknown"));
    }

    private ApiClient operator() {
        String login = "hooks-" + desk.hotel;
        return ApiClient.user(desk.serai, login, "operator", desk.hotel);
    }

    private String errand(String token, String first, String second) {
        return """
        {"tokenUrl": "%1$s/webhooks/bookingcom/token", "webhookUrl": "%1$s/webhooks/bookingcom", "clientId": "notifier",
         "clientSecret": "open sesame", "repeats": 2, "disorder": true, "token": "%2$s",
         "notifications": [{"uuid": "%3$s", "type": "VCC_BALANCE", "payload": {"propertyId": 1}},
                           {"uuid": "%4$s", "type": "NEVER_HEARD_OF", "payload": {}}]}"""
                .formatted(desk.serai.url(), token, first, second);
    }

    private long ask() {
        return desk.serai
                .part(ChannelRequests.class)
                .ask(
                        desk.connection,
                        "webhook-register",
                        JSON.createObjectNode().put("url", url).put("email", "desk@example.com"),
                        "user:story");
    }

    private void done(long request) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                desk.sql()
                                                        .sql(
                                                                "select state from channel_requests where id = ?")
                                                        .param(request)
                                                        .query(String.class)
                                                        .single())
                                        .isEqualTo("done"));
    }

    private int open() {
        return desk.sql()
                .sql(
                        "select count(*) from channel_requests where connection_id = ? and settled_at is null")
                .param(desk.connection)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> registration() {
        return desk.sql()
                .sql(
                        "select * from webhook_registrations where account_id = ? and hook = 'notifications'")
                .param(desk.account)
                .query()
                .singleRow();
    }

    private String theirSecret() {
        return desk.sql()
                .sql("select secret from sandbox.expedia_callback where account = ?")
                .param(desk.login)
                .query(String.class)
                .single();
    }

    private String secret(String name) {
        return desk.serai.part(ChannelAccounts.class).logins("expedia").stream()
                .filter(login -> login.account() == desk.account)
                .map(AccountLogin::credentials)
                .findFirst()
                .orElseThrow()
                .getOrDefault(name, "");
    }

    private String state(String id) {
        return desk.sql()
                .sql("select state from ota_webhooks where message_id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .orElse("not kept");
    }

    private int tell(String id, String kind, String secret) throws Exception {
        String body =
                "{\"event_name\":\"%s\",\"notification_id\":\"%s\",\"payload\":{\"property_id\":\"%d\"}}"
                        .formatted(kind, id, desk.remoteHotel);
        String stamp = Long.toString(System.currentTimeMillis());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        String signature =
                Base64.getEncoder()
                        .encodeToString(mac.doFinal((stamp + "." + body).getBytes(UTF_8)));
        return HTTP.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("api-key", secret("webhook_key"))
                                .header("x-eg-notification-timestamp", stamp)
                                .header("x-eg-notification-signature-v2", "sha256=" + signature)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
