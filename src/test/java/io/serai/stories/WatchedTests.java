package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.database.watch.DatabaseWatch;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import io.serai.testing.Scrape;
import io.serai.testing.Story;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What whoever watches sees when something goes wrong: the very series by which the rules of
 * docker/prometheus/alerts.yml are tripped, brought about and scraped.
 */
class WatchedTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RATES = "/hotels/ota/OTA_HotelRateAmountNotif";
    private static final String CODE = "booking.com";

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static ApiClient prometheus;

    @BeforeAll
    static void mayLook() {
        prometheus = ApiClient.user(SERAI, "prometheus", "engineer");
    }

    @AfterEach
    void noFault() {
        new SandboxClient(SERAI.sandboxUrl()).delete("/sandbox/faults");
        new SandboxClient(SERAI.standInUrl("expedia")).delete("/sandbox/faults");
    }

    @Test
    void showsAChannelThatFailsAndTheChangeThatWaitsForIt() {
        var story = Story.begin(5);
        var before = scrape();
        fault(story, "error", 503);

        price(story, 13_300);
        rises(before, "serai_channel_calls_seconds_count", "channel", CODE, "outcome", "failed");
        rises(before, "serai_delivery_settled_total", "channel", CODE, "outcome", "unknown");
        seen("serai_delivery_unsent_age_seconds", age -> age > 0, "channel", CODE);
        fault(story, "cut", 0);
        again(story);
        rises(before, "serai_channel_calls_seconds_count", "outcome", "unreachable");

        story.sandbox().delete("/sandbox/faults");
        again(story);
        story.quiet();
        rises(before, "serai_delivery_latency_seconds_count", "channel", CODE);
        rises(before, "serai_delivery_settled_total", "channel", CODE, "outcome", "applied");
    }

    @Test
    void showsCredentialsThatAChannelRefuses() {
        var story = Story.begin(5);
        var before = scrape();
        assertThat(before.shows("serai_accounts_alerts_total", "what", "stopped"))
                .as("from 0 on, or its first increase is none")
                .isTrue();
        story.sandbox()
                .put(
                        "/sandbox/accounts/client-" + (story.remoteHotel() - 777_000),
                        "{\"secret\": \"another\"}");
        fault(story, "error", 401);

        price(story, 14_400);

        rises(before, "serai_channel_calls_seconds_count", "channel", CODE, "outcome", "denied");
        rises(before, "serai_accounts_refused", "channel", CODE);
        rises(before, "serai_delivery_connections", "channel", CODE, "state", "broken");
    }

    @Test
    void showsHowMuchOfItsTimeAReservationHasWaitedAndWhenAChannelLastCalled() {
        var before = scrape();
        var desk = new ExpediaDesk(true);
        var day = LocalDate.now().plusDays(40);
        desk.fault(
                "[{\"path\": \"/supply/lodging/graphql\", \"kind\": \"error\", \"status\": 503, \"times\": 1000, \"containing\": \"confirmReservationNotification\"}]");

        long booking = desk.book(day, day.plusDays(2), "");
        await().atMost(PATIENCE).until(() -> desk.status(booking).equals("booked"));
        desk.sql()
                .sql(
                        """
                        update reservation_revisions set changed_at = now() - interval '20 minutes', expires_at = now() + interval '10 minutes'
                         where account_id = ? and number = ?
                        """)
                .params(desk.account, Long.toString(booking))
                .update();

        seen("serai_reservations_clock", share -> share > 0.6, "channel", "expedia");
        seen("serai_reservations_deadline_seconds", left -> left < 601, "channel", "expedia");
        seen("serai_webhooks_silence_seconds", age -> age < 60, "hook", "notifications");
        rises(before, "serai_calls_in_seconds_count", "operation", "expedia-notifications");
        rises(before, "serai_reservations_taken_total", "channel", "expedia", "receipt", "opened");
        rises(before, "serai_bookings_revenue", "channel", "expedia", "currency", "EUR");
    }

    @Test
    void showsFilesOfRoutesAndTheFileSystemsWhateverBecomesOfChannels() {
        var now = scrape();

        assertThat(now.sum("serai_watch_age_seconds")).isBetween(0.0, 60.0);
        assertThat(now.sum("serai_database_size_bytes")).isGreaterThan(1_000_000);
        assertThat(now.labels("disk_free_bytes")).containsExactly("path");
        assertThat(now.shows("serai_flow_refused")).isTrue();
        assertThat(now.shows("serai_jobs_success_age_seconds", "job", "rates")).isTrue();
        assertThat(now.shows("serai_parked_now", "kind", "reservation")).isTrue();
    }

    @Test
    void showsWhatRulesAndBoardsAskForByTheLabelsTheyAskFor() throws IOException {
        Story.begin(5);
        var now = scrape();

        for (Asked asked : Asked.ofAll()) {
            for (String metric : asked.metrics()) {
                boolean there = now.names().contains(metric);
                assertThat(there || metric.startsWith("serai_"))
                        .as("%s of %s", metric, asked)
                        .isTrue();
            }
            if (now.names().containsAll(asked.metrics())) {
                Set<String> labels = new TreeSet<>(asked.labels());
                asked.metrics().forEach(metric -> labels.removeAll(now.labels(metric)));
                assertThat(labels).as("%s", asked).isEmpty();
            }
        }
    }

    private static void fault(Story story, String kind, int status) {
        story.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"%s\", \"kind\": \"%s\", \"status\": %d, \"times\": 1000, \"containing\": \"%d\"}]"
                                .formatted(RATES, kind, status, story.remoteRate(0)));
    }

    private static void price(Story story, long price) {
        story.sql()
                .sql(
                        "update rate_nights set prices = array[?::bigint] where product_id = ? and night = ?")
                .params(price, story.product(0), Story.month().atDay(3))
                .update();
    }

    /** What waits for its next try is tried now. */
    private static void again(Story story) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                story.sql()
                                                .sql(
                                                        "update claims set next_try_at = '-infinity' where connection_id = ? and owner is null and rung > 0")
                                                .param(story.connection())
                                                .update()
                                        == 1);
    }

    private static void rises(Scrape before, String name, String... labels) {
        double from = before.sum(name, labels);
        seen(name, now -> now > from, labels);
    }

    private static void seen(String name, DoublePredicate what, String... labels) {
        await(name + " " + List.of(labels))
                .atMost(PATIENCE)
                .until(
                        () -> {
                            Scrape now = scrape();
                            return now.shows(name, labels) && what.test(now.sum(name, labels));
                        });
    }

    private static Scrape scrape() {
        SERAI.part(DatabaseWatch.class).look();
        var answer = prometheus.text("/actuator/prometheus");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new Scrape(answer.body());
    }
}
