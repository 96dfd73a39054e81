package io.serai.hotel.bulk;

import io.serai.ari.Cell;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What becomes of prices.
 *
 * @param kind in which way
 * @param by percent, or minor units; 0 where the way needs none
 */
public record PriceMove(Kind kind, BigDecimal by) {

    /** They stay. */
    public static final PriceMove NONE = new PriceMove(Kind.LEAVE, BigDecimal.ZERO);

    /** Ways in which prices move. */
    public enum Kind {
        /** They stay as they are. */
        LEAVE,
        /** They become an amount. */
        SET,
        /** They go up or down by percent. */
        PERCENT,
        /** They go up or down by an amount. */
        AMOUNT,
        /** What was set by hand is left to the hotel's system again. */
        RELEASE
    }

    /** The price after it, rounded once to the minor unit; not sold stays not sold. */
    long of(long minor) {
        if (minor == Cell.NONE) {
            return kind == Kind.SET ? by.longValueExact() : Cell.NONE;
        }
        BigDecimal price = BigDecimal.valueOf(minor);
        BigDecimal moved =
                switch (kind) {
                    case LEAVE, RELEASE -> price;
                    case SET -> by;
                    case AMOUNT -> price.add(by);
                    case PERCENT -> price.add(price.multiply(by).movePointLeft(2));
                };
        return moved.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /** Whether prices stay as they are. */
    public boolean isNone() {
        return kind == Kind.LEAVE;
    }
}
