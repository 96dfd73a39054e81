package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Range;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says what a channel's answer means for each range that was sent. An answer that refuses and names
 * ranges: those are refused, the rest is sent again. One that names none is sent again in halves,
 * until the culprit stands alone. Whatever is to come later waits by the ladder: what is sent again
 * at once is always less than what was sent, so that every round ends.
 */
final class Judge {

    private final Batch batch;
    private final PushAnswer answer;
    private final List<Range> applied = new ArrayList<>();
    private final List<Verdict.Named> refused = new ArrayList<>();
    private final List<Range> untaken = new ArrayList<>();
    private final List<Batch> again = new ArrayList<>();
    private boolean waits;

    private Judge(Batch batch, PushAnswer answer) {
        this.batch = batch;
        this.answer = answer;
    }

    static Verdict judge(Batch batch, PushAnswer answer) {
        Judge judge = new Judge(batch, answer);
        judge.judge();
        return judge.verdict();
    }

    /** Whether nothing more can be sent for the connection in this round. */
    static boolean ends(Outcome outcome) {
        return outcome == Outcome.LATER || outcome == Outcome.UNKNOWN || outcome == Outcome.BROKEN;
    }

    private void judge() {
        switch (answer.outcome()) {
            case APPLIED -> applied.addAll(batch.ranges());
            case PARTLY -> partly();
            case REFUSED -> refused();
            case LATER, BROKEN -> untaken.addAll(batch.ranges());
            case UNKNOWN -> {}
        }
    }

    private void partly() {
        if (unnamed().anyMatch(Judge::isCulprit)) {
            divide();
        } else if (unnamed().anyMatch(item -> !isTaken(item))) {
            waits = true;
        } else {
            for (int number = 1; number <= batch.ranges().size(); number++) {
                partly(batch.ranges().get(number - 1), about(number));
            }
        }
    }

    private void partly(Range range, List<Item> items) {
        Range rest = refuse(range, items);
        int waiting = bits(range, items.stream().filter(Judge::isLater).toList());
        waits |= waiting != 0;
        boolean divides = items.stream().anyMatch(Judge::isDividing);
        if (rest != null && divides && rest.nights() > 1) {
            again.addAll(new Batch(batch.request(), List.of(rest)).halves());
        } else if (rest != null && divides) {
            Item item = items.stream().filter(Judge::isDividing).findFirst().orElseThrow();
            refused.add(named(rest, item));
        } else if (rest != null) {
            add(applied, rest.only(~waiting));
        }
    }

    private void refused() {
        List<Range> rest = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            add(rest, refuse(batch.ranges().get(number - 1), about(number)));
        }
        if (!refused.isEmpty()) {
            untaken.addAll(rest);
            if (!rest.isEmpty()) {
                again.add(new Batch(batch.request(), rest));
            }
        } else {
            untaken.addAll(batch.ranges());
            waits =
                    !answer.items().isEmpty()
                            && answer.items().stream().noneMatch(Judge::isCulprit);
            if (!waits) {
                divide();
            }
        }
    }

    /** What of the range is refused is so; the rest, or null when there is none. */
    private @Nullable Range refuse(Range range, List<Item> items) {
        Range rest = range;
        for (Item item : items) {
            Range part =
                    rest != null && item.outcome() == Meaning.REFUSED
                            ? rest.only(bits(range, List.of(item)))
                            : null;
            if (part != null) {
                refused.add(named(part, item));
                rest = rest.only(~part.fields());
            }
        }
        return rest;
    }

    /** Sent again in halves; one that cannot be cut is the culprit. */
    private void divide() {
        if (batch.divisible()) {
            again.addAll(batch.halves());
        } else {
            untaken.clear();
            Item item = answer.items().stream().filter(Judge::isCulprit).findFirst().orElse(null);
            refused.add(named(batch.ranges().get(0), item));
        }
    }

    private static boolean isTaken(Item item) {
        return item.outcome() == Meaning.APPLIED || item.outcome() == Meaning.NOTE;
    }

    private static boolean isDividing(Item item) {
        return item.outcome() == Meaning.SPLIT || item.outcome() == Meaning.ISOLATE;
    }

    private static boolean isCulprit(Item item) {
        return item.outcome() == Meaning.REFUSED || isDividing(item);
    }

    private static boolean isLater(Item item) {
        return !isTaken(item) && !isCulprit(item);
    }

    private List<Item> about(int number) {
        return answer.items().stream()
                .filter(item -> item.update() != null && item.update() == number)
                .toList();
    }

    /** What is about no update that was sent is about the whole. */
    private Stream<Item> unnamed() {
        return answer.items().stream()
                .filter(
                        item ->
                                item.update() == null
                                        || item.update() < 1
                                        || item.update() > batch.ranges().size());
    }

    /** The bits of the fields that items name; all that the range carries where they name none. */
    private static int bits(Range range, List<Item> items) {
        int bits = 0;
        for (Item item : items) {
            int named = item.fields() == null ? 0 : range.bits(item.fields());
            bits |= named == 0 ? range.fields() : named;
        }
        return bits;
    }

    private static void add(List<Range> ranges, @Nullable Range range) {
        if (range != null) {
            ranges.add(range);
        }
    }

    private static Verdict.Named named(Range range, @Nullable Item item) {
        String words =
                item == null
                        ? "refused without a reason"
                        : Objects.requireNonNullElse(item.words(), "refused without words");
        return new Verdict.Named(
                range, range.fieldNames(), item == null ? null : item.code(), words);
    }

    private List<Verdict.Named> notes() {
        List<Verdict.Named> notes = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            Range range = batch.ranges().get(number - 1);
            List<Item> said =
                    about(number).stream().filter(item -> item.outcome() == Meaning.NOTE).toList();
            if (!said.isEmpty()) {
                String words =
                        said.stream()
                                .map(Item::words)
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining("; "));
                notes.add(new Verdict.Named(range, range.fieldNames(), said.get(0).code(), words));
            }
        }
        return notes;
    }

    private Verdict verdict() {
        Item whole =
                answer.items().stream()
                        .filter(item -> item.update() == null)
                        .findFirst()
                        .or(() -> answer.items().stream().filter(it -> !isTaken(it)).findFirst())
                        .orElse(null);
        return new Verdict(
                answer.outcome(),
                answer.reference(),
                applied,
                refused,
                untaken,
                notes(),
                again,
                waits,
                answer.retryAfter(),
                whole == null ? null : whole.code(),
                whole == null ? null : whole.words());
    }
}
