package io.serai.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Measures what design says is to be reached, side by side in one run. */
public final class Bench {

    static final Path WORK = Path.of("target/bench");

    private Bench() {}

    /** Runs what the system property {@code bench} names: one of the measurements, or all. */
    public static void main(String[] args) throws IOException {
        var wanted = System.getProperty("bench", "all");
        System.out.printf(
                "Machine        %d processors%n", Runtime.getRuntime().availableProcessors());
        System.out.printf("               %s%n", Fsync.measured());
        for (var measurement :
                List.of(
                        "latency",
                        "channels",
                        "messages",
                        "full-sync",
                        "record",
                        "webhooks",
                        "told",
                        "backlog",
                        "reports",
                        "pages")) {
            if (wanted.isBlank() || wanted.equals("all") || wanted.equals(measurement)) {
                run(measurement);
            }
        }
        System.exit(0);
    }

    private static void run(String measurement) throws IOException {
        switch (measurement) {
            case "latency" -> new LatencyBench(System.out).run();
            case "channels" -> new ChannelsBench(System.out).run();
            case "messages" -> new MessagesBench(System.out).run();
            case "full-sync" -> new FullSyncBench(System.out).run();
            case "record" -> new RecordBench(System.out).run();
            case "webhooks" -> new WebhooksBench(System.out).run();
            case "reports" -> new ReportsBench(System.out).run();
            case "pages" -> new PagesBench(System.out).run();
            case "backlog" -> new BacklogBench(System.out).run();
            default -> new ToldBench(System.out).run();
        }
    }
}
