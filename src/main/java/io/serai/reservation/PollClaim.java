package io.serai.reservation;

/**
 * The right to ask one queue of an account, for as long as nobody else has taken it over.
 *
 * @param channel the channel's folder
 * @param port the port that asks
 * @param fence raised by every claim of the queue
 */
public record PollClaim(
        long accountId, String channel, String port, String queue, String owner, long fence) {

    /** Where the route of the channel that asks is found. */
    public String endpoint() {
        return "direct:" + channel + "-" + port + "?block=false";
    }
}
