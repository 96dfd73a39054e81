package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.account.Access;
import io.serai.channel.account.AccountAccess;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountAccessTests {

    private static Database database;

    @TempDir static Path folder;
    private Inn inn;
    private Stage stage;
    private long account;

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
        account = stage.account();
    }

    @AfterEach
    void close() {
        stage.close();
        inn.close();
        sql("truncate channel_accounts cascade");
    }

    @Test
    void exchangesOnceForFiftyCallsAtOnceOverTwoInstances() throws Exception {
        inn.answersTokens(
                exchange -> {
                    pause(200);
                    new Inn.Token(Duration.ofHours(1), 1).answer(exchange);
                });
        try (Stage other = Stage.before(inn, folder, database)) {
            List<Access> accesses = atOnce(50, number -> enter(number % 2 == 0 ? stage : other));

            assertThat(accesses).allMatch(Access.Granted.class::isInstance);
            assertThat(inn.askedForTokens()).hasSize(1);
            assertThat(inn.askedForTokens().get(0).body())
                    .contains("\"client_id\":\"key-of-the-inn\"");
        }
    }

    @Test
    void neverMakesMoreExchangesInAnHourThanTheChannelAllows() {
        inn.givesTokensFor(Duration.ofMinutes(-1));
        IntStream.range(0, 30)
                .forEach(i -> assertThat(enter(stage)).isInstanceOf(Access.Granted.class));

        Access thirtyFirst = enter(stage);

        assertThat(inn.askedForTokens()).hasSize(30);
        assertThat(thirtyFirst).isInstanceOf(Access.NotNow.class);
        assertThat(((Access.NotNow) thirtyFirst).after())
                .isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
    }

    @Test
    void exchangesOnceWhereOneOfTheTwoClocksIsTwoHoursWrong() {
        inn.answersTokens(new Inn.Token(Duration.ofHours(1), 1, Duration.ofHours(2)));

        List<Access> accesses = IntStream.range(0, 3).mapToObj(i -> enter(stage)).toList();

        assertThat(accesses).allMatch(Access.Granted.class::isInstance);
        assertThat(inn.askedForTokens()).hasSize(1);
    }

    @Test
    void waitsForNoMomentThatOnlyAWrongClockCanHaveSet() {
        inn.givesTokens();
        sql("update channel_accounts set exchange_after = now() + interval '2 hours'");

        Access access = enter(stage);

        assertThat(access).isInstanceOf(Access.Granted.class);
    }

    @Test
    void countsAnExchangeBeforeItIsMade() {
        inn.answersTokens(
                exchange -> {
                    assertThat(exchangesCounted()).isEqualTo(1);
                    new Inn.Token(Duration.ofHours(1), 1).answer(exchange);
                });

        Access access = enter(stage);

        assertThat(access).isInstanceOf(Access.Granted.class);
    }

    @Test
    void renewsATokenAheadOfItsEndAndUsesTheOldOneWhereThatFails() {
        inn.givesTokensFor(Duration.ofMinutes(4));
        enter(stage);
        inn.answersTokens(saying(503, "text/plain", "closed"));
        Access whileFailing = enter(stage);
        assertThat(token(whileFailing)).endsWith("SIGN1");
        assertThat(inn.askedForTokens()).hasSize(2);

        stage.bean(ChannelAccounts.class).tryAgain(account);
        inn.givesTokensFor(Duration.ofHours(1));
        Access renewed = enter(stage);

        assertThat(token(renewed)).endsWith("SIGN2");
        assertThat(token(enter(stage))).endsWith("SIGN2");
        assertThat(inn.askedForTokens()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403})
    void breaksAnAccountWhoseCredentialsAreRefusedUntilTheyChange(int status) {
        inn.answersTokens(saying(status, "application/json", "{}"));
        enter(stage);

        Access second = enter(stage);

        assertThat(second).isInstanceOf(Access.Broken.class);
        assertThat(inn.askedForTokens()).hasSize(1);
        ChannelAccounts accounts = stage.bean(ChannelAccounts.class);
        assertThat(accounts.get(account).reason()).contains(Integer.toString(status));

        inn.givesTokens();
        Map<String, String> better = Map.of("api_key", "other", "api_secret", "better");
        accounts.changeLogin(account, better, better);
        assertThat(enter(stage)).isInstanceOf(Access.Granted.class);
        assertThat(inn.askedForTokens().get(1).body()).contains("better");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void backsOffAfterAFaultAndLongerAfterTheNext(int status) {
        inn.answersTokens(saying(status, "text/plain", "busy"));

        Access first = enter(stage);
        Access second = enter(stage);

        assertThat(((Access.NotNow) first).after())
                .isBetween(Duration.ofMillis(2400), Duration.ofSeconds(5));
        assertThat(second).isInstanceOf(Access.NotNow.class);
        assertThat(inn.askedForTokens()).hasSize(1);

        sql("update channel_accounts set exchange_after = now()");
        assertThat(((Access.NotNow) enter(stage)).after())
                .isBetween(Duration.ofMillis(4900), Duration.ofSeconds(10));
    }

    @Test
    void takesATokenThatAnotherInstanceRenewedInsteadOfExchanging() {
        Access.Granted old = (Access.Granted) enter(stage);
        String rejected = String.valueOf(old.token());
        AccountAccess access = stage.bean(AccountAccess.class);
        Access renewed = access.renew(account, stage.inn().definition(), rejected);

        Access late = access.renew(account, stage.inn().definition(), rejected);

        assertThat(token(late)).isEqualTo(token(renewed)).isNotEqualTo(rejected);
        assertThat(inn.askedForTokens()).hasSize(2);
    }

    @Test
    void neverStoresCredentialsOrTokensInClear() {
        enter(stage);

        String stored =
                JdbcClient.create(database.owner())
                        .sql(
                                "select convert_from(convert_to(a::text, 'utf8') , 'utf8') || encode(login_sealed, 'escape') || encode(token_sealed, 'escape') from channel_accounts a")
                        .query(String.class)
                        .single();

        assertThat(stored)
                .contains("inn.example")
                .doesNotContain("key-of-the-inn", "s3cret", "SIGN1");
        assertThat(enter(stage).toString()).contains("api_key").doesNotContain("key-of-the-inn");
    }

    @Test
    void knowsTheSameLoginAgain() {
        ChannelAccounts accounts = stage.bean(ChannelAccounts.class);

        assertThat(accounts.take(Stage.CODE, "Again", Stage.LOGIN)).isEqualTo(account);
        assertThat(accounts.take(Stage.CODE, "Another", Map.of("api_key", "b")))
                .isNotEqualTo(account);
        assertThat(accounts.get(account).name()).isEqualTo("The inn");
    }

    private Access enter(Stage at) {
        return at.bean(AccountAccess.class).enter(account, at.inn().definition(), "counts");
    }

    private static String token(Access access) {
        return String.valueOf(((Access.Granted) access).token());
    }

    private static int exchangesCounted() {
        return JdbcClient.create(database.owner())
                .sql("select coalesce(sum(cardinality(exchanged_at)), 0) from channel_accounts")
                .query(Integer.class)
                .single();
    }

    private static void sql(String statement) {
        JdbcClient.create(database.owner()).sql(statement).update();
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Numbered<T> {

        T call(int number);
    }

    private static <T> List<T> atOnce(int times, Numbered<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> calls =
                    IntStream.range(0, times)
                            .mapToObj(i -> (Callable<T>) () -> call.call(i))
                            .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
