package io.serai.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Kills Serai at random moments of a replay and starts it again at once. Each moment is drawn from
 * an equal part of the acts; if Serai is not up again by then, it is let come up first, so that
 * each kill hits one that works.
 */
final class Killer {

    /** How long one works at most before it is killed. */
    private static final int MOST_MILLIS = 15_000;

    /** Less where little is to be done, so that a kill does not come after the work. */
    private static final int MOST_MILLIS_AN_ACT = 3;

    private final Stage stage;
    private final Random random;
    private final int mostMillis;
    private final Deque<Integer> moments = new ArrayDeque<>();
    private final List<String> found = new ArrayList<>();
    private CompletableFuture<@Nullable Void> last = CompletableFuture.completedFuture(null);

    Killer(Stage stage, int kills, int acts, long seed) {
        this.stage = stage;
        this.random = new Random(seed);
        this.mostMillis = Math.min(MOST_MILLIS, Math.max(1, acts * MOST_MILLIS_AN_ACT));
        int part = acts / Math.max(1, kills);
        IntStream.range(0, kills).forEach(i -> moments.add(i * part + random.nextInt(part)));
    }

    /** To be told how many acts are done. */
    void reached(int acts) {
        while (!moments.isEmpty() && moments.getFirst() <= acts) {
            int moment = moments.removeFirst();
            int atWork = random.nextInt(mostMillis);
            last = last.thenRunAsync(() -> kill(moment, atWork));
        }
    }

    private void kill(int moment, int atWork) {
        stage.awaitReady();
        LockSupport.parkNanos(atWork * 1_000_000L);
        stage.killSerai();
        found.add("after act %,d: %s".formatted(moment, UnderWay.of(stage)));
        stage.startSerai();
    }

    /** Waits until all kills are done and Serai is up again. */
    List<String> end() {
        last.join();
        stage.awaitReady();
        return found;
    }
}
