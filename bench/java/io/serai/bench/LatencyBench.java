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
            var worst = new ArrayList<String>();
            var before = Load.of(stage.bookingcom());
            int told = 0;
            for (int run = 0; run < RUNS; run++) {
                var began = stage.cpu();
                var spread = Spread.of(changes.make(PER_SECOND, MEASURED));
                var spent = stage.cpu().since(began);
                told += spread.values().length;
                middles.add(spread.percentile(50));
                slowest.add(spread.percentile(99));
                worst.add(
                        "worst %.0f ms; %s"
                                .formatted(
                                        spread.percentile(100),
                                        spent.each(spread.values().length)));
            }
            var table =
                    new Table(
                            out,
                            "Latency        change committed → first byte at the stand-in, %d a second over %d hotels"
                                    .formatted(PER_SECOND, HOTELS));
            var sent = Load.of(stage.bookingcom()).since(before).messages();
            table.atMost("p50", 100, "ms", middles, "%,d calls (sent: %,d)".formatted(told, sent));
            table.atMost("p99", 1000, "ms", slowest, "");
            worst.forEach(table::note);
            table.note("each change is durable: " + Fsync.measured());
            stage.clear();
        }
    }
}
