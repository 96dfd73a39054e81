package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.access.Grants;
import io.serai.testing.Kill;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes under an Idempotency-Key. */
class OnceOnlyKeysTests {

    private static SampleHotel hotel;
    private static OnceOnly once;
    private static Caller caller;

    @BeforeAll
    static void open() {
        hotel = SampleHotel.another(RunningSerai.shared().database());
        once = RunningSerai.shared().part(OnceOnly.class);
        caller = new Caller("user:once-only", List.of((long) hotel.id()), Grants.NONE);
    }

    @Test
    void leavesEffectAndAnswerOrNeitherWhereverItIsKilled() {
        boolean done = false;

        for (int step = 1; !done; step++) {
            try {
                Kill.beforeStep(step, () -> answer("killed", effect("killed")));
                done = true;
            } catch (Kill.Killed killed) {
                done = false;
            }
            assertThat(effects("killed"))
                    .as("killed before step %s", step)
                    .isEqualTo(keys("killed"));
            assertThat(step).isLessThan(20);
        }
        assertThat(effects("killed")).isOne();
    }

    @Test
    void answersTheFirstAgainAfterAKillBehindTheCommit() {
        assertThatThrownBy(() -> Kill.afterCommit(() -> answer("late", effect("late"))))
                .isInstanceOf(Kill.Killed.class);
        Answer again = answer("late", effect("late"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(effects("late")).isOne();
    }

    @Test
    void turnsAwayWhatIsUnderWay() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Answer> first =
                CompletableFuture.supplyAsync(
                        () ->
                                answer(
                                        "slow",
                                        database -> {
                                            begun.countDown();
                                            wait(go);
                                            return Answer.of(200, Map.of("n", 1));
                                        }));
        begun.await(20, TimeUnit.SECONDS);

        assertThatThrownBy(() -> answer("slow", effect("slow")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(409));
        go.countDown();

        assertThat(first.join().status()).isEqualTo(200);
    }

    @Test
    void readsNoMoreOfABodyThanIsAllowed() {
        RequestHash body = new RequestHash("POST /", new StringReader("x".repeat(11)), 10);

        assertThatThrownBy(() -> body.transferTo(java.io.Writer.nullWriter()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void knowsARequestAgainHoweverMuchOfItWasRead() throws IOException {
        RequestHash read = new RequestHash("POST /", new StringReader("{\"a\":1}"), 100);
        RequestHash unread = new RequestHash("POST /", new StringReader("{\"a\":1}"), 100);
        RequestHash other = new RequestHash("POST /", new StringReader("{\"a\":2}"), 100);

        assertThat(new ObjectMapper().readTree(read).path("a").asInt()).isOne();

        assertThat(read.whole()).isEqualTo(unread.whole()).isNotEqualTo(other.whole());
    }

    private static Answer answer(String key, Function<JdbcClient, Answer> effect) {
        return once.answer(caller, key, () -> "the same", effect);
    }

    private static Function<JdbcClient, Answer> effect(String subject) {
        return database -> {
            database.sql("insert into audit (hotel_id, subject, act) values (?, ?, 'done')")
                    .params(hotel.id(), subject)
                    .update();
            return Answer.of(201, Map.of("done", true));
        };
    }

    private static void wait(CountDownLatch go) {
        try {
            go.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long effects(String subject) {
        return RunningSerai.shared()
                .sql()
                .sql("select count(*) from audit where hotel_id = ? and subject = ?")
                .params(hotel.id(), subject)
                .query(Long.class)
                .single();
    }

    private static long keys(String key) {
        return RunningSerai.shared()
                .sql()
                .sql(
                        "select count(*) from idempotency_keys where caller = 'user:once-only' and key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}
