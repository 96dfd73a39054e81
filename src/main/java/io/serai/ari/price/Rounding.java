package io.serai.ari.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * To what a plan's prices are rounded: an ending and a multiple of a step. A step of 100 with the
 * ending 99 makes 79.99 and 80.99; one of 500 with the ending 0 makes 80.00 and 85.00.
 *
 * @param step minor units, above 0
 * @param ending minor units, from 0 to below the step
 * @param mode which way; nearest goes up when both are as near
 */
public record Rounding(long step, long ending, Mode mode) {

    /** To the minor unit, half up. */
    public static final Rounding NONE = new Rounding(1, 0, Mode.NEAREST);

    public Rounding {
        if (step < 1 || ending < 0 || ending >= step) {
            throw new IllegalArgumentException(
                    "step: %d, ending: %d (expected: a step from 1, an ending from 0 to below it)"
                            .formatted(step, ending));
        }
    }

    /** Which way it rounds. */
    public enum Mode {
        UP("up", RoundingMode.CEILING),
        DOWN("down", RoundingMode.FLOOR),
        NEAREST("nearest", RoundingMode.HALF_UP);

        private final String word;
        private final RoundingMode rounding;

        Mode(String word, RoundingMode rounding) {
            this.word = word;
            this.rounding = rounding;
        }

        /** Its name in the database. */
        public String word() {
            return word;
        }

        /** The mode of this name. */
        public static Mode of(String word) {
            for (Mode mode : values()) {
                if (mode.word.equals(word)) {
                    return mode;
                }
            }
            throw new IllegalArgumentException(
                    "rounding_mode: '" + word + "' (expected: up, down or nearest)");
        }
    }

    /**
     * The rounded price in minor units; what is above 0 never becomes 0 or less, but the least
     * price of its kind.
     */
    BigDecimal of(BigDecimal price) {
        BigDecimal steps =
                price.subtract(BigDecimal.valueOf(ending))
                        .divide(BigDecimal.valueOf(step), 0, mode.rounding);
        BigDecimal rounded =
                steps.multiply(BigDecimal.valueOf(step)).add(BigDecimal.valueOf(ending));
        return rounded.signum() > 0 ? rounded : BigDecimal.valueOf(ending == 0 ? step : ending);
    }
}
