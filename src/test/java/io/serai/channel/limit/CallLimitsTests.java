package io.serai.channel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.Limit;
import io.serai.channel.Limits;
import io.serai.channel.RequestRule;
import io.serai.channel.Urgency;
import io.serai.testing.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CallLimitsTests {

    private static final Duration MOST = Duration.ofSeconds(20);
    private static final List<Limit> NONE = List.of();

    private final Database database = Database.fresh();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void makesNoMoreCallsInAnyStretchOfTheLimitsTimeOverTwoInstances() {
        Map<String, Limits> limits = Map.of("counts", of(limits("20/s"), NONE));
        List<CallLimits> instances = List.of(instance(Duration.ZERO), instance(Duration.ZERO));

        List<Long> made = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
        for (int i = 0; System.nanoTime() < end; i++) {
            Turn turn = instances.get(i % 2).ask(asking(1, null, limits), MOST);
            if (turn.isNow()) {
                made.add(System.nanoTime());
            }
        }

        assertThat(made).hasSizeGreaterThan(30);
        for (int i = 20; i < made.size(); i++) {
            assertThat(made.get(i) - made.get(i - 20)).isGreaterThan(950_000_000L);
        }
    }

    @Test
    void holdsAllLimitsAtOnceThoseOfAnEndpointAndThoseInAll() {
        Map<String, Limits> counts = new LinkedHashMap<>();
        counts.put("counts", of(limits("10/h sustained 2", "100/h"), limits("4/h sustained 1")));
        counts.put("in-all", of(limits("12/h sustained 2"), NONE));
        Map<String, Limits> prices = Map.of("in-all", counts.get("in-all"));
        CallLimits limits = instance(Duration.ZERO);

        List<String> first = ask(limits, asking(1, 7L, counts), 5);
        List<String> second = ask(limits, asking(1, 8L, counts), 4);
        List<String> third = ask(limits, asking(1, 9L, counts), 4);
        List<String> others = ask(limits, asking(1, 9L, prices), 3);

        assertThat(first).containsExactly("", "", "", "counts", "counts");
        assertThat(second).containsExactly("", "", "", "counts");
        assertThat(third).containsExactly("", "", "counts", "counts");
        assertThat(others).containsExactly("", "in-all", "in-all");
    }

    @Test
    void saysWhenACallHasItsTurnAndWaitsForItIfThatIsSoon() {
        Map<String, Limits> limits = Map.of("counts", of(limits("1/s"), NONE));
        CallLimits impatient = instance(Duration.ZERO);
        impatient.ask(asking(1, null, limits), MOST);

        Turn turn = impatient.ask(asking(1, null, limits), MOST);
        Turn waited = instance(Duration.ofSeconds(2)).ask(asking(1, null, limits), MOST);

        assertThat(turn.after()).isBetween(Duration.ofMillis(100), Duration.ofMillis(1050));
        assertThat(waited.isNow()).isTrue();
        assertThat(meters.counter("serai.limits.put-off", "channel", "inn", "limit", "counts"))
                .extracting(counter -> counter.count())
                .isEqualTo(1.0);
    }

    @Test
    void keepsAccountsEndpointsAndHotelsApart() {
        Limits both = of(limits("1/h"), limits("1/h"));
        Map<String, Limits> counts = Map.of("counts", both);
        CallLimits one = instance(Duration.ZERO);
        one.ask(asking(1, 7L, counts), MOST);

        assertThat(one.ask(asking(1, 7L, Map.of("prices", both)), MOST).isNow()).isTrue();
        assertThat(one.ask(asking(2, 8L, counts), MOST).isNow()).isTrue();
        assertThat(one.ask(asking(3, 7L, counts), MOST).isNow()).isFalse();
        assertThat(one.ask(asking(1, 9L, counts), MOST).isNow()).isFalse();
        assertThat(one.ask(asking(4, 9L, counts), MOST).isNow()).isTrue();
    }

    @Test
    void limitsNothingThatHasNoLimit() {
        assertThat(instance(Duration.ZERO).ask(asking(1, 7L, Map.of()), MOST).isNow()).isTrue();
    }

    @Test
    void letsAnEditOfOneHotelThroughWithinAFewCallsOfAnothersThousands() {
        Map<String, Limits> limits = Map.of("counts", of(limits("20/s sustained 19"), NONE));
        List<CallLimits> instances =
                List.of(instance(Duration.ofMillis(300)), instance(Duration.ofMillis(300)));
        List<Long> made = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(16);
        Asking edit = asking(1, 500L, limits);

        for (int thread = 0; thread < 16; thread++) {
            Asking busy = asking(1, 100L, limits);
            CallLimits instance = instances.get(thread % 2);
            threads.submit(
                    () -> {
                        while (!Thread.interrupted()) {
                            if (instance.ask(busy, MOST).isNow()) {
                                made.add(System.nanoTime());
                            }
                        }
                    });
        }
        until(() -> made.size() >= 20);
        int before = made.size();
        until(() -> instances.get(0).ask(edit, MOST).isNow());
        int between = made.size() - before;
        threads.shutdownNow();

        assertThat(between).isLessThanOrEqualTo(5);
    }

    @Test
    void hasHotelsTakeTurnsHoweverOftenOneOfThemAsks() {
        Map<String, Limits> limits = Map.of("counts", of(limits("2/s"), NONE));
        CallLimits one = instance(Duration.ZERO);
        Asking busy = asking(1, 7L, limits);
        Asking other = asking(1, 8L, limits);
        until(() -> !one.ask(busy, MOST).isNow());

        one.ask(other, MOST);
        List<String> meanwhile = askFor(Duration.ofSeconds(3), one, busy);
        Turn turn = one.ask(other, MOST);

        assertThat(meanwhile).as("its own turn and no other").containsOnlyOnce("");
        assertThat(turn.isNow()).isTrue();
    }

    @Test
    void letsTheUrgentGoFirstAndKeepsAFifthForThem() {
        Map<String, Limits> limits = Map.of("counts", of(limits("40/h sustained 20"), NONE));
        CallLimits one = instance(Duration.ZERO);

        List<String> bulk = ask(one, asking(1, 7L, Urgency.BULK, limits), 20);
        List<String> usual = ask(one, asking(1, 8L, Urgency.USUAL, limits), 20);
        List<String> urgent = ask(one, asking(1, 9L, Urgency.URGENT, limits), 20);

        assertThat(bulk).filteredOn(String::isEmpty).hasSize(16);
        assertThat(usual).filteredOn(String::isEmpty).hasSize(2);
        assertThat(urgent).filteredOn(String::isEmpty).hasSize(2);
    }

    @Test
    void hasAnUrgentCallOvertakeAllThatWait() {
        Map<String, Limits> limits = Map.of("counts", of(limits("2/s"), NONE));
        CallLimits one = instance(Duration.ZERO);
        ask(one, asking(1, 7L, limits), 1);
        Asking bulk = asking(1, 8L, Urgency.BULK, limits);
        Asking usual = asking(1, 9L, limits);
        Asking urgent = asking(1, 10L, Urgency.URGENT, limits);
        ask(one, bulk, 1);
        ask(one, usual, 1);

        ask(one, urgent, 1);
        List<String> meanwhile = askFor(Duration.ofMillis(1500), one, usual);
        Turn first = one.ask(urgent, MOST);
        List<String> afterwards = askFor(Duration.ofMillis(1500), one, bulk);
        Turn second = one.ask(usual, MOST);

        assertThat(meanwhile).containsOnly("counts");
        assertThat(first.isNow()).isTrue();
        assertThat(afterwards).containsOnly("counts");
        assertThat(second.isNow()).isTrue();
        until(() -> one.ask(bulk, MOST).isNow());
    }

    @Test
    void leavesAChannelAloneForAsLongAsItSaysWhoeverCallsUnderTheSameLimit() {
        Map<String, Limits> counts = Map.of("counts", of(limits("100/s"), NONE));
        Map<String, Limits> prices = Map.of("prices", of(limits("100/s"), NONE));
        CallLimits one = instance(Duration.ZERO);
        CallLimits other = instance(Duration.ZERO);

        one.stop(asking(1, 7L, counts), "counts", Duration.ofSeconds(30));

        assertThat(other.ask(asking(1, 8L, Urgency.URGENT, counts), MOST).after())
                .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(30));
        assertThat(other.ask(asking(1, 8L, prices), MOST).isNow()).isTrue();
        assertThat(other.ask(asking(2, 9L, counts), MOST).isNow()).isTrue();
        assertThat(other.standing(asking(1, 8L, counts)))
                .singleElement()
                .satisfies(it -> assertThat(it.stopped()).isPositive())
                .satisfies(it -> assertThat(it.waiting()).isEqualTo(1));
    }

    @Test
    void hasOneCallUnderWayForAHotelOverAllInstancesAndEndpoints() {
        Limits alone =
                new Limits(
                        Set.of("counts", "bookings"),
                        NONE,
                        NONE,
                        new RequestRule.InFlight(1, null),
                        null);
        Map<String, Limits> limits = Map.of("all", alone);
        CallLimits one = instance(Duration.ZERO);
        CallLimits other = instance(Duration.ofSeconds(20));

        Turn first = one.ask(asking(1, 7L, limits), MOST);
        Turn elsewhere = one.ask(asking(1, 8L, limits), MOST);
        Turn second = one.ask(asking(1, 7L, limits), MOST);
        CompletableFuture<Turn> third =
                CompletableFuture.supplyAsync(() -> other.ask(asking(1, 7L, limits), MOST));
        boolean early = third.isDone();
        first.close();

        assertThat(first.isNow()).isTrue();
        assertThat(elsewhere.isNow()).isTrue();
        assertThat(second.isNow()).isFalse();
        assertThat(early).isFalse();
        assertThat(third.join().isNow()).isTrue();
    }

    @Test
    void freesThePlaceOfACallWhoseInstanceDied() {
        Limits alone = new Limits(null, NONE, NONE, new RequestRule.InFlight(1, null), null);
        Map<String, Limits> limits = Map.of("counts", alone);
        CallLimits one = instance(Duration.ofSeconds(20));

        Turn lost = one.ask(asking(1, 7L, limits), Duration.ofMillis(300));
        Turn next = one.ask(asking(1, 7L, limits), MOST);
        lost.close();

        assertThat(next.isNow()).isTrue();
        assertThat(instance(Duration.ZERO).ask(asking(1, 7L, limits), MOST).isNow()).isFalse();
    }

    @Test
    void givesTheFirstCallsUnderALimitTheirTurnsHoweverManyComeAtOnce() {
        CallLimits one = instance(Duration.ZERO);
        Map<String, Limits> limits = Map.of("counts", of(limits("200/h"), limits("100/h")));

        for (int key = 1; key <= 20; key++) {
            assertThat(atOnce(16, one, asking(key, (long) key, limits))).containsOnly("");
        }
        owner().sql("truncate call_limits").update();

        for (int key = 1; key <= 20; key++) {
            assertThat(atOnce(16, one, asking(key, (long) key, limits))).containsOnly("");
        }
    }

    @Test
    void leavesNoPlaceTakenWhereTheDatabaseFailsBeforeTheCall() {
        RequestRule.InFlight alone = new RequestRule.InFlight(1, null);
        Limits both = new Limits(null, limits("100/h"), NONE, alone, null);
        Asking call = asking(1, 7L, Map.of("counts", both));
        CallLimits one = instance(Duration.ZERO);

        owner().sql("alter table call_limits rename to gone").update();
        assertThatThrownBy(() -> one.ask(call, MOST)).isInstanceOf(RuntimeException.class);
        owner().sql("alter table gone rename to call_limits").update();

        assertThat(one.ask(call, MOST).isNow()).isTrue();
    }

    @Test
    void leavesAPlaceToTheMoreUrgentThatWaitForIt() {
        Map<String, Limits> alone = Map.of("all", aloneInItsHotel());
        CallLimits one = instance(Duration.ZERO);
        Turn bulk = one.ask(asking(1, 7L, Urgency.BULK, alone), MOST);
        Turn early = one.ask(asking(1, 7L, Urgency.URGENT, alone), MOST);

        bulk.close();
        Turn again = one.ask(asking(1, 7L, Urgency.BULK, alone), MOST);
        Turn usual = one.ask(asking(1, 7L, alone), MOST);
        Turn urgent = one.ask(asking(1, 7L, Urgency.URGENT, alone), MOST);
        urgent.close();

        assertThat(early.isNow()).isFalse();
        assertThat(again.limit()).isEqualTo("in-flight");
        assertThat(usual.limit()).isEqualTo("in-flight");
        assertThat(urgent.isNow()).isTrue();
        assertThat(one.ask(asking(1, 7L, alone), MOST).isNow()).isTrue();
    }

    @Test
    void letsAnUrgentCallInWhileABulkOneTakesThePlaceAgainAndAgain() {
        Map<String, Limits> alone = Map.of("all", aloneInItsHotel());
        CallLimits one = instance(Duration.ofSeconds(1));
        List<Long> made = Collections.synchronizedList(new ArrayList<>());
        ExecutorService thread = Executors.newSingleThreadExecutor();
        thread.submit(
                () -> {
                    while (!Thread.interrupted()) {
                        try (Turn turn = one.ask(asking(1, 7L, Urgency.BULK, alone), MOST)) {
                            made.add(System.nanoTime());
                            LockSupport.parkNanos(turn.isNow() ? 150_000_000 : 0);
                        }
                    }
                });
        until(() -> made.size() >= 2);

        Turn urgent =
                instance(Duration.ofSeconds(1)).ask(asking(1, 7L, Urgency.URGENT, alone), MOST);
        thread.shutdownNow();

        assertThat(urgent.isNow()).isTrue();
    }

    private JdbcClient owner() {
        return JdbcClient.create(database.owner());
    }

    private static Limits aloneInItsHotel() {
        return new Limits(null, NONE, NONE, new RequestRule.InFlight(1, null), null);
    }

    /** What the calls are told that are asked for by so many threads at once. */
    private static List<String> atOnce(int threads, CallLimits limits, Asking asking) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier start = new CyclicBarrier(threads);
        try {
            return IntStream.range(0, threads)
                    .mapToObj(
                            it ->
                                    CompletableFuture.supplyAsync(
                                            () -> {
                                                await(start);
                                                return limits.ask(asking, MOST).limit();
                                            },
                                            pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private CallLimits instance(Duration patience) {
        JdbcClient jdbc = JdbcClient.create(database.engine());
        return new CallLimits(
                new Buckets(database.engine()),
                new Waiting(jdbc),
                new Flights(jdbc),
                new LimitMeters(meters),
                patience,
                Duration.ofSeconds(20));
    }

    private static List<String> ask(CallLimits limits, Asking asking, int times) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            said.add(limits.ask(asking, MOST).limit());
        }
        return said;
    }

    private static List<String> askFor(Duration time, CallLimits limits, Asking asking) {
        List<String> said = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            said.add(limits.ask(asking, MOST).limit());
        }
        return said;
    }

    private static void until(BooleanSupplier done) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(5))
                .until(done::getAsBoolean);
    }

    private static Limits of(List<Limit> account, List<Limit> hotel) {
        return new Limits(null, account, hotel, null, null);
    }

    private static List<Limit> limits(String... limits) {
        return Arrays.stream(limits).map(Limit::parse).toList();
    }

    private static Asking asking(long account, @Nullable Long hotel, Map<String, Limits> limits) {
        return asking(account, hotel, Urgency.USUAL, limits);
    }

    private static Asking asking(
            long account, @Nullable Long hotel, Urgency urgency, Map<String, Limits> limits) {
        return new Asking("inn", account, hotel, urgency, limits);
    }
}
