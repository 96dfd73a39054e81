package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBarBuilder;

/**
 * Plays the bookings of a hotel's life against Serai, kills it meanwhile if asked to, and compares
 * in the end what guests were promised with what Serai holds and the channel shows.
 */
public final class Replay {

    private static final Duration TO_SYNC = Duration.ofMinutes(5);
    private static final Duration TO_END = Duration.ofMinutes(45);

    private final ReplaySettings settings;
    private final PrintStream out;

    Replay(ReplaySettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Ends with 1 when anything differs. */
    public static void main(String[] args) throws IOException {
        System.exit(new Replay(ReplaySettings.given(), System.out).run().isEmpty() ? 0 : 1);
    }

    /** The checks that found differences. */
    Map<String, List<String>> run() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var guestbook = Guestbook.open(settings, today);
        var hotel = Hotel.of(guestbook.lives(), today, settings.rooms());
        var acts = Agenda.of(guestbook.lives(), settings.seed());
        var report = new ReplayReport(out);
        report.input(guestbook, hotel, acts.size());
        try (var stage = Stage.open(settings.work())) {
            var opened = System.nanoTime();
            var opening = new Opening(hotel, stage.database());
            opening.inSerai();
            stage.sellers().forEach(seller -> seller.open(hotel));
            opening.connected(stage.sellers());
            UnderWay.awaitNothing(stage, TO_SYNC);
            var first = Calls.of(stage.sellers());
            report.firstSync(hotel, stage.sellers(), System.nanoTime() - opened);

            var division = Division.of(guestbook, stage.sellers());
            report.division(division, stage.sellers());
            var played = play(division, hotel, acts, stage, report);
            report.messages(played, Calls.of(stage.sellers()).since(first));
            var told = new Told(stage.database().jdbc());
            var oversells =
                    new Oversells(
                                    hotel,
                                    played,
                                    told,
                                    new Heard(stage.database().jdbc(), stage.sellers()))
                            .all();
            report.betweenChannels(told, oversells);
            var differences = new Reckoning(hotel, played, stage).differences();
            differences.put("every oversell is explained", Oversells.unexplained(oversells));
            var failed = report.checks(differences);
            if (failed.isEmpty()) {
                stage.clear();
            }
            return failed;
        }
    }

    private Play play(
            Division division, Hotel hotel, List<Act> acts, Stage stage, ReplayReport report) {
        var play = new Play(division, hotel, stage.sellers());
        var killer = new Killer(stage, settings.kills(), acts.size(), settings.seed());
        Faults.begin(stage.sellers(), settings.faults());
        var began = System.nanoTime();
        try (var bar =
                new ProgressBarBuilder()
                        .setTaskName("Guests")
                        .setInitialMax(acts.size())
                        .setUpdateIntervalMillis(500)
                        .build()) {
            play.run(
                    acts,
                    done -> {
                        bar.stepTo(done);
                        killer.reached(done);
                    });
        }
        var acted = System.nanoTime();
        var kills = killer.end();
        Faults.end(stage.sellers());
        UnderWay.awaitNothing(stage, TO_END);
        report.played(play, hotel, acts.size(), acted - began, System.nanoTime() - began);
        report.kills(kills, settings.faults());
        return play;
    }
}
