package io.serai.bench;

import io.serai.sandbox.guests.InventedYear;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many messages the changes of one transaction take at either channel, against the fewest that
 * its rules allow: for each request the months that it must tell apart, its values, or its bytes.
 */
final class MessagesBench {

    private static final Duration TO_TELL = Duration.ofMinutes(2);
    private static final int TRANSACTIONS = 20;
    private static final int RUNS = 3;
    private static final int GUESTS = 300;
    private static final double BAR = 1.1;

    private final PrintStream out;

    MessagesBench(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var rooms =
                List.of(
                        new SoldRoom("A", 6, 3, 80, List.of("BB", "HB", "FB")),
                        new SoldRoom("D", 3, 4, 105, List.of("BB", "HB")));
        var hotel = Hotel.of(new InventedYear(1, today, rooms).lives(GUESTS), today, 100);
        try (var stage = Stage.open(Bench.WORK, Map.of(), List.of("-Xmx512m"))) {
            var opening = new Opening(hotel, stage.database());
            opening.inSerai();
            stage.sellers().forEach(seller -> seller.open(hotel));
            opening.connected(stage.sellers());
            quiet(stage);
            measure(stage, hotel);
            stage.clear();
        }
    }

    private void measure(Stage stage, Hotel hotel) {
        Map<Seller, List<Double>> ratios = new LinkedHashMap<>();
        Map<Seller, Load> told = new LinkedHashMap<>();
        for (int run = 1; run <= RUNS; run++) {
            var edits = new Edits(stage.database(), hotel, run);
            Map<Seller, Long> fewest = new LinkedHashMap<>();
            Map<Seller, Load> ofRun = new LinkedHashMap<>();
            for (int n = 0; n < TRANSACTIONS; n++) {
                commit(stage, edits, fewest, ofRun);
            }
            ofRun.forEach(
                    (seller, load) -> {
                        ratios.computeIfAbsent(seller, it -> new ArrayList<>())
                                .add((double) load.messages() / fewest.get(seller));
                        told.merge(seller, load, Load::plus);
                    });
        }
        var table =
                new Table(
                        out,
                        "Messages       %d × %d transactions of 1 to 12, now and then to 80 edits of 1 to 90 nights, against the fewest possible"
                                .formatted(RUNS, TRANSACTIONS));
        told.forEach(
                (seller, load) -> {
                    table.atMost(
                            seller.name(),
                            BAR,
                            "×",
                            ratios.get(seller),
                            "%,d calls".formatted(load.cells()));
                    table.note(
                            "  %,d messages with %,d values, %,d bytes"
                                    .formatted(load.messages(), load.values(), load.bytes()));
                });
    }

    private static void commit(
            Stage stage, Edits edits, Map<Seller, Long> fewest, Map<Seller, Load> told) {
        Map<Seller, Load> before = new LinkedHashMap<>();
        stage.sellers().forEach(seller -> before.put(seller, Load.of(seller)));
        var changed = edits.commitSome();
        quiet(stage);
        for (var seller : stage.sellers()) {
            var load = Load.of(seller).since(before.get(seller));
            told.merge(seller, load, Load::plus);
            fewest.merge(seller, seller.fewest(changed, load), Long::sum);
        }
    }

    private static void quiet(Stage stage) {
        var looks = new int[1];
        Patience.until(
                TO_TELL,
                "all is told",
                () -> {
                    looks[0] = UnderWay.of(stage).isNothing() ? looks[0] + 1 : 0;
                    return looks[0] > 3;
                },
                () -> UnderWay.of(stage).toString());
    }
}
