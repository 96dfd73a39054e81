package io.serai.reservation;

import org.jspecify.annotations.Nullable;

/**
 * The right to ask one queue of an account, for as long as nobody else has taken it over.
 *
 * @param channel the channel's folder
 * @param port the port that asks
 * @param fence raised by every claim of the queue
 * @param most how many are asked for at once after an outage; null: all that wait
 */
public record PollClaim(
        long accountId,
        String channel,
        String port,
        String queue,
        String owner,
        long fence,
        @Nullable Integer most) {

    /** Whether so many came that more may wait. */
    boolean isFull(int came) {
        return most != null && came >= most;
    }

    /** Where the route of the channel that asks is found. */
    public String endpoint() {
        return "direct:" + channel + "-" + port + "?block=false";
    }
}
