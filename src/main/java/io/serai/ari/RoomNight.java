package io.serai.ari;

/**
 * Rooms to sell on a night, as the hotel set them and reservations took them. What is left of them
 * is reckoned here and, for statements, in the view {@code rooms_to_sell}.
 *
 * @param offered rooms offered
 * @param overbooking the overbooking allowance: rooms that may be sold beyond those offered
 * @param sold rooms sold by reservations
 * @param heldBack rooms held back
 * @param outOfOrder rooms out of order
 * @param safetyStock rooms that no channel is told of
 * @param closed whether nothing of the room type is sold
 */
public record RoomNight(
        int offered,
        int overbooking,
        int sold,
        int heldBack,
        int outOfOrder,
        int safetyStock,
        boolean closed) {

    /** A night nobody wrote: nothing is offered. */
    public static final RoomNight UNWRITTEN = new RoomNight(0, 0, 0, 0, 0, 0, true);

    /** Rooms left to sell; negative when more are sold, or kept, than there are. */
    public int left() {
        return left(RoomSteps.NOBODY);
    }

    /** As {@link #left()}, for who wants to hear how it comes to be. */
    public int left(RoomSteps steps) {
        int left = steps.step(RoomSteps.Kind.OFFERED, 0, offered);
        left = steps.step(RoomSteps.Kind.OVERBOOKING, left, left + overbooking);
        left = steps.step(RoomSteps.Kind.SOLD, left, left - sold);
        left = steps.step(RoomSteps.Kind.HELD_BACK, left, left - heldBack);
        left = steps.step(RoomSteps.Kind.OUT_OF_ORDER, left, left - outOfOrder);
        return steps.step(RoomSteps.Kind.SAFETY_STOCK, left, left - safetyStock);
    }

    /**
     * Whether more rooms are sold than may be. One within the overbooking allowance may; the safety
     * stock is there to be sold when it comes to that.
     */
    public boolean isOversold() {
        return left() + safetyStock < 0;
    }
}
