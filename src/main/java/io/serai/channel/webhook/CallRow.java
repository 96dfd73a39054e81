package io.serai.channel.webhook;

import org.jspecify.annotations.Nullable;

/**
 * A call as it is kept.
 *
 * @param keys what its names are known under among those of all webhooks
 * @param name its own name
 * @param about what it is about; null where it does not say
 * @param provider its channel's code
 * @param hook the webhook's name
 * @param hotel the hotel's number at the channel; null where it does not say
 * @param sealed its body
 * @param waits how long its channel waits for what it asks for, in seconds; null: it does not
 */
record CallRow(
        String keys,
        String name,
        @Nullable String about,
        String provider,
        String hook,
        @Nullable Long account,
        @Nullable String hotel,
        @Nullable String kind,
        byte[] sealed,
        @Nullable Long original,
        String state,
        @Nullable String reason,
        @Nullable Double waits) {

    /** What it is, without its body. */
    @Override
    public String toString() {
        return "call to " + keys + ", " + kind;
    }
}
