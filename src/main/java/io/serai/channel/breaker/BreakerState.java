package io.serai.channel.breaker;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a breaker of this instance is now.
 *
 * @param key what it is for
 * @param state {@code closed}, {@code open} or {@code half-open}
 * @param since when it became so; null: it never was otherwise
 * @param until when it lets calls pass again; null unless it is open
 * @param failureRate the percentage of the counted calls that failed; null while too few are
 *     counted
 * @param counted the calls that are counted
 * @param failed the failed ones of them
 * @param slow the slow ones of them
 * @param refused the calls that it did not let pass since it opened last
 */
public record BreakerState(
        BreakerKey key,
        String state,
        @Nullable Instant since,
        @Nullable Instant until,
        @Nullable Float failureRate,
        int counted,
        int failed,
        int slow,
        long refused) {

    /** Whether all calls pass. */
    public boolean isClosed() {
        return state.equals("closed");
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
