package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.job.JobOutcome;
import io.serai.job.JobRun;
import io.serai.job.Jobs;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The booking job, and what becomes of messages that were lost, at Booking.com's stand-in. */
class ReservationsRecoveredTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Story story = Story.begin(5);
    private final Jobs jobs = story.serai().part(Jobs.class);
    private final LocalDate arrival = Story.month().atDay(10);

    @Test
    void changesNothingWhenNothingIsNewAndHastensAQueueThatWaits() {
        run();
        var before = state();
        long moment = story.moment();

        put("next_at = now() + interval '1 hour', asked_at = asked_at - interval '1 hour'");
        JobRun run = run();

        assertThat(run.counts().get("hastened")).isGreaterThanOrEqualTo(2);
        assertThat(run.counts().get("asked")).isGreaterThanOrEqualTo(2);
        assertThat(run.counts().get("nothing")).isGreaterThanOrEqualTo(1);
        assertThat(run.counts()).containsEntry("missed", 0L);
        assertThat(state()).isEqualTo(before);
        story.quiet();
        assertThat(story.pushesSince(moment)).isEmpty();
    }

    private void put(String change) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                story.sql()
                                                .sql(
                                                        "update channel_polls p set "
                                                                + change
                                                                + " from third_party_integrations c where c.account_id = p.account_id and c.id = ? and p.owner is null and p.queue in ('new', 'changed')")
                                                .param(story.connection())
                                                .update()
                                        == 2);
    }

    /** Revisions, marks and nights of the hotel. */
    private String state() {
        return story.sql()
                .sql(
                        """
                        select (select count(*) from reservation_revisions where hotel_id = :hotel) || ' ' || (select count(*) from marks where hotel_id = :hotel)
                            || ' ' || (select sum(sold) from room_nights where hotel_id = :hotel) || ' ' || (select count(*) from attempts where hotel_id = :hotel)
                        """)
                .param("hotel", story.hotel())
                .query(String.class)
                .single();
    }

    private JobRun run() {
        long run =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run("reservations", "user:test"), OptionalLong::isPresent)
                        .getAsLong();
        JobRun ended =
                await().atMost(PATIENCE)
                        .until(
                                () -> jobs.run("reservations", run).orElseThrow(),
                                it -> it.ended() != null);
        assertThat(ended.outcome()).isNotEqualTo(JobOutcome.FAILED);
        return ended;
    }
}
