package io.serai.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last day on which a card can be charged, in the ways that channels write it. */
final class CardExpiry {

    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2}).*");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/](\\d{1,2})");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\d{1,2})[-/ ](\\d{4}|\\d{2})|(\\d{2})(\\d{4}|\\d{2})");

    private CardExpiry() {}

    /**
     * Reads {@code 1228}, {@code 12/28}, {@code 12/2028}, {@code 122028}, {@code 2028-12} (a month,
     * whose last day it is) or {@code 2028-12-05}; empty for what is none of them.
     */
    static Optional<LocalDate> of(String text) {
        try {
            Matcher day = DAY.matcher(text);
            if (day.matches()) {
                return Optional.of(LocalDate.of(number(day, 1), number(day, 2), number(day, 3)));
            }
            return month(text).map(YearMonth::atEndOfMonth);
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return Optional.of(YearMonth.of(number(yearFirst, 1), number(yearFirst, 2)));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (!monthFirst.matches()) {
            return Optional.empty();
        }
        int at = monthFirst.group(1) == null ? 3 : 1;
        int year = number(monthFirst, at + 1);
        return Optional.of(YearMonth.of(year < 100 ? 2000 + year : year, number(monthFirst, at)));
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
