package io.serai.ari;

/**
 * Price and restrictions of a product on a night, as the hotel set them.
 *
 * @param closed whether the product is not sold
 * @param cta closed to arrival
 * @param ctd closed to departure
 * @param minThrough shortest stay that may touch the night; 0: none
 * @param maxThrough longest stay that may touch the night; 0: none
 * @param minArrival shortest stay that may begin on it; 0: none
 * @param maxArrival longest stay that may begin on it; 0: none
 * @param prices minor units, laid out by the rate plan's pricing; {@link Cell#NONE} where not sold
 */
public record RateNight(
        boolean closed,
        boolean cta,
        boolean ctd,
        int minThrough,
        int maxThrough,
        int minArrival,
        int maxArrival,
        long[] prices) {

    /** A night nobody wrote: it is not sold. */
    public static final RateNight UNWRITTEN =
            new RateNight(true, false, false, 0, 0, 0, 0, new long[0]);

    /** Whether no price is set at all. */
    public boolean unpriced() {
        for (long price : prices) {
            if (price != Cell.NONE) {
                return false;
            }
        }
        return true;
    }

    /** The restriction of a field, 0 where there is none. */
    public int restriction(Field field) {
        return switch (field) {
            case MIN_THROUGH -> minThrough;
            case MAX_THROUGH -> maxThrough;
            case MIN_ARRIVAL -> minArrival;
            case MAX_ARRIVAL -> maxArrival;
            case CTA -> cta ? 1 : 0;
            case CTD -> ctd ? 1 : 0;
            default -> throw new IllegalArgumentException(field + " is no restriction");
        };
    }
}
