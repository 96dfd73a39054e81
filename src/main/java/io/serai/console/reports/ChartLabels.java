package io.serai.console.reports;

import io.serai.report.Each;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Steps of a report, written as short as a chart needs. */
final class ChartLabels {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);
    private static final DateTimeFormatter WEEK =
            DateTimeFormatter.ofPattern("'from' d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    private ChartLabels() {}

    static String of(Object step, Each each) {
        if (!(step instanceof LocalDate day)) {
            return step.toString();
        }
        return switch (each) {
            case DAY -> DAY.format(day);
            case WEEK -> WEEK.format(day);
            case MONTH -> MONTH.format(day);
            case YEAR -> Integer.toString(day.getYear());
            case WHOLE -> "";
        };
    }
}
