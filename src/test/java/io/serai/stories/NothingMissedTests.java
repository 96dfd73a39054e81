package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.job.JobOutcome;
import io.serai.job.JobRun;
import io.serai.job.Jobs;
import io.serai.testing.Story;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The jobs that compare rates and rooms, with a hotel at each of the stand-ins. */
class NothingMissedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Story story = Story.begin(5);
    private final ExpediaHouse house = ExpediaHouse.begin("");
    private final Jobs jobs = story.serai().part(Jobs.class);

    @Test
    void saysNothingToAnyChannelWhereNothingDiffersAndTellsWhatWasMissed() {
        house.awaitOpen();
        await().atMost(PATIENCE).until(() -> house.marks() == 0 && isIdle(house.connection()));
        story.quiet();
        int before = attempts();
        long moment = story.moment();

        JobRun rates = run("rates");
        JobRun rooms = run("inventory");

        assertThat(rates.counts().get("looked")).isGreaterThanOrEqualTo(2);
        assertThat(rooms.counts().get("looked")).isGreaterThanOrEqualTo(2);
        assertThat(missedHere()).isZero();
        story.quiet();
        assertThat(attempts()).isEqualTo(before);
        assertThat(story.pushesSince(moment)).isEmpty();

        int told = attempts();
        loseAChange();
        rates = run("rates");

        assertThat(rates.outcome()).isEqualTo(JobOutcome.OK);
        assertThat(rates.counts().get("missed")).isGreaterThanOrEqualTo(4);
        await().atMost(PATIENCE).until(() -> attempts() == told + 2);
        story.quiet();
    }

    /** Somebody writes a price for all products of both hotels, and the marks of that are lost. */
    private void loseAChange() {
        story.sql()
                .sql(
                        """
                        do $$
                        begin
                            update rate_nights set prices = '{9800}' where hotel_id in (%1$d, %2$d) and night = current_date + 20;
                            delete from marks where hotel_id in (%1$d, %2$d);
                        end
                        $$
                        """
                                .formatted(story.hotel(), house.hotel()))
                .update();
    }

    private JobRun run(String job) {
        long run =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run(job, "user:test"), OptionalLong::isPresent)
                        .getAsLong();
        return await().atMost(PATIENCE)
                .until(() -> jobs.run(job, run).orElseThrow(), it -> it.ended() != null);
    }

    private int missedHere() {
        return count("select count(*)::int from marks where hotel_id in (%d, %d)");
    }

    private int attempts() {
        return count("select count(*)::int from attempts where hotel_id in (%d, %d)");
    }

    private int count(String sql) {
        return story.sql()
                .sql(sql.formatted(story.hotel(), house.hotel()))
                .query(Integer.class)
                .single();
    }

    private boolean isIdle(int connection) {
        return story.sql()
                .sql("select owner is null and until < now() from claims where connection_id = ?")
                .param(connection)
                .query(Boolean.class)
                .single();
    }
}
