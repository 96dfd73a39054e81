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
 * @param code the channel's own code of kind error, where its dialect has codes
 * @param containing only calls whose address or body holds this text; all when absent
 */
public record Fault(
        String path,
        Kind kind,
        @Nullable Integer status,
        @Nullable Integer retryAfter,
        @Nullable Integer delay,
        @Nullable Integer times,
        @Nullable Integer every,
        @Nullable String code,
        @Nullable String containing) {

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
        /** A page for people instead of the dialect, without any effect. */
        @JsonProperty("html")
        HTML,
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

    /** Whether this call is one that it may strike; {@code text} is its address and body. */
    boolean matches(String called, String text) {
        return called.startsWith(path) && (containing == null || text.contains(containing));
    }

    boolean beforeEffect() {
        return kind != Kind.SLOW && kind != Kind.LOST_ANSWER && kind != Kind.TRUNCATED;
    }

    String label() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
