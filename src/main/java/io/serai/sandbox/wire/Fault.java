package io.serai.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong at the faces whose path begins so.
 *
 * @param status of kind error; 500 when absent
 * @param retryAfter seconds, of kind throttle; no header when absent
 * @param delay milliseconds, of kind slow
 * @param times how often it happens at most; for ever when absent
 * @param every only each n-th matching call; each when absent
 */
public record Fault(
        String path,
        Kind kind,
        @Nullable Integer status,
        @Nullable Integer retryAfter,
        @Nullable Integer delay,
        @Nullable Integer times,
        @Nullable Integer every) {

    /** What goes wrong. */
    public enum Kind {
        /** The answer comes late; the effect happens at once before it. */
        @JsonProperty("slow")
        SLOW,
        /** 429 without any effect. */
        @JsonProperty("throttle")
        THROTTLE,
        /** A status of one's choice without any effect. */
        @JsonProperty("error")
        ERROR,
        /** The connection is closed before any effect. */
        @JsonProperty("cut")
        CUT,
        /** The effect is committed, then the connection is closed without an answer. */
        @JsonProperty("lost-answer")
        LOST_ANSWER,
        /** The effect is committed, half of the answer is sent, then the connection is closed. */
        @JsonProperty("truncated")
        TRUNCATED
    }

    boolean beforeEffect() {
        return kind == Kind.THROTTLE || kind == Kind.ERROR || kind == Kind.CUT;
    }

    String label() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
