package io.serai.channel;

import java.time.Duration;
import java.util.Locale;

/** How urgent a call to a channel is, where calls wait for their turns under a limit. */
public enum Urgency {
    /** Closes rooms or rates, or acknowledges: every minute may cost an overbooking. */
    URGENT(Duration.ofDays(-1), 0),
    /** What a hotel changed, and what it asks for. */
    USUAL(Duration.ZERO, 10),
    /** All of a hotel told or read: it goes before nothing that asked within five minutes. */
    BULK(Duration.ofMinutes(5), 5);

    private final Duration handicap;
    private final int share;

    Urgency(Duration handicap, int share) {
        this.handicap = handicap;
        this.share = share;
    }

    /** Reads what a header or a file says, in lower case. */
    public static Urgency of(String word) {
        try {
            return valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException(
                    "urgency: '" + word + "' (expected: urgent, usual or bulk)", none);
        }
    }

    /** How it is written in headers and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How much later than it did it is taken to have asked, where others wait as well. */
    public Duration handicap() {
        return handicap;
    }

    /**
     * How many calls of those that may be made at once it leaves to what is more urgent: none, a
     * tenth, a fifth.
     */
    public long leaves(long atOnce) {
        return share == 0 ? 0 : atOnce / share;
    }
}
