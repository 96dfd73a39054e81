package io.serai.bench;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in plain lines what a run of the fault suite did and found. */
final class FaultReport {

    private static final int STORIES = 3;

    private final PrintStream out;
    private final FaultSettings settings;
    private final Chronicle chronicle;

    FaultReport(PrintStream out, FaultSettings settings, Chronicle chronicle) {
        this.out = out;
        this.settings = settings;
        this.chronicle = chronicle;
    }

    private void line(String format, Object... values) {
        out.printf(format + "%n", values);
    }

    void begin(Stage stage, Guestbook guestbook, int acts) {
        line(
                "Faults         seed %d, %,d faults, at most %d minutes; two Serai over one PostgreSQL; %s",
                settings.seed(), settings.count(), settings.minutes(), stage.folder());
        line("Guests         %,d bookings, %,d acts", guestbook.lives().size(), acts);
    }

    void quiet(Play play) {
        line(
                "Trouble        %,d s, until nothing was under way any more",
                chronicle.since().toSeconds());
        line("Guests         did %s, were refused %s", play.done(), play.refused());
        line(
                "Edits          %,d, each told to be set: %s",
                chronicle.edits().size(),
                chronicle.edits().stream()
                        .collect(Collectors.groupingBy(Chronicle.Edit::by, Collectors.counting())));
    }

    /** What struck, by kind. */
    void struck() {
        var struck = chronicle.struck();
        var tried = chronicle.tried();
        line("Faults         %,d", struck.values().stream().mapToInt(Integer::intValue).sum());
        struck.forEach(
                (kind, times) ->
                        line(
                                "               %,6d × %s%s",
                                times,
                                kind,
                                times < tried.get(kind) ? " (of " + tried.get(kind) + ")" : ""));
    }

    void oversells(List<Oversells.Oversell> oversells) {
        line("Oversold       %,d nights of bookings", oversells.size());
        oversells.stream()
                .collect(Collectors.groupingBy(Oversells.Oversell::cause, Collectors.counting()))
                .forEach((cause, times) -> line("               %,d × %s", times, cause));
    }

    void compared(int reservations, int cells) {
        line(
                "Compared       %,d reservations with their acknowledgements, %,d nights of products at each channel",
                reservations, cells);
    }

    /** The failed ones. */
    Map<String, List<String>> checks(Map<String, List<String>> all, Story story) {
        var failed = new LinkedHashMap<String, List<String>>();
        all.forEach(
                (check, differences) -> {
                    line("%-14s %s", differences.isEmpty() ? "right" : "WRONG", check);
                    if (!differences.isEmpty()) {
                        line("      %s", Reckoning.first(differences));
                        failed.put(check, differences);
                    }
                });
        failed.forEach(
                (check, differences) ->
                        differences.stream()
                                .limit(STORIES)
                                .forEach(difference -> tell(check, difference, story)));
        if (!failed.isEmpty()) {
            line("Again with     -Dfaults.seed=%d", settings.seed());
        }
        return failed;
    }

    private void tell(String check, String difference, Story story) {
        line("");
        line("The story of   %s (%s)", difference, check);
        story.of(difference).forEach(event -> line("   %s", event));
    }
}
