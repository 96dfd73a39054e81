package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Database;
import java.nio.file.Path;
import java.util.Base64;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInsTests {

    private static final String SIGN_INS =
            """
            sign-in: { kind: none }
            sign-ins:
              rest:
                calls: [rooms]
                kind: basic
                user: "{{credential:api_key}}"
                password: "{{credential:api_secret}}"
              graph:
                calls: [graph, graph-of-rooms]
                kind: token
                url: "{{inn.url}}/token"
                form: { grant_type: client_credentials }
                user: "{{credential:api_key}}"
                password: "{{credential:api_secret}}"
                token: /access_token
                ttl-at: /expires_in
                exchanges: 3/5m
                renew-ahead: 1m
            """;

    private static final String BASIC =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    (Stage.LOGIN.get("api_key")
                                                    + ":"
                                                    + Stage.LOGIN.get("api_secret"))
                                            .getBytes(UTF_8));

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
        stage = Stage.signingIn(inn, folder, database, SIGN_INS);
        inn.answersTokens(token("first", 1800));
    }

    @AfterEach
    void close() {
        stage.close();
        inn.close();
        JdbcClient.create(database.owner()).sql("truncate channel_accounts cascade").update();
    }

    @Test
    void signsEachCallInAsTheChannelAsksForIt() {
        call("counts");
        call("rooms");
        call("graph");
        call("graph-of-rooms");

        assertThat(inn.asked())
                .extracting(asked -> asked.header("Authorization"))
                .containsExactly(null, BASIC, "Bearer first", "Bearer first");
    }

    @Test
    void exchangesCredentialsByFormAndBelievesTheLifetimeOfTheAnswer() {
        call("graph");
        inn.answersTokens(token("second", 30));
        JdbcClient.create(database.owner())
                .sql("update channel_accounts set token_expires_at = now() + interval '50 s'")
                .update();
        call("graph");
        call("graph");

        assertThat(inn.askedForTokens()).hasSize(3);
        Inn.Asked first = inn.askedForTokens().get(0);
        assertThat(first.body()).isEqualTo("grant_type=client_credentials");
        assertThat(first.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
        assertThat(first.header("Authorization")).isEqualTo(BASIC);
    }

    @Test
    void renewsATokenThatIsRejectedOnce() {
        call("graph-of-rooms");
        inn.answers(
                exchange ->
                        ("Bearer first"
                                                .equals(
                                                        exchange.getRequestHeaders()
                                                                .getFirst("Authorization"))
                                        ? saying(401, "text/plain", "")
                                        : saying(200, "application/json", "{}"))
                                .answer(exchange));
        inn.answersTokens(token("second", 1800));

        Exchange answer = call("graph");

        assertThat(answer.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(call("graph").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                .isEqualTo(200);
        assertThat(inn.asked())
                .extracting(asked -> asked.header("Authorization"))
                .endsWith("Bearer second", "Bearer second");
    }

    @Test
    void keepsTheTokenOfTheOthersWhereOneCallAloneIsRefused() {
        call("graph");
        inn.answers(
                exchange ->
                        (exchange.getRequestURI().getPath().contains("refused")
                                        ? saying(401, "text/plain", "")
                                        : saying(200, "application/json", "{}"))
                                .answer(exchange));
        inn.answersTokens(token("second", 1800));

        int first = refused("graph-of-rooms");
        inn.answersTokens(saying(503, "text/plain", ""));
        int again = refused("graph-of-rooms");
        Exchange other = call("graph");

        assertThat(first).isEqualTo(401);
        assertThat(again).isEqualTo(401);
        assertThat(other.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(inn.askedForTokens()).hasSize(2);
    }

    @Test
    void keepsTheTokenOfTheOthersWhereNoneCanBeHadForTheRefusedOne() {
        call("graph");
        inn.answers(
                exchange ->
                        (exchange.getRequestURI().getPath().contains("refused")
                                        ? saying(401, "text/plain", "")
                                        : saying(200, "application/json", "{}"))
                                .answer(exchange));
        inn.answersTokens(saying(503, "text/plain", ""));

        refused("graph-of-rooms");
        Exchange other = call("graph");

        assertThat(other.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
    }

    private int refused(String call) {
        return stage.call(inn.url() + "/refused", stage.account(), call, "")
                .getMessage()
                .getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    @Test
    void staysWithinTheExchangesOfAStretchOfTime() {
        inn.answersTokens(token("short", 1));

        IntStream.range(0, 5).forEach(number -> call("graph"));

        assertThat(inn.askedForTokens()).hasSizeLessThanOrEqualTo(3);
        assertThat(call("counts").getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE))
                .isEqualTo(200);
    }

    @Test
    void leavesOtherCallsAloneWhenTheirOwnSignInIsRefused() {
        inn.answersTokens(saying(401, "text/plain", ""));

        Exchange refused = call("graph");
        Exchange other = call("rooms");

        assertThat(refused.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(429);
        assertThat(other.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE)).isEqualTo(200);
        assertThat(stage.bean(ChannelAccounts.class).get(stage.account()).broken()).isFalse();
    }

    private Exchange call(String call) {
        return stage.call(inn.url(), stage.account(), call, "");
    }

    private static Inn.Manner token(String token, int seconds) {
        return saying(
                200,
                "application/json",
                "{\"access_token\":\"%s\",\"token_type\":\"bearer\",\"expires_in\":%d}"
                        .formatted(token, seconds));
    }
}
