package io.serai.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Has guests, an operator and a hotel's system work with two Serai and both channels while
 * everything around them breaks, and judges in the end by what guests were promised, what people
 * set, and what the channels hold.
 */
public final class FaultSuite {

    private static final Duration TO_SYNC = Duration.ofMinutes(5);
    private static final Duration TO_END = Duration.ofMinutes(10);
    private static final int INSTANCES = 2;
    private static final int BOOKINGS_A_MINUTE = 90;

    /** Calls enough for faults to strike, and a channel that seemed gone is asked again soon. */
    private static final Map<String, String> OFTEN =
            Map.of("serai.polls.tick", "250", "serai.delivery.probe", "5s");

    private final FaultSettings settings;
    private final PrintStream out;

    FaultSuite(FaultSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    /** Ends with 1 when anything is wrong. */
    public static void main(String[] args) throws IOException {
        LoggingSystem.get(FaultSuite.class.getClassLoader())
                .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        System.exit(new FaultSuite(FaultSettings.given(), System.out).run().isEmpty() ? 0 : 1);
    }

    /** The checks that failed. */
    Map<String, List<String>> run() throws IOException {
        var today = LocalDate.now(ZoneId.of("Europe/Lisbon"));
        var asked = settings.guests(BOOKINGS_A_MINUTE);
        var guestbook = Guestbook.open(asked, today);
        var hotel = Hotel.of(guestbook.lives(), today, asked.rooms());
        var acts = Agenda.of(guestbook.lives(), settings.seed());
        var chronicle = new Chronicle();
        var report = new FaultReport(out, settings, chronicle);
        try (var stage = Stage.sharing(settings.work(), INSTANCES, OFTEN)) {
            report.begin(stage, guestbook, acts.size());
            var opening = new Opening(hotel, stage.database());
            opening.inSerai();
            stage.sellers().forEach(seller -> seller.open(hotel));
            opening.connected(stage.sellers());
            UnderWay.awaitNothing(stage, TO_SYNC);
            stage.logsOnSmallDisk();

            var durability = Durability.watch(stage);
            var play = new Play(Division.of(guestbook, stage.sellers()), hotel, stage.sellers());
            var intentions = new Intentions(hotel);
            trouble(stage, hotel, play, acts, intentions, chronicle);
            var restless = restless(stage);
            report.quiet(play);
            Strikes.all(stage).forEach(chronicle::struck);
            report.struck();

            var differences = new TreeMap<String, List<String>>();
            differences.put("all comes to rest", restless);
            differences.putAll(new Reckoning(hotel, play, stage).differences());
            var oversells =
                    new Oversells(
                                    hotel,
                                    play,
                                    new Told(stage.database().jdbc()),
                                    new Heard(stage.database().jdbc(), stage.sellers()))
                            .all();
            report.oversells(oversells);
            differences.put("every oversell is explained", Oversells.unexplained(oversells));
            differences.put(
                    "nothing is acknowledged before it is committed", durability.violations());
            differences.put(
                    "prices and restrictions at the channels = as they were set last",
                    new EditsReckoning(hotel, stage).violations(intentions));
            differences.put("no answer that no fault explains", chronicle.odd());
            report.compared(durability.compared(), intentions.all().size());
            var failed = report.checks(differences, new Story(stage, play, chronicle));
            if (failed.isEmpty()) {
                stage.clear();
            }
            return failed;
        }
    }

    private void trouble(
            Stage stage,
            Hotel hotel,
            Play play,
            List<Act> acts,
            Intentions intentions,
            Chronicle chronicle) {
        var editors = new Editors(hotel, intentions, chronicle, new HotelFaces(stage));
        var pace = new Pace(acts.size(), settings.most());
        var end = Instant.now().plus(settings.most());
        chronicle.begin();
        Faults.goOn(stage.sellers());
        editors.begin(settings.seed());
        var guests = CompletableFuture.runAsync(() -> play.run(acts, pace::reached));
        var random = new Random(settings.seed());
        new Saboteur(stage, chronicle, random.nextLong())
                .work(Mischief.shuffled(settings, random), settings.most());
        Patience.until(
                Duration.between(Instant.now(), end.plusSeconds(60)),
                "enough has struck, or time is over",
                () -> Instant.now().isAfter(end) || enough(stage, chronicle),
                () -> "see " + stage.folder());
        pace.hurry();
        guests.join();
        editors.end();
        Faults.end(stage.sellers());
    }

    /** What does not end though nothing goes wrong any more. */
    private static List<String> restless(Stage stage) {
        try {
            UnderWay.awaitNothing(stage, TO_END);
            return List.of();
        } catch (IllegalStateException late) {
            return List.of(String.valueOf(late.getMessage()));
        }
    }

    private boolean enough(Stage stage, Chronicle chronicle) {
        int others = chronicle.struck().values().stream().mapToInt(Integer::intValue).sum();
        return others + Strikes.count(stage) >= settings.count();
    }
}
