package io.serai.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Nights that are asked for.
 *
 * @param from the first night
 * @param to the last night, included
 */
record Stretch(LocalDate from, LocalDate to) {

    /** As it is written in a request. */
    record Wish(@Nullable String from, @Nullable String to) {}

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
        return new Stretch(from, to);
    }

    private static LocalDate night(String name, @Nullable String text) {
        if (text == null) {
            throw Problem.bad(name + ": missing (expected: a night as YYYY-MM-DD)");
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Problem.bad(name + ": '" + text + "' (expected: a night as YYYY-MM-DD)");
        }
    }
}
