package io.serai.reservation.direct;

/**
 * How long the texts of a booking may be that the hotel makes itself. What channels tell is taken
 * however long it is: a guest who booked is coming.
 */
public final class BookingTexts {

    /** Signs of a name, an address or a number, at most. */
    public static final int LONGEST = 200;

    /** Signs of a remark, at most. */
    public static final int LONGEST_REMARK = 2_000;

    /** Remarks of a booking or a room, at most. */
    public static final int MOST_REMARKS = 50;

    private BookingTexts() {}
}
