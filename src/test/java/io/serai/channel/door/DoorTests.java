package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.channel.NotSent;
import io.serai.channel.account.AccountAccess;
import io.serai.testing.Database;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DoorTests {

    private static Database database;

    @TempDir static Path folder;
    private Inn inn;
    private Stage stage;

    @BeforeAll
    static void openDatabase() {
        database = Database.fresh();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void open() {
        inn = new Inn();
        stage = Stage.before(inn, folder, database);
    }

    @AfterEach
    void close() {
        stage.close();
        inn.close();
        JdbcClient.create(database.owner())
                .sql("truncate channel_accounts, call_limits cascade")
                .update();
    }

    @Test
    void putsTheTokenInAndKeepsItsOwnHeadersBack() {
        Exchange exchange = call("counts", "<counts/>", "Content-Type", "application/xml");

        assertThat(body(exchange)).isEqualTo("welcome");
        Inn.Asked asked = inn.asked().get(0);
        assertThat(asked.header("Authorization")).startsWith("Bearer HEAD.");
        assertThat(asked.body()).isEqualTo("<counts/>");
        assertThat(asked.headers().keySet())
                .noneMatch(name -> name.toLowerCase().startsWith("serai-"));
        assertThat(exchange.getMessage().getHeaders().toString()).doesNotContain("Bearer");
    }

    @Test
    void fillsCredentialsOnTheWireOnlyAndInTheBodysOwnForm() {
        String placeholder = "{{credential:api_secret}}";

        call(
                "counts",
                "<a b=\"" + placeholder + "\"/>",
                "Content-Type",
                "text/xml",
                "X-Key",
                placeholder);
        Exchange json =
                call(
                        "counts",
                        "{\"a\":\"" + placeholder + "\"}",
                        "Content-Type",
                        "application/json");

        assertThat(inn.asked().get(0).body())
                .isEqualTo("<a b=\"s3cret-&#60;&#38;&#34;of-the-inn\"/>");
        assertThat(inn.asked().get(0).header("X-Key")).isEqualTo(Stage.LOGIN.get("api_secret"));
        assertThat(inn.asked().get(1).body()).isEqualTo("{\"a\":\"s3cret-<&\\\"of-the-inn\"}");
        assertThat(json.getMessage().getHeaders().toString()).doesNotContain("s3cret");
    }

    @Test
    void sendsNothingWithAPlaceholderThatNoCredentialFills() {
        Exchange exchange = call("counts", "{{credential:pin}}");

        assertThat(exchange.getException())
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("'pin'")
                .hasMessageContaining("[api_key, api_secret]");
        assertThat(inn.asked()).isEmpty();
    }

    @Test
    void renewsARejectedTokenOnceAndRepeatsTheCallOnce() {
        inn.answers(
                exchange ->
                        saying(
                                        exchange.getRequestHeaders()
                                                        .getFirst("Authorization")
                                                        .endsWith("SIGN1")
                                                ? 401
                                                : 200,
                                        "application/xml",
                                        "<ok/>")
                                .answer(exchange));

        Exchange exchange = call("counts", "<counts/>");

        assertThat(status(exchange)).isEqualTo(200);
        assertThat(inn.asked())
                .extracting(Inn.Asked::body)
                .containsExactly("<counts/>", "<counts/>");
        assertThat(inn.askedForTokens()).hasSize(2);
    }

    @Test
    void givesUpOnATokenThatIsRejectedNewAndAsksForNoFurtherOneAtOnce() {
        inn.answers(saying(401, "application/xml", "<no/>"));

        Exchange first = call("counts", "<counts/>");
        Exchange second = call("counts", "<counts/>");

        assertThat(status(first)).isEqualTo(401);
        assertThat(second.getMessage().getHeader("Serai-Limited")).isEqualTo("true");
        assertThat(inn.asked()).hasSize(2);
        assertThat(inn.askedForTokens()).hasSize(2);
    }

    @Test
    void callsNoMoreThanTheAccountsLimitInItsTime() {
        long account = stage.account();

        long made =
                IntStream.range(0, 8).filter(i -> status(call(account, "scarce")) == 200).count();
        Exchange refused = call(account, "scarce");

        assertThat(made).isEqualTo(1);
        assertThat(inn.asked()).hasSize(1);
        assertThat(status(refused)).isEqualTo(429);
        assertThat(refused.getMessage().getHeader("Serai-Limited")).isEqualTo("true");
        assertThat(refused.getMessage().getHeader("Retry-After", Integer.class)).isBetween(60, 901);
    }

    @Test
    void limitsEachHotelForItself() {
        int forOne = 0;
        for (int i = 0; i < 4; i++) {
            forOne += status(call("scarce-for-hotels", "", "Serai-Connection", "1")) == 200 ? 1 : 0;
        }
        int forAnother = status(call("scarce-for-hotels", "", "Serai-Connection", "2"));

        assertThat(forOne).isEqualTo(1);
        assertThat(forAnother).isEqualTo(200);
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void cutsADrippingAnswerAtTheDeadline() {
        inn.answers(Inn.dripping());
        long begin = System.nanoTime();

        Exchange exchange = call("counts", "<counts/>");

        assertThat(exchange.getException())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessageContaining("PT1.5S");
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(1400), Duration.ofSeconds(4));
    }

    @Test
    void readsNoMoreThanTheLargestAnswer() {
        stage.close();
        stage = Stage.before(inn, folder, database, Map.of("serai.door.max-response", "1KB"));
        inn.answers(saying(200, "text/plain", "x".repeat(1025)));

        Exchange exchange = call("counts", "");

        assertThat(exchange.getException())
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("1024 bytes")
                .hasMessageContaining("serai.door.max-response");
    }

    @Test
    void followsNoRedirectRepeatsNothingAndKeepsNoCookie() {
        inn.answers(
                saying(
                        302,
                        "text/plain",
                        "elsewhere",
                        "Location",
                        inn.url() + "/there",
                        "Set-Cookie",
                        "a=b"));
        assertThat(status(call("counts", ""))).isEqualTo(302);

        inn.answers(saying(503, "text/plain", "busy", "Retry-After", "1"));
        Exchange busy = call("counts", "");

        assertThat(status(busy)).isEqualTo(503);
        assertThat(inn.asked()).hasSize(2);
        assertThat(inn.asked().get(1).header("Cookie")).isNull();
    }

    @Test
    void passesAFaultOnWithoutTheSecretsItRepeats() {
        inn.answers(
                saying(
                        500,
                        "text/html",
                        "<p>key-of-the-inn paid with 4111 1111 1111 1111, s3cret-<&\"of-the-inn</p>",
                        "Serai-Broken",
                        "x"));

        Exchange exchange = call("counts", "");

        assertThat(body(exchange)).isEqualTo("<p>*** paid with ***1111, ***</p>");
        assertThat(exchange.getMessage().getHeader("Serai-Broken")).isNull();
    }

    @Test
    void saysThatNothingWasSentWhereNobodyAnswers() {
        stage.account();
        stage.bean(AccountAccess.class).enter(stage.account(), stage.inn().definition(), "counts");
        String nowhere = "http://127.0.0.1:1";

        Exchange exchange = stage.call(nowhere, stage.account(), "counts", "");

        assertThat(exchange.getException())
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("counts");
    }

    @Test
    void letsNothingOutThatDoesNotSayWhoCalls() {
        Exchange exchange =
                stage.camel()
                        .createFluentProducerTemplate()
                        .to(inn.url() + "/counts")
                        .withBody("")
                        .send();

        assertThat(exchange.getException())
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("Serai-Account");
        assertThat(inn.asked()).isEmpty();
    }

    @Test
    void findsWhatTheChannelCallsTheCallAndRemembersTheCall() {
        inn.answers(saying(200, "application/xml", "<ok/>\n<!-- RUID: [cnVpZA==] -->"));

        Exchange exchange = call("counts", "<counts/>", "Serai-Attempt", "77");

        assertThat(exchange.getMessage().getHeader("Serai-Reference")).isEqualTo("cnVpZA==");
        await().untilAsserted(
                        () ->
                                assertThat(
                                                JdbcClient.create(database.owner())
                                                        .sql(
                                                                """
                                                                select name || ' ' || method || ' ' || path || ' ' || status || ' ' || outcome
                                                                       || ' ' || coalesce(reference, '') || ' ' || coalesce(attempt_id, 0)
                                                                       || ' ' || sent_bytes || ' ' || answer_bytes
                                                                  from ota_sync_logs where account_id = ? order by id
                                                                """)
                                                        .param(stage.account())
                                                        .query(String.class)
                                                        .list())
                                        .anyMatch(
                                                row ->
                                                        row.startsWith(
                                                                "token-exchange POST /token 200 exchanged"))
                                        .contains(
                                                "counts POST /counts 200 applied cnVpZA== 77 9 31"));
    }

    private Exchange call(String call, String body, String... headers) {
        return stage.call(inn.url() + "/counts", stage.account(), call, body, headers);
    }

    private Exchange call(long account, String call) {
        return stage.call(inn.url() + "/counts", account, call, "");
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    private static String body(Exchange exchange) {
        return new String(exchange.getMessage().getBody(byte[].class), UTF_8);
    }
}
