package io.serai.channel.connection;

import org.jspecify.annotations.Nullable;

/**
 * A connection of a hotel as it is kept.
 *
 * @param id its key
 * @param hotel the hotel's key
 * @param name what people call it
 * @param provider the channel's code
 * @param account the key of its account; null while it is not taken in
 * @param remoteHotel the hotel's number at the channel; null where nobody said it
 * @param test whether guests cannot book what is sent
 * @param enabled whether the hotel wants it to work
 * @param state new, reading, open, broken or disconnected
 * @param reason why it is not open; null when nothing is to be said
 * @param step what a person who adds it does next; null when it is added
 * @param closedFor why everything is told as closed: first-sync, pause or disconnect; null: it is
 *     not
 * @param open whether it sells
 */
public record StoredConnection(
        int id,
        int hotel,
        String name,
        String provider,
        @Nullable Long account,
        @Nullable String remoteHotel,
        boolean test,
        boolean enabled,
        String state,
        @Nullable String reason,
        @Nullable String step,
        @Nullable String closedFor,
        boolean open) {

    /** Everything is told as closed until a person opens it. */
    public static final String FIRST_SYNC = "first-sync";

    /** Everything is told as closed, and it is left then. */
    private static final String LEAVING = "disconnect";

    /** Whether it is left once all of it is closed at the channel. */
    boolean isBeingLeft() {
        return LEAVING.equals(closedFor);
    }

    /** Whether a person still adds it. */
    public boolean isBeingAdded() {
        return step != null || FIRST_SYNC.equals(closedFor);
    }

    /** Where whoever adds it goes on: a step, {@code first-sync} or {@code done}. */
    public String next() {
        return step != null ? step : FIRST_SYNC.equals(closedFor) ? FIRST_SYNC : "done";
    }

    /** The account that is there when it is taken in. */
    public long taken() {
        if (account == null) {
            throw new ConnectionRefused(
                    "state: '" + state + "' (expected: taken in, which takes seconds)");
        }
        return account;
    }
}
