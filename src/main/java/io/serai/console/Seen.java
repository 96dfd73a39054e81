package io.serai.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.springframework.util.DigestUtils;

/**
 * What a page shows already: a stamp for each part, and how far its lists go.
 *
 * @param sent the last delivery
 * @param booked the last change of a booking, in microseconds since 1970
 */
record Seen(
        String head,
        String grid,
        String deliveries,
        String bookings,
        String waiting,
        String trouble,
        long sent,
        long booked) {

    static String stamp(Object... shown) {
        return DigestUtils.md5DigestAsHex(Arrays.deepToString(shown).getBytes(UTF_8));
    }

    /** The same but for the grid, which somebody works on. */
    Seen withGrid(String stamp) {
        return new Seen(head, stamp, deliveries, bookings, waiting, trouble, sent, booked);
    }

    /** The same but for the prices that wait, about which somebody decides. */
    Seen withWaiting(String stamp) {
        return new Seen(head, grid, deliveries, bookings, stamp, trouble, sent, booked);
    }

    /** As the page asks whether anything changed. */
    public String query() {
        return "head="
                + head
                + "&grid="
                + grid
                + "&deliveries="
                + deliveries
                + "&bookings="
                + bookings
                + "&waiting="
                + waiting
                + "&trouble="
                + trouble
                + "&sent="
                + sent
                + "&booked="
                + booked;
    }
}
