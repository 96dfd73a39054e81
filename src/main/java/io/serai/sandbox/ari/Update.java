package io.serai.sandbox.ari;

import io.serai.sandbox.wire.Problem;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked of a range of nights, both ends included.
 *
 * @param record how the message names it, so that an error can
 * @param rate null when it is for the room type as a whole
 */
record Update(
        @Nullable String record,
        long room,
        @Nullable Long rate,
        LocalDate from,
        LocalDate to,
        Ask ask) {

    /** From and to of an offset without dates. */
    static final LocalDate EVER_SINCE = LocalDate.of(1, 1, 1);

    static final LocalDate FOR_EVER = LocalDate.of(9999, 12, 31);

    Problem problem(String code, String words) {
        return new Problem(
                code, "room " + room + of(rate) + ", " + nights() + ": " + words, record);
    }

    private static String of(@Nullable Long rate) {
        return rate == null ? "" : ", rate " + rate;
    }

    private String nights() {
        return from.equals(to) ? from.toString() : from + " to " + to;
    }
}
