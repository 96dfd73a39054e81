package io.serai.channel.answer;

import io.serai.channel.Answers;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges an answer by what {@code channel.yaml} says of statuses and codes.
 *
 * <p>What is refused without naming one of several updates is to be isolated. A success that says
 * nothing, or asks for patience without saying with what, is unknown; so is every server fault,
 * because a channel that fails may have taken the message before it failed. So is an error beside
 * what was done, where a channel takes all or nothing. Of what more there is than an answer has
 * place for, nothing is known.
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
     * @param updates the updates that were sent, by number, each with the names of the fields it
     *     carries; none for what has no updates
     */
    public PushAnswer settle(
            int status,
            @Nullable Integer retryAfter,
            @Nullable AnswerFacts facts,
            Map<Integer, Set<String>> updates) {
        AnswerFacts said = facts == null ? new AnswerFacts(null, false, null, null) : facts;
        Meaning meaning = meanings.ofStatus(status).means();
        List<Item> items = new AnswerItems(meanings, updates).of(said);
        if (!isTaken(meaning) && said.errors().isEmpty()) {
            items.add(new Item(null, null, meaning, Integer.toString(status), null));
        }
        Outcome outcome = outcome(status, meaning, said, items);
        return new PushAnswer(said.reference(), outcome, retryAfter, items);
    }

    private Outcome outcome(int status, Meaning meaning, AnswerFacts said, List<Item> items) {
        if (meanings.errorsRefuseAll() && !said.errors().isEmpty() && status < SERVER_FAULT) {
            return said.ok() ? Outcome.UNKNOWN : ofErrors(items);
        }
        return isTaken(meaning) ? ofTaken(said, items) : ofRefused(status, meaning);
    }

    /** Nothing is taken; what ails all of it goes before what ails a part. */
    private static Outcome ofErrors(List<Item> items) {
        List<Meaning> all = items.stream().map(Item::outcome).toList();
        if (all.contains(Meaning.BROKEN) || all.contains(Meaning.RENEW)) {
            return Outcome.BROKEN;
        }
        return all.contains(Meaning.LATER) ? Outcome.LATER : Outcome.REFUSED;
    }

    static boolean isTaken(Meaning meaning) {
        return meaning == Meaning.APPLIED || meaning == Meaning.NOTE;
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
}
