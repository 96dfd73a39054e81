package io.serai.ari;

import io.serai.channel.RequestRule;
import io.serai.channel.RequestRule.Counted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Cuts ranges into messages that hold no more updates than a channel takes, each as full as it can
 * be.
 */
public final class Cutting {

    private static final Comparator<Range> NEXT_FIRST = Comparator.comparingInt(Range::first);

    /** The nights of a range. */
    private record Stretch(int first, int last, @Nullable Integer weekdays) {

        static Stretch of(Range range) {
            return new Stretch(range.first(), range.last(), range.weekdays());
        }
    }

    /** What is told of a room or rate. */
    private record Told(int remote, Cell values) {}

    private Cutting() {}

    /**
     * The messages for ranges that may go into one message together, but for their number.
     *
     * @param request the request they are for
     * @param rule its rule
     */
    public static List<Batch> of(String request, RequestRule rule, List<Range> ranges) {
        return rule.counted() == Counted.VALUES
                ? byValues(request, rule, ranges)
                : byRanges(request, rule, ranges);
    }

    private static List<Batch> byRanges(String request, RequestRule rule, List<Range> ranges) {
        int most = rule.updates() == null ? ranges.size() : rule.updates();
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < ranges.size(); from += most) {
            int to = Math.min(from + most, ranges.size());
            batches.add(new Batch(request, List.copyOf(ranges.subList(from, to))));
        }
        return batches;
    }

    /** A range that is too long for what place there is goes on in the next message. */
    private static List<Batch> byValues(String request, RequestRule rule, List<Range> ranges) {
        int most = rule.updates() == null ? Integer.MAX_VALUE : rule.updates();
        List<Batch> batches = new ArrayList<>();
        List<Range> message = new ArrayList<>();
        int free = most;
        Deque<Range> left = new ArrayDeque<>(together(ranges));
        while (!left.isEmpty()) {
            Range range = left.removeFirst();
            int fitting = Math.max(free / range.valuesANight(), message.isEmpty() ? 1 : 0);
            if (fitting < range.nights()) {
                Range rest = range;
                if (fitting > 0) {
                    List<Range> parts = range.cut(fitting);
                    message.add(parts.get(0));
                    rest = parts.get(1);
                }
                fill(message, left, rest, free - fitting * range.valuesANight());
                batches.add(new Batch(request, List.copyOf(message)));
                message.clear();
                free = most;
            } else {
                message.add(range);
                free -= range.nights() * range.valuesANight();
            }
        }
        if (!message.isEmpty()) {
            batches.add(new Batch(request, List.copyOf(message)));
        }
        return batches;
    }

    /** The last place is for some values of the next night; the others of it go on. */
    private static void fill(List<Range> message, Deque<Range> left, Range next, int free) {
        Range night = next.nights() == 1 ? next : next.cut(1).get(0);
        int before = Ahead.bits(night, free);
        if (before == 0) {
            left.addFirst(next);
            return;
        }
        if (night != next) {
            left.addFirst(next.cut(1).get(1));
        }
        left.addFirst(Objects.requireNonNull(night.only(~before)));
        message.add(Objects.requireNonNull(night.only(before)));
    }

    /**
     * In the order of their first nights, but what is told for the same nights stands together, and
     * so do stretches of nights of the same content: a message may say both once. What was told
     * apart of a night of a room or rate is one again, so that no message names it twice.
     */
    private static List<Range> together(List<Range> ranges) {
        Map<Stretch, List<Range>> byNights = new LinkedHashMap<>();
        ranges.stream()
                .sorted(NEXT_FIRST)
                .forEach(
                        range ->
                                join(
                                        byNights.computeIfAbsent(
                                                Stretch.of(range), it -> new ArrayList<>()),
                                        range));
        Map<Set<Told>, List<Range>> byContent = new LinkedHashMap<>();
        byNights.values()
                .forEach(
                        same ->
                                byContent
                                        .computeIfAbsent(content(same), it -> new ArrayList<>())
                                        .addAll(same));
        return byContent.values().stream().flatMap(List::stream).toList();
    }

    private static void join(List<Range> same, Range range) {
        int last = same.size() - 1;
        if (last >= 0 && same.get(last).remote().id() == range.remote().id()) {
            same.set(last, same.get(last).with(range.values()));
        } else {
            same.add(range);
        }
    }

    private static Set<Told> content(List<Range> same) {
        return same.stream()
                .map(range -> new Told(range.remote().id(), range.values()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
