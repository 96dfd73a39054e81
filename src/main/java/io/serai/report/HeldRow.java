package io.serai.report;

import io.serai.ari.Pricing;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rate's night as it is kept, and that of its room.
 *
 * @param rate the key of the channel's rate
 * @param remoteRate the channel's own id of it
 * @param prices minor units; empty where none was told
 * @param unknown the bits of what is not known of the rate
 * @param attempt that told it last; 0: none
 * @param closed 1: yes; null: never told
 * @param room the key of the channel's room; null: it is not known here
 */
record HeldRow(
        int hotel,
        LocalDate night,
        String roomType,
        String ratePlan,
        String channel,
        int connection,
        int rate,
        String remoteRate,
        String currency,
        Pricing pricing,
        List<@Nullable Long> prices,
        int unknown,
        long attempt,
        @Nullable Integer closed,
        @Nullable Integer leastStay,
        @Nullable Integer room,
        @Nullable Integer rooms,
        @Nullable Integer roomClosed,
        int roomUnknown,
        long roomAttempt) {}
