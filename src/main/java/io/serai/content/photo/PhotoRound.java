package io.serai.content.photo;

import java.time.OffsetDateTime;

/**
 * A connection that is told of photos, claimed by whoever holds its fence.
 *
 * @param connection the connection
 * @param hotel its hotel
 * @param account the account it is told with
 * @param provider the channel's code
 * @param remoteHotel the hotel's number at the channel
 * @param fence the claim's number
 * @param tries rounds since somebody wanted one
 * @param dueAt since when it was due as it was claimed
 */
record PhotoRound(
        int connection,
        int hotel,
        long account,
        String provider,
        String remoteHotel,
        long fence,
        int tries,
        OffsetDateTime dueAt) {}
