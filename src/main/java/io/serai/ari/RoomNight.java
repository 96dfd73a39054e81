package io.serai.ari;

/**
 * Rooms to sell on a night, as the hotel set them and reservations took them.
 *
 * @param offered rooms offered
 * @param sold rooms sold by reservations
 * @param heldBack rooms held back
 * @param outOfOrder rooms out of order
 * @param closed whether nothing of the room type is sold
 */
public record RoomNight(int offered, int sold, int heldBack, int outOfOrder, boolean closed) {

    /** A night nobody wrote: nothing is offered. */
    public static final RoomNight UNWRITTEN = new RoomNight(0, 0, 0, 0, true);

    /** Rooms left to sell; negative when more are sold than there are. */
    public int left() {
        return offered - sold - heldBack - outOfOrder;
    }
}
