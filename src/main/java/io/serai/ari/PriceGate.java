package io.serai.ari;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which prices of a product a person must look at before a channel is told: those outside the
 * hotel's own bounds, and those that stand out from the nights around them. Compared is each price
 * with the same number of guests and nights. A median is the middle one of the nights around; of
 * two in the middle the one that spares the price.
 *
 * @param least the lowest a night, in minor units; {@link Cell#NONE} when there is none
 * @param most the highest a night, in minor units; {@link Cell#NONE} when there is none
 * @param factor how many times the median a price may be, and the median a price; above 1
 * @param reach how many nights before and after are looked at; 0: none
 * @param digits of the currency's minor unit
 */
public record PriceGate(long least, long most, double factor, int reach, int digits) {

    /** Says why a person must look at a night; null when none must. */
    public @Nullable Doubt judge(Surroundings here) {
        long[] prices = here.prices();
        long[] around = new long[2 * reach];
        for (int position = 0; position < prices.length; position++) {
            long price = prices[position];
            if (price != Cell.NONE) {
                int stay = here.stay(position);
                if (price < lowest(stay)) {
                    return bound(price, stay, "below", "least", least);
                }
                if (price > highest(stay)) {
                    return bound(price, stay, "above", "most", most);
                }
                int count = here.around(position, reach, around);
                if (standsOut(price, around, count)) {
                    return jump(price, stay, spared(price, around, count));
                }
            }
        }
        return null;
    }

    /**
     * What the prices of a night would be by the nights around it and the hotel's bounds; a price
     * that does not stand out is its own reference. Null where nothing better is known than the
     * prices themselves.
     */
    public long @Nullable [] reference(Surroundings here) {
        long[] reference = here.prices().clone();
        long[] around = new long[2 * reach];
        for (int position = 0; position < reference.length; position++) {
            long price = reference[position];
            if (price != Cell.NONE) {
                int count = here.around(position, reach, around);
                int stay = here.stay(position);
                boolean outside = price < lowest(stay) || price > highest(stay);
                long usual =
                        count > 0 && (outside || standsOut(price, around, count))
                                ? spared(price, around, count)
                                : price;
                reference[position] = Math.max(lowest(stay), Math.min(highest(stay), usual));
            }
        }
        return Arrays.equals(reference, here.prices()) ? null : reference;
    }

    private long lowest(int stay) {
        return least == Cell.NONE ? Long.MIN_VALUE : least * stay;
    }

    private long highest(int stay) {
        return most == Cell.NONE ? Long.MAX_VALUE : most * stay;
    }

    /** Counting who is far enough below or above spares sorting them for each night. */
    private boolean standsOut(long price, long[] around, int count) {
        int below = 0;
        int above = 0;
        for (int other = 0; other < count; other++) {
            below += price > around[other] * factor ? 1 : 0;
            above += price * factor < around[other] ? 1 : 0;
        }
        int most = count / 2 + 1;
        return count > 0 && (below >= most || above >= most);
    }

    /** The median of the first so many; of two in the middle the one nearer to the price. */
    private static long spared(long price, long[] around, int count) {
        long[] sorted = Arrays.copyOf(around, count);
        Arrays.sort(sorted);
        long upper = sorted[count / 2];
        return price >= upper ? upper : sorted[(count - 1) / 2];
    }

    private Doubt bound(long price, int stay, String side, String which, long bound) {
        return new Doubt(
                Doubt.Reason.HOTEL_BOUNDS,
                "held for approval: %s%s is %s the hotel's own bound, at %s %s a night"
                        .formatted(money(price), stay(stay), side, which, money(bound)));
    }

    private Doubt jump(long price, int stay, long median) {
        String much = BigDecimal.valueOf(factor).stripTrailingZeros().toPlainString();
        String words =
                price > median
                        ? "more than %s times".formatted(much)
                        : "less than one part in %s of".formatted(much);
        return new Doubt(
                Doubt.Reason.JUMP,
                "held for approval: %s%s is %s %s, the middle of the nights around it"
                        .formatted(money(price), stay(stay), words, money(median)));
    }

    private static String stay(int nights) {
        return nights == 1 ? "" : " for " + nights + " nights";
    }

    private String money(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
