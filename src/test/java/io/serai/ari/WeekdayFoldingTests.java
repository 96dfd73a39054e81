package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class WeekdayFoldingTests {

    private static final int START = 20_838;

    @Property
    void saysTheSameNightsInNoMoreRanges(
            @ForAll @Size(min = 1, max = 90) List<@IntRange(min = 0, max = 3) Integer> values) {
        List<Range> ranges = ranges(values);

        List<Range> folded = WeekdayFolding.fold(ranges);

        assertThat(nights(folded)).isEqualTo(nights(ranges));
        assertThat(folded).hasSizeLessThanOrEqualTo(ranges.size());
    }

    @Property(tries = 50)
    void saysAPatternOfAWeekInAsManyRangesAsItHasValues(
            @ForAll @Size(7) List<@IntRange(min = 1, max = 2) Integer> week,
            @ForAll @IntRange(min = 3, max = 30) int weeks) {
        List<Integer> values = new ArrayList<>();
        for (int count = 0; count < weeks; count++) {
            values.addAll(week);
        }

        List<Range> folded = WeekdayFolding.fold(ranges(values));

        assertThat(folded).hasSize((int) week.stream().distinct().count());
    }

    /** 0: not sent. */
    private static List<Range> ranges(List<Integer> values) {
        List<Range> ranges = new ArrayList<>();
        int from = 0;
        while (from < values.size()) {
            int to = from;
            while (to + 1 < values.size() && values.get(to + 1).equals(values.get(from))) {
                to++;
            }
            if (values.get(from) != 0) {
                Cell cell = Cell.empty(2).price(0, values.get(from));
                ranges.add(new Range(AChannel.rate(1), START + from, START + to, null, cell));
            }
            from = to + 1;
        }
        return ranges;
    }

    private static Map<Integer, Cell> nights(List<Range> ranges) {
        Map<Integer, Cell> nights = new TreeMap<>();
        for (Range range : ranges) {
            for (int day = range.first(); day <= range.last(); day++) {
                if (range.weekdays() == null || (range.weekdays() & Range.weekday(day)) != 0) {
                    assertThat(nights.put(day, range.values())).as("each night once").isNull();
                }
            }
        }
        return nights;
    }
}
