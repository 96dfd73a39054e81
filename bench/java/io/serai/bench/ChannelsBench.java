package io.serai.bench;

import io.serai.sandbox.guests.BookingLife;
import io.serai.sandbox.guests.InventedYear;
import io.serai.sandbox.guests.InventedYear.SoldRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A hotel that sells at two channels: from the commit of a booking at one to the other's acceptance
 * of the lower count. Guests book one after the other, by turns at either channel.
 */
final class ChannelsBench {

    private static final int GUESTS = 150;
    private static final int RUNS = 3;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration TO_END = Duration.ofMinutes(3);

    private final PrintStream out;

    ChannelsBench(PrintStream out) {
        this.out = out;
    }

    void run() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var rooms = List.of(new SoldRoom("A", 40, 3, 80, List.of("BB", "HB")));
        var lives = new InventedYear(1, today, rooms).lives(GUESTS * (RUNS + 1));
        var hotel = Hotel.of(lives, today, 100);
        try (var stage = Stage.open(Bench.WORK, Map.of(), List.of("-Xmx512m"))) {
            var opening = new Opening(hotel, stage.database());
            opening.inSerai();
            stage.sellers().forEach(seller -> seller.open(hotel));
            opening.connected(stage.sellers());
            quiet(stage);
            var guestbook = new Guestbook("invented", lives, Map.of(), Map.of());
            var play = new Play(Division.of(guestbook, stage.sellers()), hotel, stage.sellers());
            book(play, lives.subList(0, GUESTS), stage);
            var middles = new ArrayList<Double>();
            for (int run = 1; run <= RUNS; run++) {
                var since = Instant.now();
                book(play, lives.subList(run * GUESTS, (run + 1) * GUESTS), stage);
                var across = new Told(stage.database().jdbc()).acrossChannels(since);
                middles.add(Spread.of(across).percentile(50));
                out.printf(
                        "Channels       run %d: %d bookings, one each %d ms; from commit to the other's acceptance %s%n",
                        run, across.size(), BETWEEN.toMillis(), ReplayReport.times(across));
            }
            out.printf("               noise of p50 %.0f %%%n", Spread.of(middles).noise() * 100);
            stage.clear();
        }
    }

    private static void book(Play play, List<BookingLife> lives, Stage stage) {
        for (var life : lives) {
            play.act(new Act(0, Act.Kind.BOOK, life.ref(), Stay.of(life)));
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        quiet(stage);
    }

    private static void quiet(Stage stage) {
        Patience.until(
                TO_END,
                "all is taken and told",
                () -> UnderWay.of(stage).isNothing(),
                () -> UnderWay.of(stage).toString());
    }
}
