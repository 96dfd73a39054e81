package io.serai.channel.door;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.Keeping;
import io.serai.channel.keep.AnswerCache;
import io.serai.channel.keep.Kept;
import io.serai.channel.keep.Question;
import io.serai.channel.wire.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives answers that are kept without a call, and drops those that a call may change. */
final class KeptAnswers {

    private static final String OUTCOME = "kept";

    private final AnswerCache answers;

    KeptAnswers(AnswerCache answers) {
        this.answers = answers;
    }

    /**
     * An answer that is still good; null where the call is to be made. One that may change others
     * drops them before and after: nobody knows what became of it meanwhile.
     */
    @Nullable Reply find(Visit visit, ChannelDefinition channel, Outgoing outgoing) {
        dropChanged(visit, channel);
        Question question = question(visit, channel, outgoing);
        if (question == null || visit.fresh()) {
            return null;
        }
        Optional<Kept> kept = answers.find(channel.code(), question);
        return kept.map(KeptAnswers::reply).orElse(null);
    }

    /** How often something of the connection was dropped, for {@link #answered}. */
    long drops(Visit visit) {
        return visit.connection() == null ? 0 : answers.drops(visit.connection());
    }

    /**
     * Keeps an answer that is to be kept, and drops what the call may have changed.
     *
     * @param before what {@link #drops} said before the call
     */
    void answered(
            Visit visit,
            ChannelDefinition channel,
            Outgoing outgoing,
            Crossing.Arrived arrived,
            long before) {
        Question question = question(visit, channel, outgoing);
        if (question != null && arrived.answer().successful()) {
            Keeping keeping = channel.keep().get(visit.call());
            answers.keep(
                    question,
                    new Kept(arrived.answer(), arrived.headers(), keeping.time()),
                    before);
        }
        dropChanged(visit, channel);
    }

    private void dropChanged(Visit visit, ChannelDefinition channel) {
        Set<String> changed =
                channel.keep().entrySet().stream()
                        .filter(kept -> kept.getValue().droppedBy().contains(visit.call()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet());
        if (visit.connection() != null && !changed.isEmpty()) {
            answers.drop(visit.connection(), changed);
        }
    }

    private static @Nullable Question question(
            Visit visit, ChannelDefinition channel, Outgoing outgoing) {
        return visit.connection() == null || !channel.keep().containsKey(visit.call())
                ? null
                : new Question(visit.connection(), visit.call(), outgoing.asked());
    }

    private static Reply reply(Kept kept) {
        Answer answer = kept.answer();
        return new Reply(
                Replies.of(
                        kept.headers(), answer, new Incoming.Safe(answer.body(), false, Map.of())),
                answer.status(),
                OUTCOME,
                null,
                answer.body().length);
    }
}
