package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/**
 * The right to ask one queue of an account, for as long as nobody else has taken it over.
 *
 * @param channel the channel's folder
 * @param port the port that asks
 * @param fence raised by every claim of the queue
 * @param most how many are asked for at once after an outage; null: all that wait
 * @param since after an outage, the moment in UTC from which all that changed is asked for; null:
 *     what waits is asked for
 * @param comparedSince the same, where the channel cannot be asked for that: each hotel's
 *     reservations are compared instead
 * @param number the one reservation that is asked for; null: the queue as it is
 * @param why what wants that one
 */
public record PollClaim(
        long accountId,
        String channel,
        String port,
        String queue,
        String owner,
        long fence,
        @Nullable Integer most,
        @Nullable String since,
        @Nullable String comparedSince,
        @Nullable String number,
        @Nullable String why) {

    /** A claim to ask for all that waits. */
    static PollClaim of(
            long accountId, String channel, String port, String queue, String owner, long fence) {
        return new PollClaim(
                accountId, channel, port, queue, owner, fence, null, null, null, null, null);
    }

    /** Whether so many came that more may wait. */
    boolean isFull(int came) {
        return most != null && came >= most;
    }

    /** Whether all that waits is asked for, and nothing else. */
    boolean isOfAll() {
        return most == null && since == null && number == null;
    }

    /** By which other way than its queue a reservation comes; null: as it should. */
    @Nullable String source() {
        return since != null ? "since" : number != null ? why : null;
    }

    /** Where the route of the channel that asks is found. */
    public String endpoint() {
        return "direct:" + channel + "-" + port + "?block=false";
    }
}
