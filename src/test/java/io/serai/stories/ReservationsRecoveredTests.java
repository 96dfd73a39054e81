package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.serai.channel.request.ChannelRequests;
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

    @Test
    void takesWhatTheSummaryListsAndFetchesTheWholeOfWhatWasLost() {
        put("next_at = now() + interval '1 hour'");
        long early = lost(book(arrival));
        run("reservations");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(came(early)).isEqualTo("first"));
        assertThat(sold(arrival)).isEqualTo(1);

        put("next_at = now() + interval '1 hour'");
        long late = lost(book(arrival.plusDays(3)));
        change(early, arrival.plusDays(1));
        lost(early);
        put("next_at = now()");
        run("reservations-compare");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(came(late)).isEqualTo("summary summary"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(came(early)).isEqualTo("first summary"));
        assertThat(sold(arrival)).isZero();
        assertThat(sold(arrival.plusDays(1))).isEqualTo(1);
        assertThat(sold(arrival.plusDays(3))).isEqualTo(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                one(
                                                        "select string_agg(coalesce(outcome, 'open'), ',' order by outcome) from reservation_differences where hotel_id = ?",
                                                        story.hotel()))
                                        .isEqualTo("agreed,applied"));

        story.quiet();
        var before = state();
        long again = readAgain(late);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                one(
                                                        "select state || ': ' || coalesce(words, '') from channel_requests where id = ?",
                                                        again))
                                        .isEqualTo("done: It stands there as we have it"));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void readsOnceWhatTheChannelSaysWasMissedAndAsksNothingElseAfterAnOutage() {
        put("next_at = now() + interval '1 hour', answered_at = now() - interval '1 hour'");
        long number = lost(book(arrival));

        story.sandbox()
                .put(
                        "/sandbox/accounts/client-" + (story.remoteHotel() - 777_000),
                        "{\"secret\":\"secret-%d\",\"recovery\":true}"
                                .formatted(story.remoteHotel() - 777_000));
        story.sql()
                .sql(
                        "update third_party_integrations set configuration = configuration || '{\"recovery\": true}' where id = ?")
                .param(story.connection())
                .update();
        put("next_at = now()");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(came(number)).isEqualTo("missed"));
        assertThat(sold(arrival)).isEqualTo(1);
        assertThat(
                        one(
                                "select string_agg(distinct (failures = 0 and recover_from is null)::text, ',') from channel_polls p join third_party_integrations c using (account_id) where c.id = ?",
                                story.connection()))
                .isEqualTo("true");
    }

    @Test
    void findsAfterAnOutageWhatWasLostAndKnowsWhatWasConfirmedBeforeAKill() {
        long kept = book(arrival.plusDays(5));
        await().atMost(PATIENCE).until(() -> confirmed(kept).equals("said"));
        put("next_at = now() + interval '1 hour'");
        long number = lost(book(arrival));
        story.sql()
                .sql(
                        "update reservation_revisions set acknowledged_at = null where number = ? and confirm_sent_at is not null")
                .param("" + kept)
                .update();

        put("next_at = now(), answered_at = now() - interval '1 hour'");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(came(number)).isEqualTo("since"));
        await().atMost(PATIENCE).until(() -> !confirmed(kept).equals("not"));
        put("next_at = now() + interval '1 hour'");
        story.sql()
                .sql("update reservation_revisions set acknowledged_at = null where number = ?")
                .param("" + number)
                .update();
        put("next_at = now()");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(confirmed(number)).isEqualTo("no longer listed"));
    }

    private String confirmed(long number) {
        return one(
                "select coalesce(max(case when acknowledged_at is null then 'not' else coalesce(acknowledged_by, 'said') end), 'unknown') from reservation_revisions where number = ?",
                "" + number);
    }

    private long readAgain(long number) {
        return story.serai()
                .part(ChannelRequests.class)
                .ask(
                        story.connection(),
                        "reservation-read",
                        JsonNodeFactory.instance.objectNode().put("number", "" + number),
                        "user:test");
    }

    private long book(LocalDate from) {
        var reply =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                form(from));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().path("id").asLong();
    }

    private void change(long number, LocalDate from) {
        var reply =
                story.sandbox()
                        .put(
                                "/sandbox/hotels/%d/bookings/%d"
                                        .formatted(story.remoteHotel(), number),
                                form(from));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
    }

    private String form(LocalDate from) {
        return """
               {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}}
               """
                .formatted(from, from.plusDays(1), story.remoteRoom(), story.remoteRate(0));
    }

    /** It was handed over and acknowledged, and never arrived. */
    private long lost(long number) {
        var reply =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings/%d/lost"
                                        .formatted(story.remoteHotel(), number),
                                "");
        assertThat(reply.status()).isEqualTo(204);
        return number;
    }

    /** By which ways the revisions of a booking came. */
    private String came(long number) {
        return one(
                "select coalesce(string_agg(coalesce(source, 'queue'), ' ' order by revision), 'not') from reservation_revisions where number = ?",
                "" + number);
    }

    private int sold(LocalDate night) {
        return story.sql()
                .sql("select sold from room_nights where room_type_id = ? and night = ?")
                .params(story.roomType(), night)
                .query(Integer.class)
                .single();
    }

    private String one(String sql, Object... params) {
        return story.sql().sql(sql).params(params).query(String.class).single();
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
        return run("reservations");
    }

    private JobRun run(String job) {
        long run =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run(job, "user:test"), OptionalLong::isPresent)
                        .getAsLong();
        JobRun ended =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run(job, run).orElseThrow(), it -> it.ended() != null);
        assertThat(ended.outcome()).isNotEqualTo(JobOutcome.FAILED);
        return ended;
    }
}
