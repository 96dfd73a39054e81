package io.serai.delivery;

import io.serai.ari.Range;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What of a message is refused, by what the channel named: updates, nights and fields of them. */
final class Refusing {

    private final List<Verdict.Named> refused = new ArrayList<>();

    /** What is refused so far. */
    List<Verdict.Named> refused() {
        return Collections.unmodifiableList(refused);
    }

    /** Refuses all of a range. */
    void refuse(Range range, @Nullable Item item) {
        refused.add(named(range, item));
    }

    /** What of the range is refused is so; gives the rest, by nights. */
    List<Range> rest(Range range, List<Item> items) {
        List<Range> rest = List.of(range);
        for (Item item : items) {
            if (item.outcome() == Meaning.REFUSED) {
                int bits = bits(range, List.of(item));
                List<Range> left = new ArrayList<>();
                rest.forEach(part -> part(part, item, bits, left));
                rest = left;
            }
        }
        return rest;
    }

    private void part(Range range, Item item, int bits, List<Range> left) {
        int from = item.from() == null ? range.first() : (int) item.from().toEpochDay();
        int to = item.to() == null ? range.last() : (int) item.to().toEpochDay();
        Range meant = range.within(from, to);
        Range part = meant == null ? null : meant.only(bits);
        if (part == null) {
            left.add(range);
            return;
        }
        refused.add(named(part, item));
        add(left, range.within(range.first(), from - 1));
        add(left, meant.only(~part.fields()));
        add(left, range.within(to + 1, range.last()));
    }

    /** The bits of the fields that items name; all that the range carries where they name none. */
    static int bits(Range range, List<Item> items) {
        int bits = 0;
        for (Item item : items) {
            int named = item.fields() == null ? 0 : range.bits(item.fields());
            bits |= named == 0 ? range.fields() : named;
        }
        return bits;
    }

    static void add(List<Range> ranges, @Nullable Range range) {
        if (range != null) {
            ranges.add(range);
        }
    }

    static Verdict.Named named(Range range, @Nullable Item item) {
        String words =
                item == null
                        ? "refused without a reason"
                        : Objects.requireNonNullElse(item.words(), "without words");
        return new Verdict.Named(
                range, range.fieldNames(), item == null ? null : item.code(), words);
    }
}
