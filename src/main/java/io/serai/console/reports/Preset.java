package io.serai.console.reports;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * A period that is often asked about.
 *
 * @param name as {@code Last month}
 * @param to its last day
 */
record Preset(String name, LocalDate from, LocalDate to) {

    /** All, as of a day. */
    static List<Preset> of(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate year = today.withDayOfYear(1);
        return List.of(
                new Preset("Last 7 days", today.minusDays(6), today),
                new Preset("Last 30 days", today.minusDays(29), today),
                new Preset("Last 90 days", today.minusDays(89), today),
                new Preset("Month to date", month, today),
                new Preset("This month", month, end(month)),
                new Preset("Last month", month.minusMonths(1), month.minusDays(1)),
                new Preset("30 days back and ahead", today.minusDays(29), today.plusDays(29)),
                new Preset("Next 14 days", today, today.plusDays(13)),
                new Preset("Next 90 days", today, today.plusDays(89)),
                new Preset("This year", year, year.plusYears(1).minusDays(1)),
                new Preset("Last year", year.minusYears(1), year.minusDays(1)));
    }

    /** What a report is about when nobody says. */
    static Preset usual(String report, LocalDate today) {
        String name =
                switch (report) {
                    case "parity" -> "Next 14 days";
                    case "revenue", "performance" -> "30 days back and ahead";
                    default -> "Last 90 days";
                };
        return of(today).stream()
                .filter(preset -> preset.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate end(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }
}
