package io.serai.channel.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to a channel as it is remembered: who, what, how large, how long; never what it said.
 *
 * @param at when it began
 * @param account the account it was made for
 * @param connection the connection it was made for; null for calls over all hotels of an account
 * @param attempt the attempt it carried; null when it carried none
 * @param name the endpoint's name in the channel's description
 * @param method the HTTP method
 * @param path the address's path, without its query
 * @param status the HTTP status; null when there was no answer
 * @param outcome what the status means, or what kept the answer away
 * @param reference what the channel calls it; null when it did not say
 * @param sentBytes the size of what was sent
 * @param answerBytes the size of what was answered
 * @param took how long it took, waiting for its turn included
 */
public record Call(
        Instant at,
        long account,
        @Nullable Long connection,
        @Nullable Long attempt,
        String name,
        String method,
        String path,
        @Nullable Integer status,
        String outcome,
        @Nullable String reference,
        long sentBytes,
        long answerBytes,
        Duration took) {}
