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
    private final Remarks said;
    private final List<Range> applied = new ArrayList<>();
    private final List<Verdict.Named> refused = new ArrayList<>();
    private final List<Range> untaken = new ArrayList<>();
    private final List<Batch> again = new ArrayList<>();
    private boolean waits;

    private Judge(Batch batch, PushAnswer answer) {
        this.batch = batch;
        this.answer = answer;
        this.said = new Remarks(batch.ranges().size(), answer.items());
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
        if (said.unnamed().anyMatch(Remarks::isCulprit)) {
            divide();
        } else if (said.unnamed().anyMatch(item -> !Remarks.isTaken(item))) {
            waits = true;
        } else {
            for (int number = 1; number <= batch.ranges().size(); number++) {
                partly(batch.ranges().get(number - 1), said.about(number));
            }
        }
    }

    private void partly(Range range, List<Item> items) {
        Range rest = refuse(range, items);
        int waiting = bits(range, items.stream().filter(Remarks::isLater).toList());
        waits |= waiting != 0;
        boolean divides = items.stream().anyMatch(Remarks::isDividing);
        if (rest != null && divides && rest.nights() > 1) {
            again.addAll(new Batch(batch.request(), List.of(rest)).halves());
        } else if (rest != null && divides) {
            Item item = items.stream().filter(Remarks::isDividing).findFirst().orElseThrow();
            refused.add(named(rest, item));
        } else if (rest != null) {
            add(applied, rest.only(~waiting));
        }
    }

    private void refused() {
        List<Range> rest = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            add(rest, refuse(batch.ranges().get(number - 1), said.about(number)));
        }
        if (!refused.isEmpty()) {
            untaken.addAll(rest);
            if (!rest.isEmpty()) {
                again.add(new Batch(batch.request(), rest));
            }
        } else {
            untaken.addAll(batch.ranges());
            waits = !said.items().isEmpty() && said.items().stream().noneMatch(Remarks::isCulprit);
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
            Item item = said.items().stream().filter(Remarks::isCulprit).findFirst().orElse(null);
            refused.add(named(batch.ranges().get(0), item));
        }
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
                        : Objects.requireNonNullElse(item.words(), "without words");
        return new Verdict.Named(
                range, range.fieldNames(), item == null ? null : item.code(), words);
    }

    private List<Verdict.Named> notes() {
        List<Verdict.Named> notes = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            Range range = batch.ranges().get(number - 1);
            said.about(number).stream()
                    .filter(item -> item.outcome() == Meaning.NOTE)
                    .findFirst()
                    .ifPresent(item -> notes.add(named(range, item)));
        }
        return notes;
    }

    private Verdict verdict() {
        Item whole =
                said.items().stream()
                        .filter(item -> item.update() == null)
                        .findFirst()
                        .or(
                                () ->
                                        said.items().stream()
                                                .filter(it -> !Remarks.isTaken(it))
                                                .findFirst())
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
