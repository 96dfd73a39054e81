package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Field;
import io.serai.ari.Range;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Says what a channel's answer means for each range that was sent. An answer that refuses and names
 * ranges: those are refused, the rest is sent again. One that names none is sent again in halves,
 * until the culprit stands alone.
 */
final class Judge {

    private final Batch batch;
    private final PushAnswer answer;

    private Judge(Batch batch, PushAnswer answer) {
        this.batch = batch;
        this.answer = answer;
    }

    static Verdict judge(Batch batch, PushAnswer answer) {
        return new Judge(batch, answer).judge();
    }

    private Verdict judge() {
        return switch (answer.outcome()) {
            case APPLIED -> verdict(batch.ranges(), List.of(), List.of());
            case PARTLY -> partly();
            case REFUSED -> refused();
            case LATER, UNKNOWN, BROKEN -> verdict(List.of(), List.of(), List.of());
        };
    }

    private Verdict partly() {
        if (hasUnnamed(Meaning.REFUSED) || hasUnnamed(Meaning.ISOLATE)) {
            return divided();
        }
        Map<Integer, Item> named = named();
        List<Range> applied = new ArrayList<>();
        List<Range> rest = new ArrayList<>();
        List<Verdict.Named> refused = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            Range range = batch.ranges().get(number - 1);
            Item item = named.get(number);
            if (item == null
                    || item.outcome() == Meaning.NOTE
                    || item.outcome() == Meaning.APPLIED) {
                applied.add(range);
            } else if (item.outcome() == Meaning.REFUSED) {
                refused.add(name(range, item));
            } else {
                rest.add(range);
            }
        }
        return verdict(applied, refused, again(rest));
    }

    private Verdict refused() {
        Map<Integer, Item> named = named();
        List<Verdict.Named> refused = new ArrayList<>();
        List<Range> rest = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            Range range = batch.ranges().get(number - 1);
            Item item = named.get(number);
            if (item != null && item.outcome() == Meaning.REFUSED) {
                refused.add(name(range, item));
            } else {
                rest.add(range);
            }
        }
        if (refused.isEmpty()) {
            return divided();
        }
        return verdict(List.of(), refused, again(rest));
    }

    /** Sent again in halves; one that cannot be cut is the culprit. */
    private Verdict divided() {
        if (batch.divisible()) {
            return verdict(List.of(), List.of(), batch.halves());
        }
        Item item = answer.items().isEmpty() ? null : answer.items().get(0);
        return verdict(List.of(), List.of(name(batch.ranges().get(0), item)), List.of());
    }

    private boolean hasUnnamed(Meaning meaning) {
        return answer.items().stream()
                .anyMatch(item -> item.update() == null && item.outcome() == meaning);
    }

    /** What was said of each update; of several things, the first that is not a note. */
    private Map<Integer, Item> named() {
        Map<Integer, Item> named = new LinkedHashMap<>();
        for (Item item : answer.items()) {
            if (item.update() != null) {
                named.merge(
                        item.update(),
                        item,
                        (before, next) -> before.outcome() == Meaning.NOTE ? next : before);
            }
        }
        return named;
    }

    private List<Batch> again(List<Range> rest) {
        return rest.isEmpty() ? List.of() : List.of(new Batch(batch.request(), rest));
    }

    private Verdict.Named name(Range range, @Nullable Item item) {
        List<String> fields = item == null || item.fields() == null ? all(range) : item.fields();
        String words =
                item == null
                        ? "refused without a reason"
                        : Objects.requireNonNullElse(item.words(), "refused without words");
        return new Verdict.Named(range, fields, item == null ? null : item.code(), words);
    }

    private static List<String> all(Range range) {
        List<String> names = new ArrayList<>();
        for (Field field : Field.values()) {
            if (range.values().has(field)) {
                names.add(field.word());
            }
        }
        names.addAll(range.priceNames());
        return names;
    }

    private Verdict verdict(List<Range> applied, List<Verdict.Named> refused, List<Batch> again) {
        List<Verdict.Named> notes = new ArrayList<>();
        for (Item item : answer.items()) {
            if (item.outcome() == Meaning.NOTE
                    && item.update() != null
                    && item.update() <= batch.ranges().size()) {
                notes.add(name(batch.ranges().get(item.update() - 1), item));
            }
        }
        Item whole =
                answer.items().stream()
                        .filter(item -> item.update() == null)
                        .findFirst()
                        .orElse(null);
        return new Verdict(
                answer.outcome(),
                answer.reference(),
                applied,
                refused,
                notes,
                again,
                answer.retryAfter(),
                whole == null ? null : whole.code(),
                whole == null ? null : whole.words());
    }

    /** Whether nothing more can be sent for the connection in this round. */
    static boolean ends(Outcome outcome) {
        return outcome == Outcome.LATER || outcome == Outcome.UNKNOWN || outcome == Outcome.BROKEN;
    }
}
