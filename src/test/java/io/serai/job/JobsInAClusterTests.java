package io.serai.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances over one database. */
class JobsInAClusterTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EACH_SECOND = "* * * * * ?";
    private static final String NEVER_SOON = "0 0 0 1 1 ? 2099";

    private final Database database = Database.fresh();
    private final JdbcClient sql = JdbcClient.create(database.owner());
    private final Instance here = new Instance(database);
    private final Instance there = new Instance(database);

    @AfterEach
    void stop() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void runsEachTimeOnOneInstanceAndTheOtherGoesOnWithoutABurst() {
        List<Instant> ran = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        here.job(
                        "tick",
                        EACH_SECOND,
                        exchange -> {
                            if (ran.size() >= 3) {
                                stuck.countDown();
                                never.await();
                            }
                            ran.add(Instant.now());
                        })
                .start();
        await().atMost(PATIENCE).until(() -> stuck.getCount() == 0);
        there.job("tick", EACH_SECOND, exchange -> ran.add(Instant.now())).start();

        here.cut();
        await().atMost(PATIENCE).until(() -> ran.size() >= 7);

        never.countDown();
        assertThat(strings("select due_at::text from ota_sync_logs where name = 'tick'"))
                .doesNotHaveDuplicates();
        Instant taken = ran.get(3);
        assertThat(Duration.between(ran.get(2), taken)).isGreaterThan(Duration.ofSeconds(5));
        assertThat(
                        ran.stream()
                                .filter(
                                        at ->
                                                !at.isBefore(taken)
                                                        && at.isBefore(taken.plusMillis(1900))))
                .as("runs in the two seconds after the take-over: %s", ran)
                .hasSizeLessThanOrEqualTo(3);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> {
                            there.clock.look();
                            assertThat(
                                            strings(
                                                    "select outcome from ota_sync_logs where name = 'tick' and asked_by = 'clock'"))
                                    .containsOnlyOnce("interrupted");
                        });
    }

    @Test
    void sharesTheTimesAndRunsNoneTwice() {
        AtomicInteger ran = new AtomicInteger();
        Processor work = exchange -> ran.incrementAndGet();
        here.job("tick", EACH_SECOND, work).start();
        there.job("tick", EACH_SECOND, work).start();

        await().atMost(PATIENCE).until(() -> ran.get() >= 4);

        List<String> due = strings("select due_at::text from ota_sync_logs where name = 'tick'");
        assertThat(due).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
        assertThat(strings("select count(*)::text from qrtz_triggers")).containsExactly("1");
    }

    @Test
    void makesUpForAnHourThatWasMissedByOneRun() {
        AtomicInteger ran = new AtomicInteger();
        String fiveMinutes = "0 0/5 * * * ?";
        here.job("tick", fiveMinutes, exchange -> ran.incrementAndGet()).start();
        here.close();
        sql.sql("update qrtz_triggers set next_fire_time = next_fire_time - 3600000").update();
        Instant begin = Instant.now();

        there.job("tick", fiveMinutes, exchange -> ran.incrementAndGet()).start();

        await().atMost(PATIENCE).until(() -> ran.get() > 0);
        await().during(Duration.ofSeconds(3))
                .atMost(PATIENCE)
                .until(() -> ran.get() <= 1 + fifths(begin, Instant.now()));
    }

    /** How many times were due between two moments. */
    private static long fifths(Instant from, Instant to) {
        return to.getEpochSecond() / 300 - from.getEpochSecond() / 300;
    }

    @Test
    void runsOnceNowWhereverThatIsWantedAndNotWhileItRuns() {
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        Processor work =
                exchange -> {
                    go.await();
                    exchange.setVariable("done", ran.incrementAndGet());
                };
        here.job("tick", NEVER_SOON, work).start();
        there.job("tick", NEVER_SOON, work).start();
        here.jobs.pause("tick", "user:anna");

        long run = there.jobs.run("tick", "user:anna").orElseThrow();

        assertThat(here.jobs.run("tick", "user:bert")).isEmpty();
        go.countDown();
        await().atMost(PATIENCE)
                .until(() -> here.jobs.run("tick", run).orElseThrow().outcome() == JobOutcome.OK);
        JobRun seen = here.jobs.run("tick", run).orElseThrow();
        assertThat(seen.askedBy()).isEqualTo("user:anna");
        assertThat(seen.counts()).containsEntry("done", 1L);
        assertThat(seen.ended()).isAfterOrEqualTo(seen.begun());
        assertThat(ran).hasValue(1);
        assertThat(there.jobs.find("tick").orElseThrow().paused()).isTrue();
        assertThat(
                        strings(
                                "select act || ' ' || actor from audit where subject = 'job' order by id"))
                .containsExactly("pause user:anna", "run user:anna");
    }

    @Test
    void staysPausedInAllInstancesWhateverBecomesOfItsFileUntilItGoesOn() {
        AtomicInteger ran = new AtomicInteger();
        here.job("tick", EACH_SECOND, exchange -> ran.incrementAndGet()).start();
        await().atMost(PATIENCE).until(() -> ran.get() > 0);

        here.jobs.pause("tick", "user:anna");
        here.job("tick", "0/2 * * * * ?", exchange -> ran.incrementAndGet());
        there.job("tick", "0/2 * * * * ?", exchange -> ran.incrementAndGet()).start();
        int before = ran.get();

        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> ran.get() <= before + 1);
        there.jobs.resume("tick", "user:anna");
        await().atMost(PATIENCE).until(() -> ran.get() > before + 1);
    }

    @Test
    void leavesTheTimesOfAJobToTheInstanceThatHasItsRoute() {
        AtomicInteger ran = new AtomicInteger();
        here.job("other", NEVER_SOON, exchange -> {}).start();
        there.job("tick", EACH_SECOND, exchange -> ran.incrementAndGet()).start();

        await().atMost(PATIENCE).until(() -> ran.get() >= 4);
        there.close();
        int before = ran.get();

        await().during(Duration.ofSeconds(3)).atMost(PATIENCE).until(() -> ran.get() == before);
        assertThat(strings("select outcome from ota_sync_logs where name = 'tick'"))
                .doesNotContain("failed");
        here.job("tick", EACH_SECOND, exchange -> ran.incrementAndGet());
        await().atMost(PATIENCE).until(() -> ran.get() > before);
    }

    @Test
    void putsBackAJobWhoseFileWasDeletedElsewhere() {
        AtomicInteger ran = new AtomicInteger();
        here.job("tick", EACH_SECOND, exchange -> {}).start();
        there.job("tick", EACH_SECOND, exchange -> ran.incrementAndGet()).start();

        here.delete("tick");
        assertThat(strings("select trigger_name from qrtz_triggers")).isEmpty();
        there.clock.look();

        int before = ran.get();
        await().atMost(PATIENCE).until(() -> ran.get() >= before + 2);
    }

    private List<String> strings(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
