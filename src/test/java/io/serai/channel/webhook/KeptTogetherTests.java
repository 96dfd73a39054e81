package io.serai.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;

/** What waits to be kept while something else is written. */
class KeptTogetherTests {

    private final CountDownLatch firstMayBeWritten = new CountDownLatch(1);
    private final List<List<String>> written = Collections.synchronizedList(new ArrayList<>());

    @Test
    void writesAtOnceWhatCameWhileSomethingElseWasWritten() {
        var together = together(6, Duration.ofMinutes(1), names -> {});

        List<CompletableFuture<Boolean>> calls =
                atTheSameMoment(together, "first", "a", "b", "c", "d", "repeated");

        assertThat(calls.stream().map(CompletableFuture::join))
                .containsExactly(true, true, true, true, true, false);
        assertThat(written).hasSize(2);
        assertThat(written.get(1)).containsExactlyInAnyOrder("a", "b", "c", "d", "repeated");
    }

    @Test
    void keepsTheNeighboursOfACallThatFails() {
        var together =
                together(
                        6,
                        Duration.ofMinutes(1),
                        names -> {
                            if (names.contains("bad")) {
                                throw new DataIntegrityViolationException("bad");
                            }
                        });

        List<CompletableFuture<Boolean>> calls =
                atTheSameMoment(together, "first", "a", "bad", "b");

        assertThat(calls.get(1).join()).isTrue();
        assertThat(calls.get(3).join()).isTrue();
        assertThatThrownBy(calls.get(2)::join)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void asksADatabaseThatIsAwayOnceForAll() {
        var together =
                together(
                        6,
                        Duration.ofMinutes(1),
                        names -> {
                            throw new DataAccessResourceFailureException("away");
                        });

        List<CompletableFuture<Boolean>> calls = atTheSameMoment(together, "first", "a", "b", "c");

        assertThat(calls)
                .allSatisfy(
                        call ->
                                assertThatThrownBy(call::join)
                                        .hasCauseInstanceOf(
                                                DataAccessResourceFailureException.class));
        assertThat(written).hasSize(2);
    }

    @Test
    void leavesNobodyWaitingWhereTheOneWhoWritesDies() {
        var together =
                together(
                        6,
                        Duration.ofMinutes(1),
                        names -> {
                            if (names.contains("first")) {
                                throw new StackOverflowError();
                            }
                        });

        List<CompletableFuture<Boolean>> calls = atTheSameMoment(together, "first", "a", "b");

        assertThatThrownBy(calls.get(0)::join).hasRootCauseInstanceOf(StackOverflowError.class);
        assertThat(calls.get(1).join()).isTrue();
        assertThat(calls.get(2).join()).isTrue();
    }

    @Test
    void turnsAwayWhatIsMoreThanMayWait() {
        var together = together(3, Duration.ofMinutes(1), names -> {});
        begin(together, "first", "a", "b");

        assertThatThrownBy(() -> together.keep(call("more"))).isInstanceOf(TooManyWait.class);

        firstMayBeWritten.countDown();
        await().untilAsserted(() -> assertThat(together.keep(call("more"))).isTrue());
    }

    @Test
    void waitsNoLongerThanItMayAndGoesOnAfterwards() {
        var together = together(6, Duration.ofMillis(300), names -> {});
        CompletableFuture<Boolean> first = begin(together, "first").get(0);

        assertThatThrownBy(() -> together.keep(call("late")))
                .isInstanceOf(WaitingCall.GaveUp.class);

        firstMayBeWritten.countDown();
        assertThat(first.join()).isTrue();
        assertThat(together.keep(call("another"))).isTrue();
        assertThat(written).containsExactly(List.of("first"), List.of("another"));
    }

    /** The first is under write until the others wait. */
    private List<CompletableFuture<Boolean>> atTheSameMoment(
            KeptTogether together, String... names) {
        List<CompletableFuture<Boolean>> calls = begin(together, names);
        firstMayBeWritten.countDown();
        return calls;
    }

    private List<CompletableFuture<Boolean>> begin(KeptTogether together, String... names) {
        return Stream.of(names)
                .map(
                        name -> {
                            var kept = new CompletableFuture<Boolean>();
                            var caller =
                                    new Thread(
                                            () -> {
                                                try {
                                                    kept.complete(together.keep(call(name)));
                                                } catch (Throwable failure) {
                                                    kept.completeExceptionally(failure);
                                                }
                                            });
                            caller.start();
                            await().until(() -> caller.getState().name().endsWith("WAITING"));
                            return kept;
                        })
                .toList();
    }

    private interface Trouble {
        void in(List<String> names);
    }

    private KeptTogether together(int most, Duration patience, Trouble trouble) {
        return new KeptTogether(
                calls -> {
                    List<String> names = calls.stream().map(CallRow::name).toList();
                    written.add(names);
                    if (names.contains("first")) {
                        passed(firstMayBeWritten);
                    }
                    trouble.in(names);
                    return names.stream().map(name -> !name.equals("repeated")).toList();
                },
                most,
                patience);
    }

    private static void passed(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CallRow call(String name) {
        return new CallRow(
                "webhook-inn",
                name,
                null,
                "inn",
                "",
                null,
                null,
                null,
                new byte[0],
                null,
                "received",
                null,
                null);
    }
}
