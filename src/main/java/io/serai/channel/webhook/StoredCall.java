package io.serai.channel.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A webhook call that was answered and is worked off now.
 *
 * @param id its row in {@code ota_webhooks}
 * @param channel the channel's folder
 * @param hook the webhook's name, empty for the channel's own
 * @param account whose it is; null where the proof did not say
 * @param kind what it is about; null when it does not say
 * @param original its sealed original; null when there is none
 * @param tries how often it was begun
 * @param owner who works on it; null for a parked one that is sent again
 */
public record StoredCall(
        long id,
        String channel,
        String hook,
        @Nullable Long account,
        @Nullable String kind,
        @Nullable Long original,
        int tries,
        @Nullable String owner) {

    /** The port that works a call off. */
    static final String PORT = "webhook-receive";

    /** Where the route of the channel that works it off is found. */
    public String endpoint() {
        return "direct:" + channel + "-" + PORT + "?block=false";
    }
}
