package io.serai.reservation;

import static io.serai.reservation.Message.booking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.serai.reservation.feed.FedBookings;
import io.serai.reservation.feed.FedRevision;
import io.serai.reservation.feed.FeedWish;
import io.serai.reservation.feed.RevisionFeed;
import io.serai.testing.Kill;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nobody who reads the revisions of a hotel in order misses one that was under way. */
class RevisionFeedTests {

    private final TestHotel hotel = new TestHotel();
    private final TestHotel other = new TestHotel();

    @Test
    void showsNoRevisionBeforeAnEarlierOneOfItsHotelWhileManyAreTaken() throws Exception {
        var writing = new AtomicBoolean(true);
        var threads = Executors.newFixedThreadPool(10);
        try {
            var readers =
                    List.of(
                            threads.submit(() -> follow(hotel, writing)),
                            threads.submit(() -> follow(other, writing)));
            var writers =
                    IntStream.range(0, 8)
                            .<Future<?>>mapToObj(n -> threads.submit(() -> write(n)))
                            .toList();
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);

            assertThat(readers.get(0).get()).hasSize(120).isEqualTo(all(hotel));
            assertThat(readers.get(1).get()).hasSize(120).isEqualTo(all(other));
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void showsEachRevisionAsItWasToldWhileItsReservationIsBeingChanged() throws Exception {
        var writing = new AtomicBoolean(true);
        var bookings = TestSerai.bean(FedBookings.class);
        var feed = new RevisionFeed(hotel.jdbc, hotel.hotel);
        hotel.take(told(1));
        var reader =
                CompletableFuture.runAsync(
                        () -> {
                            while (writing.get()) {
                                bookings.complete(hotel.jdbc, feed.read(new FeedWish(0, null, 100)))
                                        .forEach(RevisionFeedTests::assertAsTold);
                            }
                        });

        for (int n = 2; n <= 60; n++) {
            hotel.take(told(n).changed());
        }
        writing.set(false);

        reader.get();
        var all = bookings.complete(hotel.jdbc, feed.read(new FeedWish(0, null, 100)));
        assertThat(all).hasSize(60).allSatisfy(RevisionFeedTests::assertAsTold);
        assertThat(all.stream().filter(it -> !it.superseded()).toList())
                .containsExactly(all.get(59));
    }

    @Test
    void showsWhatTheHotelTookItselfInItsOwnCodesToo() {
        var desk = new DirectHotel();
        var id = desk.book(DirectHotel.wish(0, 2, 1));
        desk.change(id, null, DirectHotel.wish(1, 4, 1));
        desk.confirm(id, "H-1");
        desk.cancel(id);

        var all =
                TestSerai.bean(FedBookings.class)
                        .complete(
                                desk.hotel.jdbc,
                                new RevisionFeed(desk.hotel.jdbc, desk.hotel.hotel)
                                        .read(new FeedWish(0, null, 10)));

        assertThat(all)
                .extracting(it -> it.kind() + " " + it.booking().status())
                .containsExactly(
                        "new booked", "modify modified", "confirm modified", "cancel cancelled");
        assertThat(all).extracting(FedRevision::channel).containsOnly("direct");
        assertThat(all)
                .extracting(it -> it.booking().rooms().get(0).nights().size())
                .containsExactly(2, 3, 3, 3);
        assertThat(all)
                .allSatisfy(
                        it -> {
                            assertThat(it.booking().rooms().get(0).roomType()).isEqualTo("double");
                            assertThat(it.booking().rooms().get(0).nights().get(0).ratePlan())
                                    .isEqualTo("bar");
                        });
    }

    private static Message told(int n) {
        return booking("changing").total(n + ".00").nights(n % 3, 1 + n % 5);
    }

    private static void assertAsTold(FedRevision revision) {
        var n = revision.revision();
        var booking = revision.booking();
        assertThat(booking.version()).isEqualTo(n);
        assertThat(booking.total()).hasToString(n + ".00");
        assertThat(booking.arrival()).isEqualTo(TestHotel.FIRST.plusDays(n % 3));
        assertThat(booking.rooms().get(0).nights()).hasSize(1 + n % 5);
        assertThat(booking.rooms().get(0).nights().get(0).ratePlan()).isEqualTo("bar");
    }

    @Test
    void isToldWithTheRevisionOrNotAtAll() {
        var subscription =
                hotel.jdbc
                        .sql(
                                "insert into hook_subscriptions (hotel_id, url, events, secret_sealed) values (?, 'https://example.org', '{reservation.created}', '\\x00') returning id")
                        .param(hotel.hotel)
                        .query(Long.class)
                        .single();

        for (int step = 1; ; step++) {
            var n = step;
            var killed = catchThrowable(() -> Kill.beforeStep(n, () -> hotel.take(booking("1"))));
            var told =
                    Integer.parseInt(
                            hotel.one(
                                    "select count(*)::text from hook_deliveries where subscription_id = ?",
                                    subscription));
            assertThat(told).as("step %s", n).isEqualTo(hotel.revisions("1"));
            if (killed == null) {
                assertThat(told).isEqualTo(1);
                return;
            }
        }
    }

    /** To each hotel in turn. */
    private void write(int writer) {
        for (int n = 0; n < 30; n++) {
            (n % 2 == 0 ? hotel : other).take(booking("w" + writer + "-" + n).nights(n % 20, 2));
        }
    }

    /** As a hotel's system does: what is after the last one it saw. */
    private static List<Long> follow(TestHotel hotel, AtomicBoolean writing) {
        var seen = new ArrayList<Long>();
        var feed = new RevisionFeed(hotel.jdbc, hotel.hotel);
        for (boolean last = false; ; last = !writing.get()) {
            var found =
                    feed.read(
                            new FeedWish(seen.isEmpty() ? 0 : seen.get(seen.size() - 1), null, 7));
            found.forEach(revision -> seen.add(revision.key()));
            if (last && found.isEmpty()) {
                return seen;
            }
        }
    }

    private static List<Long> all(TestHotel hotel) {
        return hotel.jdbc
                .sql("select id from reservation_revisions where hotel_id = ? order by id")
                .param(hotel.hotel)
                .query(Long.class)
                .list();
    }
}
