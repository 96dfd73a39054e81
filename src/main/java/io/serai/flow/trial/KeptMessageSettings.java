package io.serai.flow.trial;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which messages are kept for trying other texts of their mappings.
 *
 * @param each the last so many of each mapping; 0: none
 * @param keep how long one is kept at most
 * @param largest a message of more characters, with what its mapping gave, is not kept
 * @param trialAtMost how long trying them may take
 * @param trialMemory Java's heap in the process that tries them, which takes about as much again
 *     besides
 */
@ConfigurationProperties("serai.flow.messages")
public record KeptMessageSettings(
        @DefaultValue("20") int each,
        @DefaultValue("7d") Duration keep,
        @DefaultValue("256KB") DataSize largest,
        @DefaultValue("20s") Duration trialAtMost,
        @DefaultValue("128MB") DataSize trialMemory) {

    private static final DataSize LEAST_MEMORY = DataSize.ofMegabytes(64);

    /** Fails when a bound is none. */
    public KeptMessageSettings {
        if (each < 0) {
            throw new IllegalArgumentException(
                    "serai.flow.messages.each: " + each + " (expected: 0 or more)");
        }
        if (trialAtMost.isNegative() || trialAtMost.isZero()) {
            throw new IllegalArgumentException(
                    "serai.flow.messages.trial-at-most: "
                            + trialAtMost
                            + " (expected: more than zero)");
        }
        if (trialMemory.compareTo(LEAST_MEMORY) < 0) {
            throw new IllegalArgumentException(
                    "serai.flow.messages.trial-memory: "
                            + trialMemory
                            + " (expected: 64MB or more)");
        }
    }
}
