package io.serai.channel.answer;

import io.serai.channel.DoorHeaders;
import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;

/** Judges calls that the door did not make: no channel's statuses say what these mean. */
final class DoorRefusals {

    private DoorRefusals() {}

    /** What became of a message that the door held back; null where the call was made. */
    static @Nullable PushAnswer settle(Message answer, @Nullable Integer retryAfter) {
        String broken = answer.getHeader(DoorHeaders.BROKEN, String.class);
        if (broken != null) {
            return answer(Outcome.BROKEN, null, Meaning.BROKEN, "account", broken);
        }
        if (answer.getHeader(DoorHeaders.LIMITED) == null) {
            return null;
        }
        boolean noAccess = answer.getHeader(DoorHeaders.NO_ACCESS) != null;
        return answer(
                Outcome.LATER,
                retryAfter,
                Meaning.LATER,
                noAccess ? "no-access" : PushAnswer.LIMITED,
                answer.getBody(String.class));
    }

    private static PushAnswer answer(
            Outcome outcome,
            @Nullable Integer retryAfter,
            Meaning meaning,
            String code,
            @Nullable String words) {
        return new PushAnswer(
                null, outcome, retryAfter, List.of(new Item(null, null, meaning, code, words)));
    }
}
