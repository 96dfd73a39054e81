package io.serai.channel.door;

import io.serai.channel.Meaning;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * What the door gives to a route, and what is remembered of it.
 *
 * @param response what the route gets
 * @param status the channel's status; null when the call was not made
 * @param outcome what the status means, or why the call was not made
 * @param reference what the channel calls the call; null when it did not say
 * @param size the size of the channel's answer, unpacked
 */
record Reply(
        ClassicHttpResponse response,
        @Nullable Integer status,
        String outcome,
        @Nullable String reference,
        long size) {

    /** The door's own refusal. */
    static Reply notMade(ClassicHttpResponse refusal, Meaning meaning) {
        return new Reply(refusal, null, "not made: " + meaning.word(), null, 0);
    }
}
