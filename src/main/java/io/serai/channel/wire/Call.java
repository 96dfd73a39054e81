package io.serai.channel.wire;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as it is remembered: who, what, how large, how long; never what it said.
 *
 * @param at when it began
 * @param kind which way it went
 * @param who who called, as the audit names them; of a call to a channel, on whose behalf
 * @param correlation the same for all that one request, or one attempt, led to
 * @param about what it was about
 * @param name the endpoint's name in the channel's description, or the operation's in the contract
 * @param method the HTTP method
 * @param path the address's path, without its query
 * @param status the HTTP status; null when there was no answer
 * @param outcome what the status means, or what kept the answer away
 * @param reference what the channel calls it; null when it did not say
 * @param sentBytes the size of what was sent; null when it was not counted
 * @param answerBytes the size of what was answered; null when it was not counted
 * @param took how long it took, waiting for its turn included
 */
public record Call(
        Instant at,
        Kind kind,
        String who,
        String correlation,
        About about,
        String name,
        String method,
        String path,
        @Nullable Integer status,
        @Nullable String outcome,
        @Nullable String reference,
        @Nullable Long sentBytes,
        @Nullable Long answerBytes,
        Duration took) {

    /**
     * A call to somebody who is no channel, about nothing of a connection.
     *
     * @param to where it went, as far as that is no secret
     * @param status null when there was no answer, or the answer has none
     */
    public static Call elsewhere(
            Instant at,
            Errand errand,
            String method,
            String to,
            @Nullable Integer status,
            String outcome,
            Duration took) {
        return new Call(
                at,
                Kind.CALL,
                errand.who(),
                errand.correlation(),
                new About(
                        null,
                        errand.hotel() == null ? null : errand.hotel().longValue(),
                        null,
                        null),
                errand.name(),
                method,
                to,
                status,
                outcome,
                null,
                null,
                null,
                took);
    }

    /**
     * Why somebody is called who is no channel.
     *
     * @param name what is done, by which such calls are found
     * @param who who does it
     * @param correlation the same however often it is tried
     * @param hotel for which; null: for none, or all
     */
    public record Errand(String name, String who, String correlation, @Nullable Integer hotel) {}

    /** Which way a call went. */
    public enum Kind {
        /** To a channel, or to somebody else who is told something. */
        CALL,
        /** From a program, to the API. */
        API,
        /** From a channel, to a webhook. */
        WEBHOOK
    }

    /**
     * What a call was about.
     *
     * @param account the account it was made for; null where there is none
     * @param hotel the hotel; null: that of the connection, or none
     * @param connection the connection; null for calls over all hotels of an account
     * @param attempt the attempt it carried; null when it carried none
     */
    public record About(
            @Nullable Long account,
            @Nullable Long hotel,
            @Nullable Long connection,
            @Nullable Long attempt) {}
}
