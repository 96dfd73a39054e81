package io.serai.content;

import org.jspecify.annotations.Nullable;

/**
 * A connection whose channel may be told of a hotel's content.
 *
 * @param id its key
 * @param hotel the hotel
 * @param account its account
 * @param provider the channel's code
 * @param remoteHotel the hotel's number at the channel; null while it has none
 * @param configuration its configuration, as JSON
 */
record SyncedConnection(
        int id,
        int hotel,
        long account,
        String provider,
        @Nullable String remoteHotel,
        String configuration) {}
