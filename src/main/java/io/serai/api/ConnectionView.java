package io.serai.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A connection as the API shows it. Ids are strings.
 *
 * @param id its id
 * @param name what people call it
 * @param provider the channel's code
 * @param hotel the hotel's id
 * @param state new, reading, open, broken or disconnected
 * @param enabled whether the hotel wants it to work
 * @param reason why it is not open; null when nothing is to be said
 * @param testMode whether guests cannot book it
 * @param remoteHotel the hotel's number at the channel
 * @param partnerId kept and shown only
 * @param eanId kept and shown only
 * @param lastPoll when its account's reservations were last asked for
 * @param marksWaiting changes that were not looked at yet
 * @param heldSince since when sending has failed for so long that it is tried hourly only
 */
public record ConnectionView(
        String id,
        String name,
        String provider,
        String hotel,
        String state,
        boolean enabled,
        @Nullable String reason,
        boolean testMode,
        @Nullable String remoteHotel,
        @Nullable String partnerId,
        @Nullable String eanId,
        @Nullable Instant lastPoll,
        long marksWaiting,
        @Nullable Instant heldSince) {}
