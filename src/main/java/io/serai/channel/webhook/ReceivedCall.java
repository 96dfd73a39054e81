package io.serai.channel.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A call that was proved, as the routes get it.
 *
 * @param account whose it is; null where the proof does not say
 * @param original the sealed original; null where none is kept
 * @param body without cards and password; empty for a call that is worked off afterwards
 */
record ReceivedCall(
        Hook hook,
        @Nullable Long account,
        @Nullable Long original,
        @Nullable String kind,
        String body) {

    /** The attribute of a request that holds it. */
    static final String ATTRIBUTE = ReceivedCall.class.getName();

    /** What it is about. */
    @Override
    public String toString() {
        return "call to " + hook.key() + ", " + kind;
    }
}
