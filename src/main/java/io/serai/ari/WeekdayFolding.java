package io.serai.ari;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folds ranges by weekday patterns, for channels that can say them: a weekend price over a year is
 * two ranges then, not a hundred.
 */
final class WeekdayFolding {

    private static final int WEEK = 7;

    private WeekdayFolding() {}

    /** The same nights with the same values in fewer ranges, or the ranges themselves. */
    static List<Range> fold(List<Range> ranges) {
        Map<Integer, List<Range>> byRemote = new LinkedHashMap<>();
        ranges.forEach(
                range ->
                        byRemote.computeIfAbsent(range.remote().id(), id -> new ArrayList<>())
                                .add(range));
        List<Range> folded = new ArrayList<>();
        byRemote.values().forEach(own -> folded.addAll(fewer(own)));
        return folded;
    }

    private static List<Range> fewer(List<Range> own) {
        Map<Cell, List<Range>> byValues = new LinkedHashMap<>();
        own.forEach(
                range ->
                        byValues.computeIfAbsent(range.values(), values -> new ArrayList<>())
                                .add(range));
        List<Range> patterned = new ArrayList<>();
        byValues.values()
                .forEach(
                        same -> {
                            List<Range> patterns = patterns(same);
                            patterned.addAll(patterns.size() < same.size() ? patterns : same);
                        });
        return patterned;
    }

    private static List<Range> patterns(List<Range> same) {
        List<Strand> strands = strands(same);
        strands.sort(Comparator.comparingInt(strand -> strand.first));
        List<Group> groups = new ArrayList<>();
        for (Strand strand : strands) {
            groups.stream()
                    .filter(group -> group.takes(strand))
                    .findFirst()
                    .ifPresentOrElse(
                            group -> group.add(strand), () -> groups.add(new Group(strand)));
        }
        Range model = same.get(0);
        return groups.stream().map(group -> group.range(model)).toList();
    }

    /** Runs of the same weekday, week after week. */
    private static List<Strand> strands(List<Range> same) {
        List<Strand> strands = new ArrayList<>();
        Strand[] growing = new Strand[WEEK];
        for (Range range : same) {
            for (int day = range.first(); day <= range.last(); day++) {
                int weekday = Math.floorMod(day, WEEK);
                Strand strand = growing[weekday];
                if (strand != null && strand.last + WEEK == day) {
                    strand.last = day;
                } else {
                    growing[weekday] = new Strand(day);
                    strands.add(growing[weekday]);
                }
            }
        }
        return strands;
    }

    private static final class Strand {

        private final int first;
        private int last;

        Strand(int day) {
            first = day;
            last = day;
        }
    }

    /** Strands that one range with weekdays covers exactly. */
    private static final class Group {

        private int first;
        private int last;
        private int weekdays;
        private int latestFirst;
        private int earliestLast;

        Group(Strand strand) {
            first = strand.first;
            last = strand.last;
            latestFirst = strand.first;
            earliestLast = strand.last;
            weekdays = Range.weekday(strand.first);
        }

        boolean takes(Strand strand) {
            return (weekdays & Range.weekday(strand.first)) == 0
                    && Math.max(latestFirst, strand.first) - Math.min(first, strand.first) < WEEK
                    && Math.max(last, strand.last) - Math.min(earliestLast, strand.last) < WEEK;
        }

        void add(Strand strand) {
            first = Math.min(first, strand.first);
            last = Math.max(last, strand.last);
            latestFirst = Math.max(latestFirst, strand.first);
            earliestLast = Math.min(earliestLast, strand.last);
            weekdays |= Range.weekday(strand.first);
        }

        Range range(Range model) {
            boolean everyDay = weekdays == (1 << WEEK) - 1;
            return new Range(
                    model.remote(), first, last, everyDay ? null : weekdays, model.values());
        }
    }
}
