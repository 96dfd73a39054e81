package io.serai.console.grid;

import io.serai.console.Times;
import io.serai.hotel.bulk.BulkNight;
import io.serai.hotel.bulk.BulkPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change of many nights would do, for people.
 *
 * @param summary all of it in a sentence
 * @param lines each range of nights that changes in the same way, the first of them
 * @param more how many lines there are besides
 * @param left what stays as it is, and why
 * @param stamp names exactly this
 * @param nothing whether nothing would change
 */
public record BulkPreview(
        String summary,
        List<Line> lines,
        int more,
        List<String> left,
        String stamp,
        boolean nothing) {

    private static final int MOST = 40;
    private static final int TOLD = 2;

    /** Nights that change in the same way. */
    public record Line(String what, String nights, int count, String before, String after) {}

    private record Run(
            int id, LocalDate from, LocalDate to, int count, String before, String after) {

        boolean goesOn(BulkNight night) {
            return id == night.sold().id()
                    && before.equals(night.before())
                    && after.equals(night.after());
        }

        Line line(Map<Integer, String> names) {
            return new Line(
                    names.getOrDefault(id, "?"), Times.nights(from, to), count, before, after);
        }
    }

    /**
     * Of a plan.
     *
     * @param names what each thing that is sold is called
     * @param one what such a thing is, as plan
     */
    static BulkPreview of(BulkPlan plan, Map<Integer, String> names, String one) {
        List<Run> runs = runs(plan.nights());
        return new BulkPreview(
                summary(plan.nights(), one),
                runs.stream().limit(MOST).map(run -> run.line(names)).toList(),
                Math.max(runs.size() - MOST, 0),
                plan.left().entrySet().stream()
                        .map(entry -> nights(entry.getValue()) + ": " + entry.getKey())
                        .toList(),
                plan.stamp(),
                plan.isNothing());
    }

    private static List<Run> runs(List<BulkNight> nights) {
        List<Run> runs = new ArrayList<>();
        for (BulkNight night : nights) {
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.goesOn(night)) {
                runs.set(
                        runs.size() - 1,
                        new Run(
                                last.id,
                                last.from,
                                night.night(),
                                last.count + 1,
                                last.before,
                                last.after));
            } else {
                runs.add(
                        new Run(
                                night.sold().id(),
                                night.night(),
                                night.night(),
                                1,
                                night.before(),
                                night.after()));
            }
        }
        return runs;
    }

    private static String summary(List<BulkNight> nights, String one) {
        if (nights.isEmpty()) {
            return "Nothing would change.";
        }
        long things = nights.stream().map(night -> night.sold().id()).distinct().count();
        List<String> changes =
                nights.stream()
                        .map(night -> night.before() + " → " + night.after())
                        .distinct()
                        .toList();
        return nights(nights.size())
                + " of "
                + things
                + " "
                + one
                + (things == 1 ? "" : "s")
                + ": "
                + Stream.concat(
                                changes.stream().limit(TOLD),
                                changes.size() > TOLD
                                        ? Stream.of((changes.size() - TOLD) + " other changes")
                                        : Stream.empty())
                        .collect(Collectors.joining("; "));
    }

    private static String nights(int count) {
        return count + (count == 1 ? " night" : " nights");
    }
}
