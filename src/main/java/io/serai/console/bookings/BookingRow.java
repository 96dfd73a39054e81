package io.serai.console.bookings;

/**
 * A booking as lists show it.
 *
 * @param id its key
 * @param number the channel's number
 * @param channel how the hotel calls the connection
 * @param guest who booked; empty when that is erased or was not told
 * @param status {@code booked}, {@code modified}, {@code cancelled} or {@code no-show}
 * @param arrival the day, in words; empty when not told
 * @param departure the day, in words; empty when not told
 * @param nights how many; 0 when not told
 * @param rooms which room types, how many of each
 * @param total what the stay costs, with its currency; empty when not told
 * @param totalNote what the total of a cancelled booking is; empty for all others
 * @param booked when it was first taken in
 * @param at when it was last taken in
 * @param alert what somebody has to see to; empty when nothing
 * @param isThanked whether the channel knows that we have it
 * @param isUnawaited whether the channel waits for no word that we have it
 * @param confirmBy until when it has to know, lest it gives up; empty when it knows or does not
 *     care
 */
public record BookingRow(
        long id,
        String number,
        String channel,
        String guest,
        String status,
        String arrival,
        String departure,
        int nights,
        String rooms,
        String total,
        String totalNote,
        String booked,
        String at,
        String alert,
        boolean isThanked,
        boolean isUnawaited,
        String confirmBy) {

    /** Whether the channel knows it, in words. */
    public String getClock() {
        if (channel.equals(BookingRows.DIRECT)) {
            return "taken here";
        }
        if (isUnawaited) {
            return "taken";
        }
        return isThanked
                ? "acknowledged"
                : confirmBy.isEmpty() ? "not yet acknowledged" : confirmBy;
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return String.join(" ", channel, number, status, at, rooms, total, alert, getClock());
    }
}
