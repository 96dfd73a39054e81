package io.serai.bench;

import io.serai.sandbox.guests.InventedYear;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How many messages the changes of one transaction take, against the fewest that the channel's
 * rules allow: one hotel and one month a message, for each of its requests.
 */
final class MessagesBench {

    private static final Duration TO_TELL = Duration.ofMinutes(2);
    private static final int TRANSACTIONS = 20;
    private static final int RUNS = 3;
    private static final int GUESTS = 300;

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
            stage.bookingcom().open(hotel);
            opening.connected(List.of(stage.bookingcom()));
            quiet(stage);
            var ratios = new ArrayList<Double>();
            for (int run = 1; run <= RUNS; run++) {
                ratios.add(ratio(stage, new Edits(stage.database(), hotel, run), run));
            }
            out.printf(
                    "               %.2f × the fewest (bar: 1.1); noise %.0f %%%n",
                    Spread.of(ratios).percentile(50), Spread.of(ratios).noise() * 100);
            stage.clear();
        }
    }

    private double ratio(Stage stage, Edits edits, int run) {
        long sent = 0;
        long fewest = 0;
        for (int n = 0; n < TRANSACTIONS; n++) {
            var before = Calls.of(List.of(stage.bookingcom()));
            fewest += edits.commitSome();
            quiet(stage);
            sent += Calls.of(List.of(stage.bookingcom())).since(before).messages();
        }
        out.printf(
                "Messages       run %d: %d transactions of 1 to 12 edits, %d messages, fewest possible %d%n",
                run, TRANSACTIONS, sent, fewest);
        return (double) sent / fewest;
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
