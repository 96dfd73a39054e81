package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How fast changes are found in a record, and folded, whether it is of 50 hotels or of 500, each
 * with 40 products for each of 10 room types: one in a hundred cells changed, in ranges of 7 to 60
 * nights. {@code -Dbench.hotels} and {@code -Dbench.plans} scale it.
 */
final class RecordBench {

    private static final int LARGER = 500;
    private static final int TIMES = 10;
    private static final int ROOM_TYPES = 10;
    private static final int NIGHTS = 365;

    /** Comparisons until the virtual machine has compiled what it will compile. */
    private static final int WARM = 400;

    private static final int RUNS = 3;
    private static final double BAR = 100_000;
    private static final double APART = 1.2;

    /** Of a price night, set and held, with index; to know beforehand whether the disk will do. */
    private static final long BYTES_A_CELL = 300;

    private final PrintStream out;

    RecordBench(PrintStream out) {
        this.out = out;
    }

    /** In a process of its own. */
    void run() throws IOException {
        BenchProcess.run(
                List.of(
                        "-Xmx1g",
                        "-Dbench.plans=" + System.getProperty("bench.plans", "40"),
                        "-Dbench.hotels=" + System.getProperty("bench.hotels", "" + LARGER)),
                RecordBench.class);
    }

    public static void main(String[] args) throws IOException {
        try (var serai =
                new SeraiHere(Path.of("target/bench/record-" + ProcessHandle.current().pid()))) {
            new RecordBench(System.out).measure(serai);
        }
        System.exit(0);
    }

    private void measure(SeraiHere serai) throws IOException {
        int larger = Integer.getInteger("bench.hotels", LARGER);
        int plans = plans(larger);
        var record = new HotelRecord(serai.database(), ROOM_TYPES, plans, NIGHTS);
        var table =
                new Table(
                        out,
                        "Record         hotels × %d room types × %d products × %d nights, 1 %% changed in ranges of 7 to 60 nights"
                                .formatted(ROOM_TYPES, plans, NIGHTS));
        if (plans != 40 || larger != LARGER) {
            table.note(
                    "size: %d products a room type (to be: 40), %d hotels (to be: %d); %s"
                            .formatted(plans, larger, LARGER, free()));
        }
        double small = of(Math.max(1, larger / TIMES), record, serai, table);
        double large = of(larger, record, serai, table);
        table.atMost(
                "the smaller record's rate against the larger's",
                APART,
                "×",
                List.of(small / large),
                "");
    }

    private double of(int hotels, HotelRecord record, SeraiHere serai, Table table) {
        record.grow(hotels);
        var unsent = serai.unsent();
        var rates = new ArrayList<Double>();
        long cells = 0;
        long ranges = 0;
        long told = 0;
        double seconds = 0;
        int warm = Math.max(1, WARM / hotels);
        for (int run = 0; run < warm + RUNS; run++) {
            record.change(run);
            cells = 0;
            ranges = 0;
            var began = System.nanoTime();
            double before = processorTime();
            for (int connection : record.connections()) {
                var found = unsent.find(connection);
                cells += found.cells();
                ranges += found.ranges();
            }
            if (run >= warm) {
                rates.add(cells * 1e9 / (System.nanoTime() - began));
                seconds += processorTime() - before;
                told += cells;
            }
        }
        table.atLeast(
                hotels + " hotels, changed cells found and folded",
                BAR,
                "/s",
                rates,
                "%,d calls".formatted(cells));
        table.note(
                "  %,d changed cells in %,d ranges; %,.0f a second of Serai's own processor time; %s"
                        .formatted(cells, ranges, told / seconds, record.sizes()));
        return Spread.of(rates).percentile(50);
    }

    private static double processorTime() {
        return Cpu.spent(() -> Stream.of(ProcessHandle.current())) / 1000;
    }

    /** As many as asked for, or as the disk has place for. */
    private static int plans(int hotels) throws IOException {
        int wanted = Integer.getInteger("bench.plans", 40);
        long each = (long) hotels * ROOM_TYPES * NIGHTS * BYTES_A_CELL;
        long free = Files.getFileStore(Path.of("target")).getUsableSpace();
        return (int) Math.max(1, Math.min(wanted, free / 2 / each));
    }

    private static String free() throws IOException {
        return "%,d GB of the disk are free"
                .formatted(Files.getFileStore(Path.of("target")).getUsableSpace() >> 30);
    }
}
