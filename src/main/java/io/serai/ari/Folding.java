package io.serai.ari;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.RequestRule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds nights with equal values into ranges, and ranges into as few messages as the channel's
 * rules allow. Nights are added by room or rate, and within one in ascending order.
 */
public final class Folding {

    private final ChannelDefinition channel;
    private final Map<Group, List<Range>> groups = new LinkedHashMap<>();
    private final Map<String, Run> open = new LinkedHashMap<>();

    public Folding(ChannelDefinition channel) {
        this.channel = channel;
    }

    /** Adds what is to be sent for a night, in days since 1970-01-01. */
    public void add(Terms terms, int night, Cell send) {
        int carried = send.bits(terms.remote().layout());
        terms.requests()
                .forEach(
                        (request, bits) -> {
                            if ((carried & bits) != 0) {
                                add(
                                        request,
                                        terms,
                                        night,
                                        send.only(bits, terms.remote().layout()));
                            }
                        });
    }

    private void add(String request, Terms terms, int night, Cell values) {
        Run run = open.get(request);
        if (run != null && run.takes(terms.remote(), night, values)) {
            run.last = night;
            return;
        }
        if (run != null) {
            close(request, run);
        }
        open.put(request, new Run(terms.remote(), night, end(request, night), values));
    }

    private int end(String request, int night) {
        if (!channel.request(request).oneOnly(RequestRule.Span.MONTH)) {
            return Integer.MAX_VALUE;
        }
        LocalDate date = LocalDate.ofEpochDay(night);
        return (int) YearMonth.from(date).atEndOfMonth().toEpochDay();
    }

    private void close(String request, Run run) {
        groups.computeIfAbsent(group(request, run), group -> new ArrayList<>())
                .add(new Range(run.remote, run.first, run.last, null, run.values));
    }

    private Group group(String request, Run run) {
        RequestRule rule = channel.request(request);
        if (rule.oneOnly(RequestRule.Span.PRODUCT)) {
            return new Group(request, run.end, run.remote.room(), run.remote.rate());
        }
        String room = rule.oneOnly(RequestRule.Span.ROOM) ? run.remote.room() : null;
        return new Group(request, run.end, room, null);
    }

    /**
     * The messages for what was added: by request as the channel's file orders them, then by time.
     */
    public List<Batch> batches() {
        open.forEach(this::close);
        open.clear();
        List<Batch> batches = new ArrayList<>();
        channel.requests()
                .forEach(
                        (request, rule) ->
                                groups.entrySet().stream()
                                        .filter(group -> group.getKey().request().equals(request))
                                        .sorted(Comparator.comparingInt(it -> it.getKey().end()))
                                        .map(Map.Entry::getValue)
                                        .map(
                                                all ->
                                                        rule.weekdays()
                                                                ? WeekdayFolding.fold(all)
                                                                : all)
                                        .map(ranges -> Cutting.of(request, rule, ranges))
                                        .forEach(batches::addAll));
        return batches;
    }

    /**
     * What may go into one message together, but for its size.
     *
     * @param end the last night of its month; the largest number where months do not matter
     * @param room the only room; null for any
     * @param rate the only rate; null for any
     */
    private record Group(String request, int end, @Nullable String room, @Nullable String rate) {}

    /** A range that may still grow. */
    private static final class Run {

        private final Remote remote;
        private final int first;
        private final int end;
        private final Cell values;
        private int last;

        Run(Remote remote, int night, int end, Cell values) {
            this.remote = remote;
            this.first = night;
            this.last = night;
            this.end = end;
            this.values = values;
        }

        boolean takes(Remote other, int night, Cell more) {
            return night == last + 1
                    && night <= end
                    && remote.id() == other.id()
                    && values.equals(more);
        }
    }
}
