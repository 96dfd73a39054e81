package io.serai.channel.answer;

import io.serai.channel.Meaning;
import io.serai.channel.NotSent;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.net.ConnectException;
import java.util.List;

/** Judges what became of a message whose call ended without an answer. */
final class CallFailures {

    private CallFailures() {}

    /**
     * Later when nothing of it can have left, else unknown.
     *
     * @param failure what ended the call
     * @param called whether the call was begun
     */
    static PushAnswer settle(Throwable failure, boolean called) {
        boolean sent = called && !beforeSending(failure);
        boolean held = failure instanceof NotSent call && call.after() != null;
        Item item =
                new Item(
                        null,
                        null,
                        Meaning.LATER,
                        held ? PushAnswer.HELD_BACK : failure.getClass().getSimpleName(),
                        held ? failure.getMessage() : null);
        Integer after = failure instanceof NotSent call ? call.after() : null;
        return new PushAnswer(null, sent ? Outcome.UNKNOWN : Outcome.LATER, after, List.of(item));
    }

    private static boolean beforeSending(Throwable failure) {
        return failure instanceof NotSent || failure instanceof ConnectException;
    }
}
