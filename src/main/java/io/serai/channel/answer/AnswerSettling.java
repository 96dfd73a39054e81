package io.serai.channel.answer;

import io.serai.channel.AnswerRule;
import io.serai.channel.Answers;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.answer.AnswerFacts.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges an answer by what {@code channel.yaml} says of statuses and codes.
 *
 * <p>What is refused without naming one of several updates is to be isolated. A success that says
 * nothing, or asks for patience without saying with what, is unknown; so is every server fault,
 * because a channel that fails may have taken the message before it failed.
 */
public final class AnswerSettling {

    private static final int SERVER_FAULT = 500;

    private final Answers meanings;

    /**
     * @param meanings of the channel that answered
     */
    public AnswerSettling(Answers meanings) {
        this.meanings = meanings;
    }

    /**
     * Judges an answer.
     *
     * @param status its HTTP status
     * @param retryAfter seconds after which the channel wants to be asked again; null when it did
     *     not say
     * @param facts what it says; null when it is not of the type that was expected
     * @param updates the numbers of the updates that were sent; none for what has no updates
     */
    public PushAnswer settle(
            int status,
            @Nullable Integer retryAfter,
            @Nullable AnswerFacts facts,
            Set<Integer> updates) {
        AnswerFacts said = facts == null ? new AnswerFacts(null, false, null, null) : facts;
        Meaning meaning = meanings.ofStatus(status).means();
        boolean taken = meaning == Meaning.APPLIED || meaning == Meaning.NOTE;
        List<Item> items = items(said, updates);
        if (!taken && said.errors().isEmpty()) {
            items.add(new Item(null, null, meaning, Integer.toString(status), null));
        }
        Outcome outcome = taken ? ofTaken(said, items) : ofRefused(status, meaning);
        return new PushAnswer(said.reference(), outcome, retryAfter, items);
    }

    private static Outcome ofTaken(AnswerFacts said, List<Item> items) {
        if (said.errors().isEmpty() && said.warnings().isEmpty()) {
            return said.ok() ? Outcome.APPLIED : Outcome.UNKNOWN;
        }
        List<Item> open = items.stream().filter(it -> it.outcome() != Meaning.NOTE).toList();
        List<Meaning> ofAll =
                open.stream().filter(it -> it.update() == null).map(Item::outcome).toList();
        if (ofAll.contains(Meaning.BROKEN) || ofAll.contains(Meaning.RENEW)) {
            return Outcome.BROKEN;
        }
        if (ofAll.contains(Meaning.LATER)) {
            return Outcome.UNKNOWN;
        }
        return open.isEmpty() ? Outcome.APPLIED : Outcome.PARTLY;
    }

    /** A token that is refused after it was renewed needs a person. */
    private static Outcome ofRefused(int status, Meaning meaning) {
        if (status >= SERVER_FAULT) {
            return Outcome.UNKNOWN;
        }
        return switch (meaning) {
            case LATER -> Outcome.LATER;
            case RENEW, BROKEN -> Outcome.BROKEN;
            default -> Outcome.REFUSED;
        };
    }

    private List<Item> items(AnswerFacts said, Set<Integer> updates) {
        return new ArrayList<>(
                Stream.concat(
                                said.errors().stream().map(it -> error(it, updates)),
                                said.warnings().stream().map(it -> warning(it, updates)))
                        .toList());
    }

    private Item error(Said said, Set<Integer> updates) {
        Integer update = about(said, updates);
        Meaning meaning = rule(said).means();
        boolean alone = meaning == Meaning.REFUSED || meaning == Meaning.TOGETHER;
        boolean hidden = update == null && !updates.isEmpty() && alone;
        return item(said, update, hidden ? Meaning.ISOLATE : meaning);
    }

    /** What a channel only warns of, it has taken, unless its code says otherwise. */
    private Item warning(Said said, Set<Integer> updates) {
        Meaning meaning = rule(said).means();
        return item(
                said, about(said, updates), meaning == Meaning.REFUSED ? Meaning.NOTE : meaning);
    }

    private AnswerRule rule(Said said) {
        return said.code() == null ? meanings.unknown() : meanings.ofCode(said.code());
    }

    private static Item item(Said said, @Nullable Integer update, Meaning meaning) {
        return new Item(update, null, meaning, said.code(), said.words());
    }

    /** The update that is named; where there is only one, nothing else can be meant. */
    private static @Nullable Integer about(Said said, Set<Integer> updates) {
        if (updates.size() == 1) {
            return updates.iterator().next();
        }
        return said.update() != null && updates.contains(said.update()) ? said.update() : null;
    }
}
