package io.serai.ari;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The same values for a range of nights of one of a channel's rooms or rates.
 *
 * @param remote the room or rate
 * @param first the first night, in days since 1970-01-01
 * @param last the last night, included
 * @param weekdays bit 0 Monday … bit 6 Sunday: the nights of the range that are meant; null for all
 * @param values the values
 */
public record Range(Remote remote, int first, int last, @Nullable Integer weekdays, Cell values) {

    /** Its first night. */
    public LocalDate from() {
        return LocalDate.ofEpochDay(first);
    }

    /** Its last night, included. */
    public LocalDate to() {
        return LocalDate.ofEpochDay(last);
    }

    /** Bits of the fields it carries. */
    public int fields() {
        return values.bits(remote.layout());
    }

    /** What its prices are called, each that stands for itself. */
    public List<String> priceNames() {
        return IntStream.range(0, values.prices())
                .filter(position -> values.price(position) != Cell.NONE)
                .mapToObj(position -> remote.layout().name(position))
                .distinct()
                .toList();
    }

    /** Its two halves by nights; only for more than one night. */
    public Range firstHalf() {
        return new Range(remote, first, middle(), weekdays, values);
    }

    /** The nights that {@link #firstHalf} leaves. */
    public Range secondHalf() {
        return new Range(remote, middle() + 1, last, weekdays, values);
    }

    private int middle() {
        return first + (last - first) / 2;
    }

    /** Bit of the weekday of a day since 1970-01-01, which was a Thursday. */
    static int weekday(int day) {
        return 1 << Math.floorMod(day + 3, 7);
    }
}
