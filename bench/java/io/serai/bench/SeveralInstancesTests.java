package io.serai.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** Two Serai over one database, each a process, judged by what the channels got and hold. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesTests {

    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final int BOOKINGS = 90;
    private static final int PARTS = 3;

    /**
     * The lease of a stage, after which a sleeper's message is sent once more, and its deadline.
     */
    private static final Duration LEASE_AND_DEADLINE = Duration.ofSeconds(10);

    private Stage stage;
    private SharedWork shared;
    private Hotel hotel;
    private Play play;
    private List<Act> acts;

    @BeforeAll
    void open() throws Exception {
        stage =
                Stage.sharing(
                        Path.of("target/several-instances"),
                        2,
                        Map.of("serai.jobs.inventory.at", "*/2 * * * * ?"));
        var guests =
                new ReplaySettings(
                        BOOKINGS, 0, 0, 3, 60, Path.of("no such file"), Path.of("target"));
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var guestbook = Guestbook.open(guests, today);
        hotel = Hotel.of(guestbook.lives(), today, guests.rooms());
        acts = Agenda.of(guestbook.lives(), guests.seed());
        var opening = new Opening(hotel, stage.database());
        opening.inSerai();
        stage.sellers().forEach(seller -> seller.open(hotel));
        opening.connected(stage.sellers());
        UnderWay.awaitNothing(stage, QUIET);
        shared = new SharedWork(stage);
        play = new Play(Division.of(guestbook, stage.sellers()), hotel, stage.sellers());
    }

    @AfterAll
    void close() {
        stage.clear();
    }

    @Test
    @Order(1)
    void eachQueueIsAskedByOneEachHotelToldByOneAndEachJobRunOnce() {
        play.run(part(0), done -> {});
        UnderWay.awaitNothing(stage, QUIET);

        assertThat(shared.refusedForTwoAtATime()).isEmpty();
        assertThat(shared.overlapping()).isZero();
        assertThat(shared.jobs("count(*)"))
                .isPositive()
                .isEqualTo(shared.jobs("count(distinct (name, zone, due_at))"));
        assertThat(new Reckoning(hotel, play, stage).differences())
                .allSatisfy((check, found) -> assertThat(found).as(check).isEmpty());
    }

    @Test
    @Order(2)
    void losesNothingWhenOneIsPausedAndPutsRightWhatItSendsOnWaking() {
        slow(1_500);
        var guests = CompletableFuture.runAsync(() -> play.run(part(1), done -> {}));
        awaitCall();
        var sleeper = stage.instances().get(0).process();

        sleeper.pause();
        LockSupport.parkNanos(LEASE_AND_DEADLINE.toNanos());
        guests.join();
        sleeper.resume();
        Faults.end(stage.sellers());
        UnderWay.awaitNothing(stage, QUIET);

        assertThat(new Reckoning(hotel, play, stage).differences())
                .allSatisfy((check, found) -> assertThat(found).as(check).isEmpty());
    }

    @Test
    @Order(3)
    void leavesNothingClaimedWhenItEndsWhileTheOtherGoesOn() {
        slow(300);
        var began = Instant.now();
        var guests = CompletableFuture.runAsync(() -> play.run(part(2), done -> {}));
        awaitCall();

        stage.instances().get(0).process().stop();
        var held = shared.asking();
        var other = shared.awaitAsking(Instant.now());
        guests.join();
        Faults.end(stage.sellers());
        UnderWay.awaitNothing(stage, QUIET);

        assertThat(held).isSubsetOf(other);
        assertThat(shared.lostSince(began)).isZero();
        assertThat(new Reckoning(hotel, play, stage).differences())
                .allSatisfy((check, found) -> assertThat(found).as(check).isEmpty());
    }

    private List<Act> part(int number) {
        int each = acts.size() / PARTS;
        return acts.subList(number * each, number == PARTS - 1 ? acts.size() : (number + 1) * each);
    }

    private void slow(int millis) {
        stage.sellers()
                .forEach(
                        seller ->
                                seller.desk()
                                        .put(
                                                "/sandbox/faults",
                                                List.of(
                                                        Map.of(
                                                                "path",
                                                                seller.addresses().get(0),
                                                                "kind",
                                                                "slow",
                                                                "delay",
                                                                millis))));
    }

    private void awaitCall() {
        Patience.until(
                Duration.ofSeconds(30),
                "a call is under way",
                () -> UnderWay.of(stage).calls() > 0,
                () -> UnderWay.of(stage).toString());
    }
}
