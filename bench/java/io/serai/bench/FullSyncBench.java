package io.serai.bench;

import io.serai.delivery.LargeHotel;
import io.serai.delivery.Unsent;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A whole hotel for a channel that holds nothing of it, from the difference to the last byte of the
 * last message, each written by the channel's own mapping: 20 room types, 200 products, 500 nights
 * varied like a real hotel, in 512 MB.
 */
final class FullSyncBench {

    private static final int ROOM_TYPES = 20;
    private static final int RATE_PLANS = 10;
    private static final int NIGHTS = 500;
    private static final int WARM = 2;
    private static final int RUNS = 3;
    private static final double BAR = 5;
    private static final Map<String, String> CHANNELS =
            Map.of("booking.com", "98001", "expedia", "98002");

    private final PrintStream out;

    FullSyncBench(PrintStream out) {
        this.out = out;
    }

    /** In a process of its own. */
    void run() throws IOException {
        BenchProcess.run(List.of("-Xmx512m"), FullSyncBench.class);
    }

    public static void main(String[] args) {
        try (var serai =
                new SeraiHere(Path.of("target/bench/bytes-" + ProcessHandle.current().pid()))) {
            new FullSyncBench(System.out).measure(serai);
        }
        System.exit(0);
    }

    private void measure(SeraiHere serai) {
        var table =
                new Table(
                        out,
                        "Full sync      %d room types, %d products, %d nights, from difference to bytes, heap %d MB"
                                .formatted(
                                        ROOM_TYPES,
                                        ROOM_TYPES * RATE_PLANS,
                                        NIGHTS,
                                        Runtime.getRuntime().maxMemory() >> 20));
        CHANNELS.forEach(
                (channel, name) -> {
                    var hotel =
                            LargeHotel.open(
                                    serai.database().jdbc(),
                                    channel,
                                    name,
                                    ROOM_TYPES,
                                    RATE_PLANS,
                                    NIGHTS);
                    serai.database().jdbc().sql("analyze").update();
                    measure(channel, hotel, serai.unsent(), table);
                });
    }

    private static double processorTime() {
        return Cpu.spent(() -> Stream.of(ProcessHandle.current())) / 1000;
    }

    private static void measure(String channel, LargeHotel hotel, Unsent unsent, Table table) {
        var first = unsent.of(hotel.connection());
        for (int run = 1; run < WARM; run++) {
            unsent.of(hotel.connection());
        }
        var seconds = new ArrayList<Double>();
        Unsent.All all = first;
        double before = processorTime();
        for (int run = 0; run < RUNS; run++) {
            all = unsent.of(hotel.connection());
            seconds.add(all.written());
        }
        double spent = (processorTime() - before) / RUNS;
        long cells = all.messages().stream().mapToLong(Unsent.Message::cells).sum();
        table.atMost(channel, BAR, "s", seconds, "%,d calls".formatted(cells));
        table.note(
                "  %,d messages, %.1f MB, the largest %,d bytes; of the last run %.2f s compared, %.2f s folded; %.2f s of processor time each; cold %.2f s"
                        .formatted(
                                all.messages().size(),
                                all.bytes() / 1e6,
                                all.messages().stream()
                                        .mapToInt(Unsent.Message::bytes)
                                        .max()
                                        .orElse(0),
                                all.compared(),
                                all.folded() - all.compared(),
                                spent,
                                first.written()));
    }
}
