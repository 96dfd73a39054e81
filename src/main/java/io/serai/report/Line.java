package io.serai.report;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a report is about.
 *
 * @param start the first day of its step
 * @param hotel null: all that were asked for
 * @param channel as connections name it, or {@code direct}; null: all
 * @param currency of its amounts; empty where it has none
 */
record Line(LocalDate start, @Nullable Integer hotel, @Nullable String channel, String currency)
        implements Comparable<Line> {

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::start)
                    .thenComparing(Line::hotel, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Line::channel, Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(Line::currency);

    @Override
    public int compareTo(Line other) {
        return ORDER.compare(this, other);
    }

    /** Whether there are some of one channel and some of another. */
    static boolean ofSeveralChannels(Collection<Line> lines) {
        return lines.stream().map(Line::channel).filter(Objects::nonNull).distinct().count() > 1;
    }

    /** The same of all channels. */
    Line ofAllChannels() {
        return new Line(start, hotel, null, currency);
    }

    Line at(LocalDate other) {
        return new Line(other, hotel, channel, currency);
    }
}
