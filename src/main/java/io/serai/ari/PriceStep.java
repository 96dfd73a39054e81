package io.serai.ari;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One step on the way to a price.
 *
 * @param kind what was done
 * @param name what did it, as the hotel calls it
 * @param before the exact price before it in minor units; null where there was none
 * @param after the exact price after it in minor units; null where it is not sold so
 */
public record PriceStep(
        Kind kind, String name, @Nullable BigDecimal before, @Nullable BigDecimal after) {

    /** What a step does to a price. */
    public enum Kind {
        /** What the hotel's system wrote. */
        SYSTEM("system"),
        /** What a person set. */
        HAND("hand"),
        /** The offset of a derived plan from its parent's price. */
        DERIVED("derived"),
        /** A price rule. */
        RULE("rule"),
        /** The least price of a rule. */
        FLOOR("floor"),
        /** The most of a rule. */
        CEILING("ceiling"),
        /** To what the plan or the currency is rounded. */
        ROUNDING("rounding"),
        /** What a connection adds. */
        MARK_UP("mark-up"),
        /** What a channel keeps, added to the net price. */
        COMMISSION("commission"),
        /** Into the connection's currency. */
        EXCHANGE("exchange");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in answers. */
        public String word() {
            return word;
        }
    }
}
