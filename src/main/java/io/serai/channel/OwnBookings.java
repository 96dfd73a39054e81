package io.serai.channel;

/**
 * What a channel does to its own count of rooms when a guest books, changes or cancels there.
 *
 * @param book after a booking
 * @param change after a change
 * @param cancel after a cancellation
 */
public record OwnBookings(Effect book, Effect change, Effect cancel) {

    /** What is known of the channel's count afterwards. */
    public enum Effect {
        /** The channel counts one room less for each room and night booked. */
        LOWERS,
        /** Not known: the count is sent again. */
        UNKNOWN
    }

    /** For a channel that says nothing: every count is sent again. */
    static final OwnBookings UNSAID =
            new OwnBookings(Effect.UNKNOWN, Effect.UNKNOWN, Effect.UNKNOWN);

    public OwnBookings {
        book = book == null ? Effect.UNKNOWN : book;
        change = change == null ? Effect.UNKNOWN : change;
        cancel = cancel == null ? Effect.UNKNOWN : cancel;
    }
}
