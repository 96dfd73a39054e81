package io.serai.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.Channels;
import io.serai.channel.door.CardsOut;
import io.serai.testing.Database;
import io.serai.testing.RunningSerai;
import io.serai.vault.KeyedHash;
import io.serai.vault.SealedOriginals;
import io.serai.vault.Sealer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

/** Webhook calls over HTTP, as a channel's notification service makes them. */
class WebhookTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final WebhookSettings SETTINGS =
            new WebhookSettings(
                    DataSize.ofKilobytes(256),
                    Duration.ofSeconds(10),
                    150,
                    Duration.ofHours(1),
                    4,
                    Duration.ofSeconds(30),
                    12,
                    Duration.ofSeconds(5),
                    Duration.ofHours(1),
                    List.of(),
                    Map.of());

    @Test
    void keepsACallOnceThatShowsTheTokenItGotFromUs() throws Exception {
        String id = UUID.randomUUID().toString();

        HttpResponse<String> first = call(token(), message(id));
        HttpResponse<String> again = call(token(), message(id));

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(kept(id))
                .singleElement()
                .satisfies(
                        row -> assertThat(row).containsEntry("kind", "CREDIT_CARD_STATUS_UPDATE"));
        byte[] sealed = (byte[]) kept(id).get(0).get("body_sealed");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("payload");
        assertThat(
                        new String(
                                SERAI.part(Sealer.class).open(sealed, "webhook"),
                                StandardCharsets.UTF_8))
                .isEqualTo(message(id));
    }

    @Test
    void keepsWhatNobodyCanReadAndAsksForItNoMore() throws Exception {
        String text = "{\"odd\": \"" + UUID.randomUUID() + "\"";

        HttpResponse<String> answer = call(token(), text);
        HttpResponse<String> again = call(token(), text);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(
                        SERAI.sql()
                                .sql(
                                        "select count(*) from ota_webhooks where state = 'malformed' and message_id = ?")
                                .param(sha256(text))
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void keepsWhatDoesNotSayWhatItIsAbout() throws Exception {
        String id = UUID.randomUUID().toString();

        HttpResponse<String> answer =
                call(token(), "{\"metadata\":{\"uuid\":\"%s\"}}".formatted(id));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kept(id)).singleElement().extracting("state").isEqualTo("unknown");
    }

    @Test
    void keepsWhatSaysWhatItIsAboutInWordsThatCannotBeKept() throws Exception {
        String id = UUID.randomUUID().toString();

        HttpResponse<String> answer =
                call(
                        token(),
                        "{\"metadata\":{\"uuid\":\"%s\",\"type\":\"\\u0000\"}}".formatted(id));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(kept(id)).singleElement().extracting("state").isEqualTo("unknown");
    }

    @Test
    void keepsAPaymentThatIsToldTwiceUnderTwoNamesOnceAndSaysWhyNothingFollows() throws Exception {
        String id = UUID.randomUUID().toString();
        String event = UUID.randomUUID().toString();
        String other = UUID.randomUUID().toString();

        assertThat(call(token(), about(id, event)).statusCode()).isEqualTo(202);
        assertThat(call(token(), about(other, event)).statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                assertThat(kept(id))
                                        .singleElement()
                                        .extracting("state")
                                        .isEqualTo("unused"));
        assertThat(kept(other)).isEmpty();
    }

    private static String about(String id, String event) {
        return message(id)
                .replace("\"evt-1\"", "\"" + event + "\",\"timestamp\":\"2026-11-22T10:00:00Z\"");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void letsALoginThatDoesNotOpenHinderNoOtherAccount() throws Exception {
        String id = UUID.randomUUID().toString();
        long broken = unreadable("booking.com");
        long other = unreadable("expedia");

        try {
            assertThat(call(token(), message(id)).statusCode()).isEqualTo(202);
            assertThat(kept(id)).hasSize(1);
            assertThat(
                            post(
                                            "/webhooks/expedia/reservations",
                                            "text/xml",
                                            "<none/>",
                                            "Basic eDp5")
                                    .statusCode())
                    .as("it may be that account's")
                    .isEqualTo(503);
        } finally {
            SERAI.sql()
                    .sql("delete from channel_accounts where id in (?, ?)")
                    .params(broken, other)
                    .update();
        }
    }

    private static long unreadable(String provider) {
        return SERAI.sql()
                .sql(
                        "insert into channel_accounts (provider, name, login_sealed, login_hash) values (?, 'unreadable', '', ?) returning id")
                .params(provider, UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
    }

    @Test
    void countsWhatShowsNoGoodTokenAndKeepsNothingOfIt() throws Exception {
        double before = refused();
        String id = UUID.randomUUID().toString();
        var vault = SERAI.part(KeyedHash.class);
        String late =
                new WebhookTokens(vault, SETTINGS, at(Instant.now().minus(Duration.ofHours(2))))
                        .issue("bookingcom");
        String others = new WebhookTokens(vault, SETTINGS, Clock.systemUTC()).issue("otherchannel");
        String good = token();
        String bent = good.substring(0, good.length() - 4) + "AAAA";

        for (String token : List.of(late, others, bent, "", "none")) {
            assertThat(call(token, message(id)).statusCode()).as(token).isEqualTo(401);
        }

        assertThat(kept(id)).isEmpty();
        assertThat(refused() - before).isEqualTo(5);
    }

    @Test
    void takesNothingThatIsTooLargeOrForNoChannel() throws Exception {
        String large = "{\"x\":\"" + "x".repeat(300_000) + "\"}";

        assertThat(call(token(), large).statusCode()).isEqualTo(413);
        assertThat(post("/webhooks/nowhere", "application/json", "{}", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void givesNoTokenForAWrongLogin() throws Exception {
        assertThat(asks("client_credentials", "wrong").statusCode()).isEqualTo(401);
        assertThat(asks("client_credentials", "").statusCode()).isEqualTo(401);
        assertThat(asks("password", "open sesame").statusCode()).isEqualTo(400);
        assertThat(asks("client_credentials", "open sesame").headers().map().toString())
                .doesNotContain("sesame");
    }

    @Test
    void asksForTheCallAgainWhileTheDatabaseIsAway() throws Exception {
        Database gone = Database.fresh();
        gone.close();

        MockHttpServletResponse answer = calledWith(JdbcClient.create(gone.engine()), 150);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    @Test
    void asksForTheCallAgainWhereTooManyWait() throws Exception {
        MockHttpServletResponse answer = calledWith(SERAI.part(JdbcClient.class), 0);

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("5");
    }

    private static MockHttpServletResponse calledWith(JdbcClient jdbc, int most) throws Exception {
        var tokens = new WebhookTokens(SERAI.part(KeyedHash.class), SETTINGS, Clock.systemUTC());
        var together = new KeptTogether(new CallRows(jdbc)::write, most, Duration.ofSeconds(30));
        var proofs =
                new WebhookProofs(
                        SERAI.part(KnownLogins.class),
                        tokens,
                        SERAI.part(ChannelTokens.class),
                        SERAI.part(CallerCertificates.class),
                        Clock.systemUTC());
        var intake =
                new WebhookIntake(
                        jdbc,
                        new WebhookBook(jdbc, SERAI.part(Sealer.class), together),
                        SERAI.part(SealedOriginals.class),
                        SERAI.part(CardsOut.class));
        var door =
                new WebhookDoor(
                        SERAI.part(Channels.class),
                        proofs,
                        intake,
                        SETTINGS,
                        new SimpleMeterRegistry());
        var request = new MockHttpServletRequest("POST", "/webhooks/bookingcom");
        request.addHeader("Authorization", "Bearer " + tokens.issue("bookingcom"));
        request.setContent(message("1").getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();

        door.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    private static String message(String id) {
        return """
        {"metadata":{"uuid":"%s","type":"CREDIT_CARD_STATUS_UPDATE","payloadVersion":"1.0"},
         "payload":{"eventId":"evt-1","propertyId":990077001,"reservationId":3999999998}}
        """
                .formatted(id);
    }

    private static double refused() {
        var counter =
                SERAI.part(MeterRegistry.class)
                        .find("serai.webhooks.refused")
                        .tag("channel", "booking.com")
                        .counter();
        return counter == null ? 0 : counter.count();
    }

    private static List<Map<String, Object>> kept(String id) {
        return SERAI.sql()
                .sql("select kind, state, body_sealed from ota_webhooks where message_id = ?")
                .param(id)
                .query()
                .listOfRows();
    }

    private static String token() throws IOException, InterruptedException {
        HttpResponse<String> answer = asks("client_credentials", "open sesame");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private static HttpResponse<String> asks(String grant, String secret)
            throws IOException, InterruptedException {
        return post(
                "/webhooks/bookingcom/token",
                "application/x-www-form-urlencoded",
                "grant_type="
                        + grant
                        + "&client_id=notifier&client_secret="
                        + secret.replace(' ', '+'),
                "");
    }

    private static HttpResponse<String> call(String token, String body)
            throws IOException, InterruptedException {
        return post("/webhooks/bookingcom", "application/json", body, "Bearer " + token);
    }

    private static HttpResponse<String> post(
            String path, String type, String body, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERAI.url() + path))
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
