package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Range;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an answer means for what was sent.
 *
 * @param outcome what became of the whole
 * @param reference what the channel calls the call
 * @param applied what the channel holds now
 * @param refused what it will not take
 * @param untaken what it holds as before
 * @param notes what it took and said something about
 * @param again what is sent again at once, in these parts: always less than was sent
 * @param waits whether some of it is sent again after a while
 * @param retryAfter seconds that the channel wants to be left alone; null when it did not say
 * @param code the channel's code for the whole, or for the first that it did not take
 * @param words the channel's words for it
 */
record Verdict(
        Outcome outcome,
        @Nullable String reference,
        List<Range> applied,
        List<Named> refused,
        List<Range> untaken,
        List<Named> notes,
        List<Batch> again,
        boolean waits,
        @Nullable Integer retryAfter,
        @Nullable String code,
        @Nullable String words) {

    /** Whether the call was not made since it had no turn, or is held back: nothing was tried. */
    boolean putOff() {
        return code != null && PushAnswer.PUT_OFF.contains(code);
    }

    /** The same when it will not be tried any more: nothing of it is taken until it changes. */
    Verdict givenUp(Batch batch, String why) {
        List<Named> all =
                batch.ranges().stream()
                        .map(range -> new Named(range, range.fieldNames(), code, why))
                        .toList();
        return new Verdict(
                outcome, reference, List.of(), all, List.of(), List.of(), List.of(), false, null,
                code, why);
    }

    /**
     * A range that the channel said something about.
     *
     * @param range the nights, with the values that it is about
     * @param fields the names of those fields
     * @param code the channel's code
     * @param words the channel's words
     */
    record Named(Range range, List<String> fields, @Nullable String code, String words) {}
}
