package io.serai.bench;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what was measured beside what is to be reached. */
final class Table {

    private static final String FORM = "  %-44s %-14s %-14s %-8s %-8s %s%n";

    private final PrintStream out;

    Table(PrintStream out, String title) {
        this.out = out;
        out.println(title);
        out.printf(FORM, "", "bar", "figure", "ratio", "noise", "the naive way");
    }

    /**
     * A line whose figure is the middle of some repeats, and must not be above the bar.
     *
     * @param naive what one call a cell would take
     */
    void atMost(String what, double bar, String unit, List<Double> repeats, String naive) {
        line(what, "≤ ", bar, unit, repeats, naive);
    }

    /** The same where it must not be below. */
    void atLeast(String what, double bar, String unit, List<Double> repeats, String naive) {
        line(what, "≥ ", bar, unit, repeats, naive);
    }

    private void line(
            String what, String side, double bar, String unit, List<Double> repeats, String naive) {
        var spread = Spread.of(repeats);
        double figure = spread.percentile(50);
        out.printf(
                FORM,
                what,
                side + number(bar) + " " + unit,
                number(figure) + " " + unit,
                "%.2f".formatted(figure / bar),
                "%.0f %%".formatted(spread.noise() * 100),
                naive);
    }

    /** Something that is only told. */
    void note(String text) {
        out.println("  " + text);
    }

    private static String number(double value) {
        return value >= 1000
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value);
    }
}
