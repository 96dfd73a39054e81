package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Range;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.ArrayList;
import java.util.List;

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
    private final Refusing refusing = new Refusing();
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
            List<Range> unsure = new ArrayList<>();
            for (int number = 1; number <= batch.ranges().size(); number++) {
                partly(batch.ranges().get(number - 1), said.about(number), unsure);
            }
            sendAgain(unsure);
        }
    }

    /** What is not certain to be taken is less than what was sent; else it is halved, or waits. */
    private void sendAgain(List<Range> unsure) {
        boolean less = !applied.isEmpty() || !refusing.refused().isEmpty() || !again.isEmpty();
        if (!unsure.isEmpty() && less) {
            again.add(new Batch(batch.request(), unsure));
        } else if (unsure.size() > 1) {
            again.addAll(new Batch(batch.request(), unsure).halves());
        } else if (!unsure.isEmpty()) {
            waits = true;
        }
    }

    private void partly(Range range, List<Item> about, List<Range> unsure) {
        List<Item> items = about.stream().map(item -> resolved(range, item)).toList();
        int waiting = Refusing.bits(range, items.stream().filter(Remarks::isLater).toList());
        int open =
                Refusing.bits(range, items.stream().filter(Remarks::isAgain).toList()) & ~waiting;
        Item divides = items.stream().filter(Remarks::isDividing).findFirst().orElse(null);
        for (Range rest : refusing.rest(range, items)) {
            waits |= (waiting & rest.fields()) != 0;
            if (divides == null) {
                Refusing.add(applied, rest.only(~(waiting | open)));
                Refusing.add(unsure, rest.only(open));
            } else if (rest.nights() > 1) {
                again.addAll(new Batch(batch.request(), List.of(rest)).halves());
            } else {
                refusing.refuse(rest, divides);
            }
        }
    }

    /**
     * Fields that are wanted together and were sent so: once more by themselves; refused when they
     * were that already.
     */
    private Item resolved(Range range, Item item) {
        List<String> wanted = item.fields();
        if (item.outcome() != Meaning.TOGETHER
                || wanted == null
                || wanted.size() < 2
                || !range.fieldNames().containsAll(wanted)) {
            return item;
        }
        boolean alone = batch.ranges().size() == 1 && range.fieldNames().size() == wanted.size();
        return item.meaning(alone ? Meaning.REFUSED : Meaning.AGAIN);
    }

    private void refused() {
        List<Range> rest = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            rest.addAll(refusing.rest(batch.ranges().get(number - 1), said.about(number)));
        }
        if (!refusing.refused().isEmpty()) {
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

    /** Sent again in halves; one that cannot be cut is the culprit. */
    private void divide() {
        if (batch.divisible()) {
            again.addAll(batch.halves());
        } else {
            untaken.clear();
            Item item = said.items().stream().filter(Remarks::isCulprit).findFirst().orElse(null);
            refusing.refuse(batch.ranges().get(0), item);
        }
    }

    private List<Verdict.Named> notes() {
        List<Verdict.Named> notes = new ArrayList<>();
        for (int number = 1; number <= batch.ranges().size(); number++) {
            Range range = batch.ranges().get(number - 1);
            said.about(number).stream()
                    .filter(item -> item.outcome() == Meaning.NOTE)
                    .findFirst()
                    .ifPresent(item -> notes.add(Refusing.named(range, item)));
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
                        .or(() -> said.items().stream().findFirst())
                        .orElse(null);
        return new Verdict(
                answer.outcome(),
                answer.reference(),
                applied,
                refusing.refused(),
                untaken,
                notes(),
                again,
                waits,
                answer.retryAfter(),
                whole == null ? null : whole.code(),
                whole == null ? null : whole.words());
    }
}
