package io.serai.ari;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** The names of the fields it carries, each price that stands for itself. */
    public List<String> fieldNames() {
        return Stream.concat(
                        Arrays.stream(Field.values()).filter(values::has).map(Field::word),
                        IntStream.range(0, values.prices())
                                .filter(position -> values.price(position) != Cell.NONE)
                                .mapToObj(position -> remote.layout().name(position)))
                .distinct()
                .toList();
    }

    /** Bits of those of its fields that these names name; {@code price} names all prices. */
    public int bits(List<String> names) {
        int bits = 0;
        for (Field field : Field.values()) {
            bits |= names.contains(field.word()) ? field.bit() : 0;
        }
        PriceLayout layout = remote.layout();
        for (int position = 0; position < values.prices(); position++) {
            boolean named = names.contains(layout.word()) || names.contains(layout.name(position));
            bits |= named ? layout.bit(position) : 0;
        }
        return bits & fields();
    }

    /** Whether it leaves no rooms, or stops the sale. */
    public boolean closes() {
        return says(Field.ROOMS, 0) || says(Field.ROOM_CLOSED, 1) || says(Field.CLOSED, 1);
    }

    private boolean says(Field field, int value) {
        return values.has(field) && values.get(field) == value;
    }

    /** How many nights are meant. */
    public int nights() {
        return weekdays == null ? last - first + 1 : (int) days().count();
    }

    /** How many values it carries for each night. */
    public int valuesANight() {
        int count = 0;
        for (Field field : Field.values()) {
            count += values.has(field) ? 1 : 0;
        }
        for (int position = 0; position < values.prices(); position++) {
            count += values.price(position) == Cell.NONE ? 0 : 1;
        }
        return count;
    }

    /** Its two halves by nights; only for more than one night. */
    List<Range> halves() {
        return cut((nights() + 1) / 2);
    }

    /** Its first nights, so many, and those after them; only for more than so many nights. */
    List<Range> cut(int nights) {
        int[] days = days().toArray();
        return List.of(
                new Range(remote, days[0], days[nights - 1], weekdays, values),
                new Range(remote, days[nights], days[days.length - 1], weekdays, values));
    }

    /** Those of its nights that lie between two, both included; null when there are none. */
    public @Nullable Range within(int from, int to) {
        int[] days = days().filter(day -> day >= from && day <= to).toArray();
        return days.length == 0
                ? null
                : new Range(remote, days[0], days[days.length - 1], weekdays, values);
    }

    private IntStream days() {
        return IntStream.rangeClosed(first, last)
                .filter(day -> weekdays == null || (weekdays & weekday(day)) != 0);
    }

    /** The same nights with those of its fields that these bits name; null when there are none. */
    public @Nullable Range only(int bits) {
        Cell part = values.only(bits, remote.layout());
        return part.bits(remote.layout()) == 0
                ? null
                : new Range(remote, first, last, weekdays, part);
    }

    /** The same nights with these values besides. */
    Range with(Cell more) {
        return new Range(remote, first, last, weekdays, values.with(more));
    }

    /** Bit of the weekday of a day since 1970-01-01, which was a Thursday. */
    static int weekday(int day) {
        return 1 << Math.floorMod(day + 3, 7);
    }
}
