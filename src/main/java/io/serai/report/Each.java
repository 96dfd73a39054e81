package io.serai.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The steps of a report. Weeks begin on Monday; a step that is cut by the period counts its part.
 */
public enum Each {
    DAY("day"),
    WEEK("date_trunc('week', day::timestamp)::date"),
    MONTH("date_trunc('month', day::timestamp)::date"),
    YEAR("date_trunc('year', day::timestamp)::date"),
    /** One step: the whole period. */
    WHOLE("cast(:from as date)");

    private final String sql;

    Each(String sql) {
        this.sql = sql;
    }

    /** Its name in questions and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first day of the step that the column {@code day} lies in, within the period. */
    String sql() {
        return "greatest(" + sql + ", cast(:from as date))";
    }

    /** The first days of all steps of a period. */
    Stream<LocalDate> starts(Period period) {
        return Stream.iterate(
                period.from(),
                start -> start.isBefore(period.until()),
                start -> end(start, period));
    }

    /** The day after the step that begins on a day. */
    LocalDate end(LocalDate start, Period period) {
        LocalDate next =
                switch (this) {
                    case DAY -> start.plusDays(1);
                    case WEEK -> start.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                    case MONTH -> start.with(TemporalAdjusters.firstDayOfNextMonth());
                    case YEAR -> start.with(TemporalAdjusters.firstDayOfNextYear());
                    case WHOLE -> period.until();
                };
        return next.isAfter(period.until()) ? period.until() : next;
    }

    /**
     * The period that is compared with: the same dates a year before; by weeks 52 weeks before, so
     * that weeks stay weeks.
     */
    Period yearBefore(Period period) {
        LocalDate last = yearBefore(period.until().minusDays(1));
        LocalDate until = yearBefore(period.until());
        return new Period(
                yearBefore(period.from()), until.isAfter(last) ? until : last.plusDays(1));
    }

    LocalDate yearBefore(LocalDate day) {
        return this == WEEK ? day.minusWeeks(52) : day.minusYears(1);
    }

    /** The step of a period that is compared with a step of the year before. */
    LocalDate yearAfter(LocalDate start, Period period) {
        if (start.equals(yearBefore(period.from()))) {
            return period.from();
        }
        return this == WEEK ? start.plusWeeks(52) : start.plusYears(1);
    }
}
