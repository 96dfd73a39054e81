package io.serai.channel.answer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A channel answered, but not with what it was asked for. */
public final class ChannelFault extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final @Nullable Integer retryAfter;
    private final transient @Nullable AnswerFacts facts;

    /**
     * @param status the HTTP status
     * @param retryAfter seconds after which the channel wants to be asked again; null when it did
     *     not say
     * @param facts what the answer says; null when it is not of the type that was expected
     */
    ChannelFault(int status, @Nullable Integer retryAfter, @Nullable AnswerFacts facts) {
        super("the channel answered " + status + words(facts) + " (expected: what was asked for)");
        this.status = status;
        this.retryAfter = retryAfter;
        this.facts = facts;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Seconds after which the channel wants to be asked again; null when it did not say. */
    public @Nullable Integer retryAfter() {
        return retryAfter;
    }

    /** What the answer says; null when it is not of the type that was expected. */
    public @Nullable AnswerFacts facts() {
        return facts;
    }

    private static String words(@Nullable AnswerFacts facts) {
        return facts == null || facts.errors().isEmpty() ? "" : ", " + facts.errors().get(0).code();
    }
}
