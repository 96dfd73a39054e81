package io.serai.console.today;

import io.serai.channel.wire.Correlation;
import java.util.List;

/**
 * A delivery: one call that carried values to a channel.
 *
 * @param id its key
 * @param at when it left
 * @param channel how the hotel calls the connection
 * @param request what it was about, in words
 * @param ranges what it said for which nights, the first few
 * @param more how many ranges it carried besides
 * @param outcome how the channel took it; {@code open} while it has not answered
 * @param reference the channel's own reference; empty when it gave none
 * @param words what the channel said; empty when nothing
 */
record Sent(
        long id,
        String at,
        String channel,
        String request,
        List<Range> ranges,
        int more,
        String outcome,
        String reference,
        String words) {

    /** By which its calls, its log lines and its trace are found. */
    public String correlation() {
        return Correlation.ofAttempt(id);
    }

    /**
     * What was said of some nights.
     *
     * @param what the room or rate
     * @param nights from when to when
     * @param values what it was told
     * @param words what the channel answered to it; empty when nothing
     */
    record Range(String what, String nights, String values, String words) {}
}
