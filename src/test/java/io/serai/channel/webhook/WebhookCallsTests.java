package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.channel.Channels;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.SeraiOfFolders;
import io.serai.vault.SealedOriginals;
import io.serai.vault.Sealer;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel's named webhooks, from its folder to what its routes get, over HTTP. */
class WebhookCallsTests {

    private static final SeraiOfFolders FOLDERS = SeraiOfFolders.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static long account;
    private static long other;

    @BeforeAll
    static void dropIn() {
        FOLDERS.serai()
                .sql()
                .sql(
                        """
                        create table if not exists told (account bigint, hook text, body text);
                        grant select, insert on told to serai_engine
                        """)
                .update();
        SeraiOfFolders.copy(
                Path.of("src/test/resources/webhook/inn"), FOLDERS.routes().resolve("inn"));
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                FOLDERS.serai().part(Channels.class).find("inn").isPresent()
                                        && routes("inn-webhook-receive", "inn-bookings-answer"));
        account = account("a");
        other = account("b");
    }

    @AfterAll
    static void takeOut() {
        SeraiOfFolders.delete(FOLDERS.routes().resolve("inn"));
    }

    @Test
    void worksOffASignedCallOnceForTheAccountThatSignedIt() throws Exception {
        String call = message("booked");

        assertThat(signed(call, "secret-b", "key-b", 0).statusCode()).isEqualTo(202);
        assertThat(signed(call, "old-secret-b", "key-b", 0).statusCode()).isEqualTo(202);

        await().until(() -> state(call).equals("done"));
        assertThat(told(call))
                .singleElement()
                .satisfies(
                        row ->
                                assertThat(row)
                                        .containsEntry("account", other)
                                        .containsEntry("hook", "signed"));
    }

    @ParameterizedTest
    @CsvSource({
        "wrong, key-a, 0",
        "secret-a, key-b, 0",
        "secret-a, '', 0",
        "secret-a, key-a, -301000",
        "secret-a, key-a, 62000"
    })
    void refusesWhatNoAccountSignedInTime(String secret, String key, long off) throws Exception {
        String call = message("booked");

        HttpResponse<String> answer = signed(call, secret, key, off);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(state(call)).isEqualTo("not kept");
    }

    @Test
    void turnsNoCallAwayWhileTheRouteThatAnswersIsSwapped() throws Exception {
        Path file = FOLDERS.routes().resolve("common/webhook-receive.camel.yaml");
        String text = Files.readString(file);
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<List<Integer>> answers =
                CompletableFuture.supplyAsync(
                        () -> {
                            List<Integer> all = new ArrayList<>();
                            while (!stop.get()) {
                                all.add(answered(message("booked")));
                            }
                            return all;
                        });

        for (String version : List.of("first", "second", "third")) {
            Files.writeString(
                    file,
                    text.replace("description: Answer", "description: " + version + " answer"));
            await().atMost(Duration.ofSeconds(30)).until(() -> description().startsWith(version));
        }
        stop.set(true);
        Files.writeString(file, text);

        assertThat(answers.get(30, TimeUnit.SECONDS)).hasSizeGreaterThan(5).containsOnly(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> description().startsWith("Answer"));
    }

    private static int answered(String call) {
        try {
            return signed(call, "secret-a", "key-a", 0).statusCode();
        } catch (Exception failed) {
            throw new AssertionError("a call was not answered", failed);
        }
    }

    private static String description() {
        Route route = FOLDERS.serai().part(CamelContext.class).getRoute("webhook-receive");
        return route == null ? "" : route.getDescription();
    }

    @Test
    void takesALoginOrAKeyOfAnAccount() throws Exception {
        String basic = message("booked");
        String keyed = message("booked");
        String login = Base64.getEncoder().encodeToString("user-a:pass-a".getBytes(UTF_8));

        assertThat(post("", basic, "Authorization", "Basic " + login).statusCode()).isEqualTo(200);
        assertThat(post("", basic, "Authorization", "Basic eDp5").statusCode()).isEqualTo(401);
        assertThat(post("/keyed", keyed, "api-key", "key-a").statusCode()).isEqualTo(202);
        assertThat(post("/keyed", keyed, "api-key", "key-c").statusCode()).isEqualTo(401);

        await().until(() -> told(basic).size() == 1 && told(keyed).size() == 1);
        assertThat(told(keyed).get(0)).containsEntry("account", account);
    }

    @Test
    void answersAQuestionWhetherAnybodyIsHere() throws Exception {
        assertThat(send("", "GET", "", "x", "y").statusCode()).isEqualTo(204);
        assertThat(send("/signed", "GET", "", "x", "y").statusCode()).isEqualTo(405);
        assertThat(post("/unheard-of", "{}", "x", "y").statusCode()).isEqualTo(404);
    }

    /** All calls are led to one route; nobody comes to it but through the door. */
    @ParameterizedTest
    @ValueSource(strings = {"/webhooks", "/webhooks/", "/webhooks/token", "/webhooks/inn/a/b"})
    void takesNoCallThatIsToNoChannel(String path) throws Exception {
        HttpRequest call =
                HttpRequest.newBuilder(URI.create(FOLDERS.serai().url() + path))
                        .POST(BodyPublishers.ofString("{}"))
                        .build();

        assertThat(HTTP.send(call, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void takesCardsOutBeforeAnythingIsStored() throws Exception {
        String call =
                "{\"id\":\"%s\",\"kind\":\"booked\",\"card\":{\"number\":\"4111111111111111\",\"code\":\"123\"}}"
                        .formatted(UUID.randomUUID());

        signed(call, "secret-a", "key-a", 0);

        await().until(() -> state(call).equals("done"));
        Map<String, Object> row = told(call).get(0);
        assertThat((String) row.get("body"))
                .contains("\"number\":\"card_")
                .contains("\"code\":\"\"")
                .doesNotContain("4111111111111111");
    }

    @Test
    void answersByTheChannelsPortWhileItWaits() throws Exception {
        HttpResponse<String> answer = post("/asking", envelope("pass-b", "two nights"), "x", "y");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        assertThat(answer.headers().map().keySet()).noneMatch(it -> it.startsWith("serai"));
        assertThat(answer.body())
                .contains("account='" + other + "'")
                .contains("hook='asking'")
                .contains("two nights")
                .contains("Number=\"card_")
                .doesNotContain("pass-b")
                .doesNotContain("4111111111111111");
        Matcher original = Pattern.compile("original='(\\d+)'").matcher(answer.body());
        assertThat(original.find()).isTrue();
        byte[] sealed =
                FOLDERS.serai().part(SealedOriginals.class).open(Long.parseLong(original.group(1)));
        assertThat(new String(sealed, UTF_8)).isEqualTo(envelope("pass-b", "two nights"));
    }

    @Test
    void saysThatAnAnswerFailedOrWasNotForIt() throws Exception {
        assertThat(post("/asking", envelope("pass-b", "fail"), "x", "y").statusCode())
                .isEqualTo(500);
        assertThat(post("/asking", envelope("wrong", "two"), "x", "y").statusCode()).isEqualTo(401);
        assertThat(post("/asking", "<a><b></a>", "x", "y").statusCode()).isEqualTo(401);
        assertThat(post("/asking", "<!DOCTYPE a><a/>", "x", "y").statusCode()).isEqualTo(401);
    }

    @Test
    void triesACallAgainThenParksItUntilSomebodySendsItAgain() throws Exception {
        String call = message("failing");
        signed(call, "secret-a", "key-a", 0);
        await().until(() -> state(call).equals("parked"));
        assertThat(row(call)).containsEntry("tries", 3);

        Long parked =
                sql("select id from parked_messages where route = 'webhook-process' and message_key = ?")
                        .param(row(call).get("id").toString())
                        .query(Long.class)
                        .single();
        FOLDERS.serai()
                .sql()
                .sql("update ota_webhooks set kind = 'booked' where id = ?")
                .param(row(call).get("id"))
                .update();
        var camel = FOLDERS.serai().part(CamelContext.class).createProducerTemplate();
        Boolean settled = camel.requestBody("direct:message-replay", parked, Boolean.class);

        assertThat(settled).isTrue();
        assertThat(state(call)).isEqualTo("done");
        assertThat(told(call)).hasSize(1);
    }

    @Test
    void parksACallBeforeItIsGivenUpSoThatAKillLosesNothing() throws Exception {
        String call = message("failing");
        execute(
                """
                create function cut_off() returns trigger language plpgsql as
                $$ begin raise exception 'killed'; end $$
                """);
        execute(
                "create trigger cut_off before update on ota_webhooks for each row when (new.state = 'parked' and new.message_id = '"
                        + id(call)
                        + "') execute function cut_off()");

        try {
            signed(call, "secret-a", "key-a", 0);
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(slip(call)).isEqualTo("parked"));
            assertThat(state(call)).isEqualTo("received");
            sql("update ota_webhooks set kind = 'booked', until = now() where id = ?")
                    .param(row(call).get("id"))
                    .update();

            await().atMost(Duration.ofSeconds(20)).until(() -> state(call).equals("done"));
        } finally {
            execute("drop trigger cut_off on ota_webhooks");
            execute("drop function cut_off");
        }
        assertThat(slip(call)).isEqualTo("replayed");
    }

    @Test
    void settlesAParkedCallThatWasTakenBeforeThatCouldBeSaid() throws Exception {
        String call = message("failing");
        signed(call, "secret-a", "key-a", 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> state(call).equals("parked"));
        sql("update ota_webhooks set state = 'done' where id = ?")
                .param(row(call).get("id"))
                .update();

        assertThat(replayed(call)).isTrue();

        assertThat(slip(call)).isEqualTo("replayed");
        assertThat(told(call)).isEmpty();
    }

    @Test
    void showsAndTakesUpACallThatWasGivenUpAndParkedNowhere() throws Exception {
        String call = message("failing");
        signed(call, "secret-a", "key-a", 0);
        await().atMost(Duration.ofSeconds(20)).until(() -> state(call).equals("parked"));
        long id = (Long) row(call).get("id");
        int hotel =
                sql("insert into hotels (code, name, time_zone, currency) values ('given-up', 'Inn', 'UTC', 'EUR') returning id")
                        .query(Integer.class)
                        .single();
        sql("update ota_webhooks set hotel_id = ?, kind = 'booked' where id = ?")
                .params(hotel, id)
                .update();
        var kept = FOLDERS.serai().part(WebhookInbox.class);
        assertThat(kept.idle(List.of(hotel), Long.MAX_VALUE, 9)).isEmpty();

        sql("delete from parked_messages where route = 'webhook-process' and message_key = ?")
                .param(Long.toString(id))
                .update();

        assertThat(kept.idle(List.of(hotel), Long.MAX_VALUE, 9))
                .singleElement()
                .extracting(KeptCall::id)
                .isEqualTo(id);
        assertThat(replayed(call)).isTrue();
        assertThat(state(call)).isEqualTo("done");
    }

    @Test
    void keepsNoCardOfACallThatCannotBeReadOrIsOfNoKnownAccount() throws Exception {
        String broken =
                "{\"id\":\"%s\",\"card\":{\"number\":\"4111111111111111\""
                        .formatted(UUID.randomUUID());
        String nobodys =
                "{\"id\":\"%s\",\"kind\":\"booked\",\"hotel\":\"7\",\"card\":{\"number\":\"4111111111111111\"}}"
                        .formatted(UUID.randomUUID());

        assertThat(signed(broken, "secret-a", "key-a", 0).statusCode()).isEqualTo(400);
        FOLDERS.serai()
                .part(WebhookIntake.class)
                .take(hook("signed"), List.of(), null, nobodys.getBytes(UTF_8), "application/json");

        assertThat(kept("state = 'malformed'"))
                .isEqualTo(broken.length() + " bytes, SHA-256 " + sha256(broken));
        assertThat(kept("message_id = '" + id(nobodys) + "'"))
                .contains("\"number\":\"\"")
                .doesNotContain("4111111111111111");
    }

    @Test
    void keepsACallWhoseNamesNoDatabaseHolds() throws Exception {
        String id = UUID.randomUUID().toString();
        String call =
                "{\"id\":\"%s\",\"kind\":\"boo\\u0000ked\",\"hotel\":\"\\u00007\"}".formatted(id);
        String nameless = "{\"id\":\"%s\\u0000\",\"kind\":\"booked\"}".formatted(id);

        assertThat(signed(call, "secret-a", "key-a", 0).statusCode()).isEqualTo(202);
        assertThat(signed(nameless, "secret-a", "key-a", 0).statusCode()).isEqualTo(202);

        assertThat(row(call)).containsEntry("state", "unknown");
        assertThat(kept("message_id = '" + sha256(nameless) + "'")).isEqualTo(nameless);
    }

    private static Hook hook(String name) {
        return Hook.at("/webhooks/inn/" + name, FOLDERS.serai().part(Channels.class)).orElseThrow();
    }

    private static String kept(String which) {
        byte[] sealed =
                sql("select body_sealed from ota_webhooks where provider = 'webhook.inn' and "
                                + which)
                        .query(byte[].class)
                        .single();
        return new String(FOLDERS.serai().part(Sealer.class).open(sealed, "webhook"), UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static Boolean replayed(String call) {
        return FOLDERS.serai()
                .part(CamelContext.class)
                .createProducerTemplate()
                .requestBody("direct:webhook-replay", row(call).get("id"), Boolean.class);
    }

    private static String slip(String call) {
        return sql("select state from parked_messages where route = 'webhook-process' and message_key = ?")
                .param(row(call).get("id").toString())
                .query(String.class)
                .optional()
                .orElse("none");
    }

    private static void execute(String statement) {
        sql(statement).update();
    }

    @Test
    void keepsAKindThatTheRouteDoesNotKnow() throws Exception {
        String call = message("unheard-of");

        signed(call, "secret-a", "key-a", 0);

        await().until(() -> state(call).equals("unknown"));
        assertThat(row(call)).containsEntry("reason", "a kind that is not known");
    }

    @Test
    void beginsACallAgainWhoseWorkerWasKilled() throws Exception {
        String call = message("booked");
        signed(call, "secret-a", "key-a", 0);
        await().until(() -> state(call).equals("done"));

        FOLDERS.serai()
                .sql()
                .sql(
                        "update ota_webhooks set state = 'received', owner = 'gone', until = now() + interval '1 second' where id = ?")
                .param(row(call).get("id"))
                .update();

        await().until(() -> state(call).equals("done"));
        assertThat(told(call)).hasSize(2);
    }

    @Test
    void cutsOffASlowSender() throws Exception {
        URI serai = URI.create(FOLDERS.serai().url());
        try (Socket socket = new Socket(serai.getHost(), serai.getPort())) {
            socket.setSoTimeout(15_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /webhooks/inn/keyed HTTP/1.1\r\nHost: x\r\napi-key: key-a\r\nContent-Length: 1000\r\n\r\n")
                            .getBytes(UTF_8));
            Thread drip =
                    new Thread(
                            () -> {
                                try {
                                    for (int i = 0; i < 100; i++) {
                                        out.write(' ');
                                        out.flush();
                                        Thread.sleep(100);
                                    }
                                } catch (Exception closed) {
                                    return;
                                }
                            });
            drip.start();
            long begun = System.nanoTime();

            String answer = new String(socket.getInputStream().readNBytes(12), UTF_8);

            assertThat(answer).isEqualTo("HTTP/1.1 408");
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(6));
            drip.interrupt();
        }
    }

    private static boolean routes(String... ids) {
        CamelContext camel = FOLDERS.serai().part(CamelContext.class);
        return List.of(ids).stream().allMatch(id -> camel.getRoute(id) != null);
    }

    private static long account(String name) {
        return FOLDERS.serai()
                .part(ChannelAccounts.class)
                .take(
                        "webhook.inn",
                        "Inn " + name,
                        Map.of(
                                "api_key", name,
                                "api_secret", name,
                                "webhook_secret", "secret-" + name,
                                "webhook_secret_previous", "old-secret-" + name,
                                "webhook_key", "key-" + name,
                                "notification_user", "user-" + name,
                                "notification_password", "pass-" + name));
    }

    private static String message(String kind) {
        return "{\"id\":\"%s\",\"kind\":\"%s\"}".formatted(UUID.randomUUID(), kind);
    }

    private static String envelope(String password, String words) {
        return """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Header><Authentication Username="user-b" Password="%s"/></s:Header>
        <s:Body><Booking>%s<Card Number="4111111111111111" Code="123"/></Booking></s:Body></s:Envelope>
        """
                .formatted(password, words);
    }

    private static HttpResponse<String> signed(String body, String secret, String key, long off)
            throws Exception {
        String stamp = Long.toString(System.currentTimeMillis() + off);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        String signature =
                Base64.getEncoder()
                        .encodeToString(mac.doFinal((stamp + "." + body).getBytes(UTF_8)));
        return post(
                "/signed",
                body,
                "x-timestamp",
                stamp,
                "x-signature",
                "sha256=" + signature,
                "api-key",
                key);
    }

    private static HttpResponse<String> post(String hook, String body, String... headers)
            throws Exception {
        return send(hook, "POST", body, headers);
    }

    private static HttpResponse<String> send(
            String hook, String method, String body, String... headers) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(FOLDERS.serai().url() + "/webhooks/inn" + hook))
                        .headers(headers)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static org.springframework.jdbc.core.simple.JdbcClient.StatementSpec sql(String text) {
        return FOLDERS.serai().sql().sql(text);
    }

    private static String id(String call) {
        return call.substring(7, 43);
    }

    private static Map<String, Object> row(String call) {
        return sql("select id, state, tries, reason from ota_webhooks where message_id = ?")
                .param(id(call))
                .query()
                .singleRow();
    }

    private static String state(String call) {
        return sql("select state from ota_webhooks where message_id = ?")
                .param(id(call))
                .query(String.class)
                .optional()
                .orElse("not kept");
    }

    private static List<Map<String, Object>> told(String call) {
        return sql("select * from told where body like ?")
                .param("%" + id(call) + "%")
                .query()
                .listOfRows();
    }
}
