package io.serai.channel;

import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides by a channel's description what became of a message. */
final class Settlement {

    private final Answers answers;

    Settlement(Answers answers) {
        this.answers = answers;
    }

    /**
     * An answer that could not be read, or is of no media type that is expected.
     *
     * @param words what it says, safe to show; null for nothing
     */
    PushAnswer byStatus(
            int status,
            @Nullable String reference,
            @Nullable Integer retryAfter,
            @Nullable String words) {
        Meaning meaning = answers.ofStatus(status).means();
        List<Item> items = List.of(new Item(null, null, meaning, Integer.toString(status), words));
        Outcome outcome = status / 100 == 2 ? Outcome.UNKNOWN : whole(status, meaning);
        return new PushAnswer(reference, outcome, retryAfter, items);
    }

    /** An answer that was read. */
    PushAnswer byWords(
            int status, Said said, @Nullable String reference, @Nullable Integer retryAfter) {
        List<Item> items = new ArrayList<>();
        for (Said.Item item : said.items()) {
            Meaning meaning = answers.ofCode(item.code()).means();
            items.add(new Item(item.update(), item.fields(), meaning, item.code(), item.words()));
        }
        String called = said.reference() == null ? reference : said.reference();
        Meaning whole = answers.ofStatus(status).means();
        if (!taken(whole)) {
            if (items.isEmpty()) {
                items.add(new Item(null, null, whole, Integer.toString(status), null));
            }
            return new PushAnswer(called, whole(status, whole), retryAfter, items);
        }
        return new PushAnswer(called, ofItems(said.success(), items), retryAfter, items);
    }

    private static Outcome ofItems(@Nullable Boolean success, List<Item> items) {
        List<Meaning> bad =
                items.stream().map(Item::outcome).filter(meaning -> !taken(meaning)).toList();
        if (bad.contains(Meaning.BROKEN) || bad.contains(Meaning.RENEW)) {
            return Outcome.BROKEN;
        }
        if (!Boolean.FALSE.equals(success)) {
            return bad.isEmpty() ? Outcome.APPLIED : Outcome.PARTLY;
        }
        boolean onlyLater =
                !bad.isEmpty() && bad.stream().allMatch(meaning -> meaning == Meaning.LATER);
        return onlyLater ? Outcome.LATER : Outcome.REFUSED;
    }

    /** A fault of the channel's own may have come after it took what was sent. */
    private static Outcome whole(int status, Meaning meaning) {
        return switch (meaning) {
            case APPLIED, NOTE -> Outcome.APPLIED;
            case LATER -> status >= 500 ? Outcome.UNKNOWN : Outcome.LATER;
            case RENEW, BROKEN -> Outcome.BROKEN;
            case REFUSED, TOGETHER, SPLIT, ISOLATE -> Outcome.REFUSED;
        };
    }

    private static boolean taken(Meaning meaning) {
        return meaning == Meaning.APPLIED || meaning == Meaning.NOTE;
    }
}
