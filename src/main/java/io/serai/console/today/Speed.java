package io.serai.console.today;

import io.serai.delivery.SendingDelays;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long changes took until a channel had accepted them, over the last day, in words.
 *
 * @param measured of how many changes
 */
record Speed(int measured, String half, String most, String nearlyAll) {

    static Speed of(SendingDelays.Delay delay) {
        return new Speed(
                delay.measured(),
                words(delay.half()),
                words(delay.most()),
                words(delay.nearlyAll()));
    }

    private static String words(@Nullable Duration delay) {
        if (delay == null) {
            return "–";
        }
        if (delay.toMillis() < 1_000) {
            return delay.toMillis() + " ms";
        }
        return delay.toMinutes() < 2
                ? "%d.%d s".formatted(delay.toSeconds(), delay.toMillisPart() / 100)
                : delay.toMinutes() + " min";
    }
}
