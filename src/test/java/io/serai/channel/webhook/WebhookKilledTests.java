package io.serai.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.WebhookRule;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Kill;
import io.serai.testing.RunningSerai;
import io.serai.testing.SeraiOfFolders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A webhook call whose keeping is killed: the channel gets no answer, and calls again. */
class WebhookKilledTests {

    private static final RunningSerai SERAI = SeraiOfFolders.shared().serai();

    private final WebhookIntake intake = SERAI.part(WebhookIntake.class);
    private final Channel channel =
            SERAI.part(Channels.class).all().stream()
                    .filter(it -> it.definition().webhook() != null)
                    .findFirst()
                    .orElseThrow();
    private final long account =
            SERAI.part(ChannelAccounts.class)
                    .take(
                            channel.code(),
                            "Killed",
                            Map.of("api_key", UUID.randomUUID().toString()));
    private final String id = UUID.randomUUID().toString();

    @Test
    void keepsACallOnceWhereverItIsKilled() {
        int steps = 0;
        for (int step = 1; ; step++) {
            int n = step;
            Throwable killed = catchThrowable(() -> Kill.beforeStep(n, this::take));
            if (killed == null) {
                break;
            }
            assertThat(killed).hasStackTraceContaining("Killed");
            assertThat(kept()).as("killed at step %s", n).isZero();
            steps++;
        }

        assertThat(steps).isPositive();
        assertThat(kept()).isEqualTo(1);
        take();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void keepsACallOnceThatComesUnderTwoNamesAtTheSameTime() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<?> each :
                    pool.invokeAll(Collections.nCopies(16, Executors.callable(this::renamed)))) {
                each.get();
            }
        } finally {
            pool.shutdown();
        }

        assertThat(
                        SERAI.sql()
                                .sql("select count(*) from ota_webhooks where message_id like ?")
                                .param(id + "%")
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
        String other = "other-" + id;
        take(other, "another time");
        assertThat(kept(other)).as("one that is not about the same").isEqualTo(1);
    }

    @Test
    void keepsOneOfTwoEqualCallsThatAreWrittenTogether() {
        List<Boolean> fresh =
                together(
                        () -> keep(id, "about " + id, "received"),
                        () -> keep(id, "about " + id, "received"),
                        () -> keep("renamed-" + id, "about " + id, "received"),
                        () -> keep("other-" + id, "other about " + id, "received"),
                        () -> keep("nameless-" + id, null, "received"));

        assertThat(fresh.subList(0, 3)).containsOnlyOnce(true);
        assertThat(fresh.subList(3, 5)).containsOnly(true);
        assertThat(kept() + kept("renamed-" + id)).isEqualTo(1);
        assertThat(kept("other-" + id) + kept("nameless-" + id)).isEqualTo(2);
    }

    @Test
    void keepsTheNeighboursOfACallThatTheDatabaseRefuses() {
        List<Boolean> fresh =
                together(
                        () -> keep(id, null, "received"),
                        () -> catchThrowable(() -> keep("bad-" + id, null, "odd")) == null,
                        () -> keep("other-" + id, null, "received"));

        assertThat(fresh).containsExactly(true, false, true);
        assertThat(kept() + kept("other-" + id)).isEqualTo(2);
        assertThat(kept("bad-" + id)).isZero();
        assertThat(keep("bad-" + id, null, "received")).as("it may come again").isTrue();
    }

    @Test
    void keepsMoreCallsThanThereAreConnections() {
        for (int call = 0; call < 30; call++) {
            assertThat(keep(call + "-" + id, null, "received")).isTrue();
        }
    }

    /** Another call is under write until all of these wait. */
    @SafeVarargs
    private List<Boolean> together(Callable<Boolean>... calls) {
        List<FutureTask<Boolean>> begun = new ArrayList<>();
        new TransactionTemplate(SERAI.part(PlatformTransactionManager.class))
                .executeWithoutResult(
                        status -> {
                            SERAI.part(JdbcClient.class)
                                    .sql("lock table camel_messageprocessed in exclusive mode")
                                    .update();
                            begin(new FutureTask<>(() -> keep("before-" + id, null, "received")));
                            await().until(WebhookKilledTests::isOneUnderWrite);
                            for (Callable<Boolean> call : calls) {
                                begun.add(new FutureTask<>(call));
                                Thread caller = begin(begun.get(begun.size() - 1));
                                await().until(() -> caller.getState().name().endsWith("WAITING"));
                            }
                        });
        return begun.stream().map(WebhookKilledTests::outcome).toList();
    }

    private static Thread begin(FutureTask<Boolean> call) {
        var caller = new Thread(call);
        caller.start();
        return caller;
    }

    private static boolean isOneUnderWrite() {
        return SERAI.sql()
                .sql(
                        "select exists (select from pg_locks where relation = 'camel_messageprocessed'::regclass and not granted)")
                .query(Boolean.class)
                .single();
    }

    private static boolean outcome(FutureTask<Boolean> task) {
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean keep(String name, String about, String state) {
        return SERAI.part(WebhookBook.class)
                .keep(
                        new ReceivedCall(
                                new Hook(channel, "killed", rule()), account, null, null, ""),
                        new CallNames(name, about, null),
                        name.getBytes(UTF_8),
                        state);
    }

    private void renamed() {
        take(id + "-" + UUID.randomUUID(), id);
    }

    private void take() {
        take(id, id);
    }

    private void take(String name, String about) {
        intake.take(
                new Hook(channel, "killed", rule()),
                List.of(account),
                null,
                "{\"id\":\"%s\",\"at\":\"%s\"}".formatted(name, about).getBytes(UTF_8),
                "application/json");
    }

    private int kept() {
        return kept(id);
    }

    private static int kept(String name) {
        return SERAI.sql()
                .sql("select count(*) from ota_webhooks where message_id = ?")
                .param(name)
                .query(Integer.class)
                .single();
    }

    private static WebhookRule rule() {
        return new WebhookRule(
                "basic",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "/id",
                List.of("/at"),
                null,
                null,
                null,
                null,
                0,
                null,
                null);
    }
}
