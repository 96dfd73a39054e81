package io.serai.reservation.hook;

import org.jspecify.annotations.Nullable;

/**
 * A delivery that is sent now.
 *
 * @param tries how often it was begun, this time included
 * @param owner who claimed it; null: it is parked, and somebody sends it again
 */
public record HookDelivery(
        long id, long subscription, int hotel, int tries, @Nullable String owner) {

    /** The exchange property that holds the delivery under work. */
    public static final String PROPERTY = "delivery";
}
