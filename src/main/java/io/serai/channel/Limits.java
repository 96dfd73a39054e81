package io.serai.channel;

import org.jspecify.annotations.Nullable;

/**
 * The limits of one endpoint; null for none.
 *
 * @param account over all hotels of an account
 * @param hotel for each hotel
 */
public record Limits(@Nullable Limit account, @Nullable Limit hotel) {

    static final Limits NONE = new Limits(null, null);
}
