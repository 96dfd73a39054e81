package io.serai.api;

import io.serai.hotel.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nights that are asked for, and of what.
 *
 * @param from the first night
 * @param to the last night, included
 * @param roomTypes the codes of the room types that are meant; null for all
 * @param ratePlans the codes of the rate plans that are meant; null for all, and counts of rooms
 */
record Stretch(
        LocalDate from,
        LocalDate to,
        @Nullable List<String> roomTypes,
        @Nullable List<String> ratePlans) {

    /** As it is written in a request. */
    record Wish(
            @Nullable String from,
            @Nullable String to,
            @Nullable List<String> roomTypes,
            @Nullable List<String> ratePlans) {}

    /**
     * Checks a wish.
     *
     * @param today the first night that may be named
     * @param last the last night that may be named
     * @throws Problem 400 naming what was met and what was expected
     */
    static Stretch of(@Nullable Wish wish, LocalDate today, LocalDate last) {
        if (wish == null) {
            throw Problem.bad("body: none (expected: {\"from\": night, \"to\": night})");
        }
        LocalDate from = night("from", wish.from());
        LocalDate to = night("to", wish.to());
        if (from.isBefore(today)) {
            throw Problem.bad(
                    "from: '" + from + "' (expected: today at the hotel, " + today + ", or later)");
        }
        if (to.isBefore(from)) {
            throw Problem.bad("to: '" + to + "' (expected: " + from + " or later)");
        }
        if (to.isAfter(last)) {
            throw Problem.bad(
                    "to: '" + to + "' (expected: the last night sold, " + last + ", or before)");
        }
        return new Stretch(
                from,
                to,
                codes("roomTypes", wish.roomTypes()),
                codes("ratePlans", wish.ratePlans()));
    }

    /** As it is written down. */
    String words() {
        return from
                + " to "
                + to
                + (roomTypes == null ? "" : " of " + roomTypes)
                + (ratePlans == null ? "" : " of " + ratePlans);
    }

    private static @Nullable List<String> codes(String name, @Nullable List<String> codes) {
        if (codes != null && (codes.isEmpty() || codes.contains(null))) {
            throw Problem.bad(
                    name
                            + ": "
                            + codes
                            + " (expected: codes of the hotel's own, or no "
                            + name
                            + ")");
        }
        return codes;
    }

    /**
     * A night by name.
     *
     * @throws Problem 400 when it is none
     */
    static LocalDate night(String name, @Nullable String text) {
        if (text == null) {
            throw Problem.bad(name + ": missing (expected: a night as YYYY-MM-DD)");
        }
        try {
            return Days.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Problem.bad(name + ": '" + text + "' (expected: a night as YYYY-MM-DD)");
        }
    }
}
