package io.serai.console;

import org.jspecify.annotations.Nullable;

/**
 * A connection of a hotel, as it is now.
 *
 * @param id its key
 * @param name how the hotel calls it
 * @param remoteHotel the hotel's number at the channel
 * @param isTest whether what it sends is marked as a test
 * @param testWords what that means at its channel
 * @param state {@code open}, {@code paused}, {@code held}, {@code broken}, {@code new}, {@code
 *     reading}, {@code adding}, {@code closing}, {@code no-folder} or {@code disconnected}
 * @param words why, and what to do next; empty when there is nothing to do
 * @param polled when its bookings were last asked for
 * @param waiting how long the oldest change waits to be sent
 * @param unpriced whether prices are stopped: its currency is not the hotel's and has no rate, or
 *     was changed and nobody confirmed it
 * @param restored what was noticed of the database: the channel may hold something else than is
 *     known here; null: nothing
 */
public record ConnectionNow(
        int id,
        String name,
        String remoteHotel,
        boolean isTest,
        String testWords,
        String state,
        String words,
        String polled,
        String waiting,
        boolean unpriced,
        @Nullable Restored restored) {

    /**
     * That the database was restored.
     *
     * @param words what was noticed
     * @param at when
     * @param isBeingTold whether the channel is being told everything again
     */
    public record Restored(String words, String at, boolean isBeingTold) {}

    /** Whether it sells. */
    public boolean isOpen() {
        return state.equals("open") || state.equals("held");
    }
}
