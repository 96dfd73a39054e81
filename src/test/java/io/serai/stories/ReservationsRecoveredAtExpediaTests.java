package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.job.JobRun;
import io.serai.job.Jobs;
import io.serai.testing.RunningSerai;
import java.time.Duration;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What Serai confirmed and lost, at Expedia's stand-in. */
class ReservationsRecoveredAtExpediaTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final LocalDate ARRIVAL = LocalDate.now().plusDays(20);

    private final ExpediaHouse house = ExpediaHouse.begin("");
    private final Jobs jobs = RunningSerai.shared().part(Jobs.class);

    @Test
    void takesOnceWhatWasConfirmedAndLost() {
        house.awaitOpen();
        hold();
        long number = book();
        house.sandbox()
                .post("/sandbox/hotels/%d/bookings/%d/lost".formatted(house.number(), number), "");

        run("reservations-compare");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(came(number)).isEqualTo("history not waited for"));
        await().atMost(PATIENCE).until(() -> compared() == 1);
        run("reservations-compare");
        await().atMost(PATIENCE).until(() -> compared() == 2);

        assertThat(came(number)).isEqualTo("history not waited for");
        assertThat(one("select sum(sold)::text from room_nights where hotel_id = ?", house.hotel()))
                .isEqualTo("1");
    }

    /** Nobody asks by itself from now on. */
    private void hold() {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                house.sql()
                                                .sql(
                                                        "update channel_polls p set next_at = now() + interval '1 hour' from third_party_integrations c where c.account_id = p.account_id and c.id = ? and p.owner is null and p.asked_at is not null")
                                                .param(house.connection())
                                                .update()
                                        == 2);
    }

    private long book() {
        var reply =
                house.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(house.number()),
                                """
                                {"arrival":"%s","departure":"%s","rooms":[{"room":"%s","rate":"%s","adults":2,"children":0,"guest":"Ana Example"}],
                                 "booker":{"firstName":"Ana","lastName":"Example","phone":"000000"},"force":true}
                                """
                                        .formatted(
                                                ARRIVAL,
                                                ARRIVAL.plusDays(1),
                                                house.room(),
                                                house.plan(1)));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(201);
        return reply.body().path("id").asLong();
    }

    private String came(long number) {
        return one(
                "select coalesce(string_agg(source || ' ' || coalesce(acknowledged_by, 'said'), ','), 'not') from reservation_revisions where number = ?",
                "" + number);
    }

    private int compared() {
        return Integer.parseInt(
                one(
                        "select count(*)::text from channel_requests where connection_id = ? and port = 'reservations-compare' and state = 'done'",
                        house.connection()));
    }

    private void run(String job) {
        long run =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run(job, "user:test"), OptionalLong::isPresent)
                        .getAsLong();
        JobRun ended =
                await().atMost(PATIENCE)
                        .until(() -> jobs.run(job, run).orElseThrow(), it -> it.ended() != null);
        assertThat(ended.counts().get("connections")).isGreaterThanOrEqualTo(1);
    }

    private String one(String sql, Object... values) {
        return house.sql().sql(sql).params(values).query(String.class).single();
    }
}
