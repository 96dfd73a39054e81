package io.serai.ari;

import java.math.BigDecimal;

/**
 * Prices that a channel was told for a night, that are not wanted any more and that it keeps on
 * sale, since nothing takes them back.
 */
public final class StillSold {

    private StillSold() {}

    /**
     * Names each of them, but those of a night that is closed and of stays that may not be booked.
     *
     * @param digits of the currency's minor unit
     */
    public static void find(Terms terms, Cell wanted, Cell held, int digits, Found found) {
        boolean closed = wanted.has(Field.CLOSED) && wanted.get(Field.CLOSED) == 1;
        for (int position = 0;
                terms.keepsPrices() && !closed && position < wanted.prices();
                position++) {
            long price = held.price(position);
            if (price != Cell.NONE
                    && wanted.price(position) == Cell.NONE
                    && isBookable(terms.remote(), position, wanted)) {
                found.say(
                        terms.remote().layout().name(position),
                        Long.toString(price),
                        "sold no more%s, but not taken back by this channel, which has %s"
                                .formatted(
                                        stay(terms.remote(), position),
                                        BigDecimal.valueOf(price, digits).toPlainString()));
            }
        }
    }

    private static boolean isBookable(Remote remote, int position, Cell wanted) {
        if (remote.layout() != PriceLayout.STAY) {
            return true;
        }
        int nights = position % remote.longestStay() + 1;
        return !(wanted.has(Field.MIN_ARRIVAL) && nights < wanted.get(Field.MIN_ARRIVAL))
                && !(wanted.has(Field.MAX_ARRIVAL)
                        && wanted.get(Field.MAX_ARRIVAL) > 0
                        && nights > wanted.get(Field.MAX_ARRIVAL));
    }

    private static String stay(Remote remote, int position) {
        if (remote.layout() != PriceLayout.STAY) {
            return "";
        }
        int nights = position % remote.longestStay() + 1;
        return remote.pricing() == Pricing.LENGTH_OF_STAY_PER_DAY
                ? " for %d nights".formatted(nights)
                : " for %d nights and %d guests"
                        .formatted(nights, position / remote.longestStay() + 1);
    }

    /** Hears of what is still sold. */
    @FunctionalInterface
    public interface Found {

        /**
         * @param field the value's name, as {@code price:2}
         * @param value the price, in minor units
         * @param words what is so
         */
        void say(String field, String value, String words);
    }
}
