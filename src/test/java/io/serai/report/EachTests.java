package io.serai.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The steps of a period, and those of the year before. */
class EachTests {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 7, 15);

    @Test
    void cutsWeeksAtMondaysAndAtTheEndsOfThePeriod() {
        var period = new Period(WEDNESDAY, LocalDate.of(2026, 7, 29));

        assertThat(Each.WEEK.starts(period))
                .containsExactly(WEDNESDAY, LocalDate.of(2026, 7, 20), LocalDate.of(2026, 7, 27));
        assertThat(Each.WEEK.end(LocalDate.of(2026, 7, 27), period)).isEqualTo("2026-07-29");
        assertThat(Each.WHOLE.starts(period)).containsExactly(WEDNESDAY);
    }

    @Test
    void comparesAFebruaryWithAWholeFebruary() {
        var february = new Period(LocalDate.of(2025, 2, 1), LocalDate.of(2025, 3, 1));

        assertThat(Each.MONTH.yearBefore(february))
                .isEqualTo(new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 1)));
        assertThat(Each.DAY.yearAfter(LocalDate.of(2024, 2, 29), february)).isEqualTo("2025-02-28");
    }

    @Test
    void comparesThe28thOfFebruaryOfALeapYearWithThe28th() {
        var day = new Period(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 2, 29));
        var days = new Period(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 29));
        var leapDay = new Period(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 1));

        assertThat(Each.DAY.yearBefore(day))
                .isEqualTo(new Period(LocalDate.of(2023, 2, 28), LocalDate.of(2023, 3, 1)));
        assertThat(Each.MONTH.yearBefore(days))
                .isEqualTo(new Period(LocalDate.of(2023, 2, 1), LocalDate.of(2023, 3, 1)));
        assertThat(Each.DAY.yearBefore(leapDay))
                .isEqualTo(new Period(LocalDate.of(2023, 2, 28), LocalDate.of(2023, 3, 1)));
    }

    @Property
    void putsEachStepOfTheYearBeforeToAStepOfThePeriod(
            @ForAll @IntRange(min = 0, max = 3000) int first,
            @ForAll @IntRange(min = 1, max = 400) int days,
            @ForAll Each each) {
        var from = LocalDate.of(2020, 1, 1).plusDays(first);
        var period = new Period(from, from.plusDays(days));

        var steps = each.starts(period).toList();
        var before = each.yearBefore(period);

        assertThat(each.starts(before).map(start -> each.yearAfter(start, period)))
                .allMatch(steps::contains);
    }
}
