package io.serai.ari;

/**
 * Hears how a price comes to be, step by step in the order of computing. Who computes asks {@link
 * #listens} before making words, so that nobody pays for what nobody hears.
 */
public interface Steps {

    /** Hears nothing. */
    Steps NOBODY =
            new Steps() {
                @Override
                public boolean listens() {
                    return false;
                }

                @Override
                public void step(int position, PriceStep step) {
                    // Nobody listens.
                }
            };

    /** Whether anybody hears it. */
    default boolean listens() {
        return true;
    }

    /** The steps that follow are of this plan's prices. */
    default void plan(String code) {
        // Of interest to who tells plans apart.
    }

    /**
     * The next step of a price.
     *
     * @param position where the price lies in the night's prices, from 0
     */
    void step(int position, PriceStep step);
}
