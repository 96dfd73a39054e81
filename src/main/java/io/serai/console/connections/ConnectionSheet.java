package io.serai.console.connections;

import io.serai.console.ConnectionNow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection as its page shows it.
 *
 * @param now how it is
 * @param channel what people call its channel
 * @param isBeingAdded whether a person still adds it
 * @param delivery what the channel was told last; null: nothing yet
 * @param age how old its credentials are; empty while it is not taken in
 * @param ageWords what is wrong with them, or when they end; empty when nothing is to be said
 * @param limits how often its channel may be called
 * @param breakers what of it is not called for a while
 */
record ConnectionSheet(
        ConnectionNow now,
        String channel,
        boolean isBeingAdded,
        @Nullable LastDelivery delivery,
        String age,
        String ageWords,
        List<LimitLine> limits,
        List<BreakerLine> breakers) {

    /** The limit of which most is used. */
    public @Nullable LimitLine tightest() {
        return limits.stream()
                .reduce((one, other) -> other.used() > one.used() ? other : one)
                .orElse(null);
    }

    /** How many breakers hold calls back. */
    public long held() {
        return breakers.stream().filter(breaker -> !breaker.passes()).count();
    }
}
