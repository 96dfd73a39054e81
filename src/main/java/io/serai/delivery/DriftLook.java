package io.serai.delivery;

/**
 * What a look at what a channel shows came to, in values of a night.
 *
 * @param shown values that the channel showed
 * @param found those that are not what it accepted
 * @param suspected of those, the ones that are looked at again before they count
 * @param settled of those, the ones that were settled at once
 */
record DriftLook(int shown, int found, int suspected, int settled) {

    static final DriftLook NOTHING = new DriftLook(0, 0, 0, 0);

    DriftLook and(DriftLook other) {
        return new DriftLook(
                shown + other.shown,
                found + other.found,
                suspected + other.suspected,
                settled + other.settled);
    }
}
