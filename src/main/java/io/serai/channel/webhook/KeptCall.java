package io.serai.channel.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook call as people see it: without its body.
 *
 * @param id its number; {@code direct:webhook-replay} works it off once more by it
 * @param receivedAt when it came
 * @param provider the channel's code
 * @param hook the webhook's name; empty for the channel's own
 * @param hotel the hotel that it names; null where it names none of ours
 * @param kind what it is about; null where it does not say
 * @param state received, done, parked, unknown, unused or malformed
 * @param reason why nothing followed from it, or it was not taken; null where all is well
 * @param tries how often it was begun
 */
public record KeptCall(
        long id,
        Instant receivedAt,
        String provider,
        String hook,
        @Nullable Integer hotel,
        @Nullable String kind,
        String state,
        @Nullable String reason,
        int tries) {}
