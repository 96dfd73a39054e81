package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * From a change's commit, by plain SQL, to the moment the channel's stand-in, a process of its own,
 * is told of it: 100 changes a second over 100 hotels, warmed.
 */
final class LatencyBench {

    private static final int HOTELS = 100;
    private static final int NIGHTS = 60;
    private static final int PER_SECOND = 100;
    private static final Duration WARM = seconds("bench.warm", 60);
    private static final Duration MEASURED = seconds("bench.measured", 20);
    private static final int RUNS = 3;

    private final PrintStream out;

    LatencyBench(PrintStream out) {
        this.out = out;
    }

    private static Duration seconds(String property, int otherwise) {
        return Duration.ofSeconds(Integer.getInteger(property, otherwise));
    }

    void run() throws IOException {
        var jvm = List.of("-Xmx512m");
        var settings = Map.of("serai.polls.every", "20s");
        try (var stage = Stage.open(Bench.WORK, settings, jvm)) {
            new Houses(stage, HOTELS, NIGHTS).open();
            var changes = new Changes(stage, HOTELS);
            changes.make(PER_SECOND, WARM);
            var middles = new ArrayList<Double>();
            var slowest = new ArrayList<Double>();
            for (int run = 0; run < RUNS; run++) {
                var before = stage.cpu();
                var spread = Spread.of(changes.make(PER_SECOND, MEASURED));
                var spent = stage.cpu().since(before);
                middles.add(spread.percentile(50));
                slowest.add(spread.percentile(99));
                out.printf(
                        "Latency        run %d: %,d changes, p50 %.0f ms, p90 %.0f ms, p99 %.0f ms, worst %.0f ms%n",
                        run + 1,
                        spread.values().length,
                        spread.percentile(50),
                        spread.percentile(90),
                        spread.percentile(99),
                        spread.percentile(100));
                out.printf("               %s%n", spent.each(spread.values().length));
            }
            out.printf(
                    "               p50 %.2f × the bar of 100 ms, p99 %.2f × the bar of 1 s; noise of p50 %.0f %%%n",
                    Spread.of(middles).percentile(50) / 100,
                    Spread.of(slowest).percentile(50) / 1000,
                    Spread.of(middles).noise() * 100);
            stage.clear();
        }
    }
}
