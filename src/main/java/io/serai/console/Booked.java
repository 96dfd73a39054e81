package io.serai.console;

/**
 * A booking as its channel last told it.
 *
 * @param change when that was, in microseconds since 1970
 * @param id its key
 * @param number the channel's number
 * @param channel how the hotel calls the connection
 * @param guest who booked; empty when that is erased or was not told
 * @param status {@code booked}, {@code modified}, {@code cancelled} or {@code no-show}
 * @param stay from arrival to departure
 * @param rooms which room types, how many of each
 * @param total what the stay costs, with its currency; empty when not told
 * @param at when it was last taken in
 * @param alarm what somebody has to see to; empty when nothing
 * @param isThanked whether the channel knows that we have it
 * @param confirmBy until when it has to know, lest it gives up; empty when it knows or does not
 *     care
 */
record Booked(
        long change,
        long id,
        String number,
        String channel,
        String guest,
        String status,
        String stay,
        String rooms,
        String total,
        String at,
        String alarm,
        boolean isThanked,
        String confirmBy) {

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return channel + " " + number + " " + change + " " + alarm + " " + isThanked + " "
                + confirmBy;
    }
}
