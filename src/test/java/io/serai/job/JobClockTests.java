package io.serai.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One instance's jobs. */
class JobClockTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String EACH_SECOND = "* * * * * ?";
    private static final String NEVER_SOON = "0 0 0 1 1 ? 2099";

    private final Database database = Database.fresh();
    private final JdbcClient sql = JdbcClient.create(database.owner());
    private final Instance serai = new Instance(database);

    @AfterEach
    void stop() {
        serai.close();
        database.close();
    }

    @Test
    void saysWhyAJobFailedAndRunsItAtItsNextTime() {
        AtomicInteger ran = new AtomicInteger();
        serai.job(
                        "tick",
                        EACH_SECOND,
                        exchange -> {
                            if (ran.incrementAndGet() == 1) {
                                throw new IllegalStateException("the cellar is locked");
                            }
                        })
                .start();

        await().atMost(PATIENCE).until(() -> ran.get() >= 2 && runs("tick").size() >= 2);

        JobRun first = runs("tick").get(runs("tick").size() - 1);
        assertThat(first.outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(first.words()).isEqualTo("IllegalStateException: the cellar is locked");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(serai.jobs.find("tick").orElseThrow().last().outcome())
                                        .isEqualTo(JobOutcome.NOTHING));
        Map<String, Object> shown = serai.shown().get(0);
        assertThat(shown).containsEntry("job", "tick");
        assertThat(((Number) shown.get("age")).doubleValue()).isBetween(0.0, 60.0);
    }

    @Test
    void tellsWhatWasDoneFromNothingToDoAndFromHalfDone() {
        AtomicReference<String> problems = new AtomicReference<>("");
        AtomicInteger found = new AtomicInteger();
        serai.job(
                        "look",
                        NEVER_SOON,
                        exchange -> {
                            exchange.setVariable("looked", 7);
                            exchange.setVariable("found", found.get());
                            exchange.setVariable("problems", problems.get());
                        })
                .start();

        JobRun nothing = runNow("look");
        found.set(2);
        JobRun some = runNow("look");
        problems.set("hotel 3: no roof");
        JobRun half = runNow("look");

        assertThat(nothing.outcome()).isEqualTo(JobOutcome.NOTHING);
        assertThat(nothing.counts()).containsEntry("looked", 7L).containsEntry("found", 0L);
        assertThat(some.outcome()).isEqualTo(JobOutcome.OK);
        assertThat(half.outcome()).isEqualTo(JobOutcome.PARTLY);
        assertThat(half.words()).isEqualTo("hotel 3: no roof");
    }

    @Test
    void followsItsFile() {
        serai.job("tick", NEVER_SOON, exchange -> {}).start();
        AtomicInteger ran = new AtomicInteger();

        serai.job("tick", EACH_SECOND, exchange -> ran.incrementAndGet());
        await().atMost(PATIENCE).until(() -> ran.get() > 0);
        serai.delete("tick");

        assertThat(serai.jobs.all()).isEmpty();
        assertThat(strings("select trigger_name from qrtz_triggers")).isEmpty();
        assertThat(serai.shown()).isEmpty();
        assertThatThrownBy(() -> serai.jobs.run("tick", "user:anna"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tick'");
    }

    @Test
    void staysPlannedWhenItsInstanceEnds() {
        serai.job("tick", NEVER_SOON, exchange -> {}).start();

        serai.close();

        assertThat(strings("select trigger_group from qrtz_triggers")).containsExactly("tick");
    }

    @Test
    void isDueByEachHotelsOwnClock() {
        AtomicReference<Object> zone = new AtomicReference<>("none");
        serai.job(
                        "night",
                        "0 20 3 * * ?",
                        "hotel",
                        exchange -> zone.set(exchange.getMessage().getHeader("Serai-Zone", "all")))
                .start();
        assertThat(serai.jobs.find("night").orElseThrow().next()).isNull();

        SampleHotel.another(database);
        int far = SampleHotel.another(database).id();
        sql.sql("update hotels set time_zone = 'Asia/Tokyo' where id = ?").param(far).update();
        serai.clock.look();

        assertThat(strings("select trigger_name from qrtz_triggers order by 1"))
                .containsExactly("Asia/Tokyo", "Europe/Lisbon");
        sql.sql("update qrtz_triggers set next_fire_time = 1000 where trigger_name = 'Asia/Tokyo'")
                .update();
        await().atMost(PATIENCE).until(() -> zone.get().equals("Asia/Tokyo"));
        await().atMost(PATIENCE).until(() -> serai.jobs.find("night").orElseThrow().last() != null);
        assertThat(serai.jobs.find("night").orElseThrow().last().zone()).isEqualTo("Asia/Tokyo");
        runNow("night");
        assertThat(zone).hasValue("all");
    }

    @Test
    void refusesTimesAndZonesThatCannotBeMeant() {
        assertThatThrownBy(() -> serai.job("tick", "at noon", exchange -> {}))
                .hasStackTraceContaining("cron: 'at noon' (expected: Quartz's second minute hour");
        assertThatThrownBy(() -> serai.job("tick", "0 0 3 30 2 ?", exchange -> {}))
                .hasStackTraceContaining("cron: '0 0 3 30 2 ?' (expected: one that has a time");
        assertThatThrownBy(() -> serai.job("tick", "0 0 3 1 1 ? 2020", exchange -> {}))
                .hasStackTraceContaining("(expected: one that has a time to come)");
        assertThatThrownBy(() -> serai.job("tick", EACH_SECOND, "Moon/Tranquility", exchange -> {}))
                .hasStackTraceContaining("zone: 'Moon/Tranquility' (expected: hotel, or a zone");
    }

    private JobRun runNow(String name) {
        long run = serai.jobs.run(name, "user:anna").orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> serai.jobs.run(name, run).orElseThrow().ended() != null);
        return serai.jobs.run(name, run).orElseThrow();
    }

    private List<JobRun> runs(String name) {
        return serai.jobs.runs(name, Long.MAX_VALUE, 50);
    }

    private List<String> strings(String query) {
        return sql.sql(query).query(String.class).list();
    }
}
