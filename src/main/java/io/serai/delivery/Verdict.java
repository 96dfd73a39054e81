package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Range;
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
 * @param notes what it took and said something about
 * @param again what is sent again at once, in these parts
 * @param retryAfter seconds that the channel wants to be left alone; null when it did not say
 * @param code the channel's code for the whole
 * @param words the channel's words for the whole
 */
record Verdict(
        Outcome outcome,
        @Nullable String reference,
        List<Range> applied,
        List<Named> refused,
        List<Named> notes,
        List<Batch> again,
        @Nullable Integer retryAfter,
        @Nullable String code,
        @Nullable String words) {

    /**
     * A range that the channel said something about.
     *
     * @param range the range, with the fields it is about
     * @param fields the names of those fields
     * @param code the channel's code
     * @param words the channel's words
     */
    record Named(Range range, List<String> fields, @Nullable String code, String words) {}
}
