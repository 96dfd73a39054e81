package io.serai.console.bookings;

import io.serai.reservation.direct.BookingTexts;
import io.serai.vault.SecretMask;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The texts that somebody entered for a booking of the hotel's own; what cannot be meant is an
 * {@link EnteredWrong}.
 *
 * @param entered by the names of the fields
 */
record DirectTexts(Map<String, String> entered) {

    /** A text without which there is no booking. */
    String needed(String name) {
        String said = text(name);
        if (said == null) {
            throw EnteredWrong.missing(name);
        }
        return said;
    }

    /** A text; null where nothing was entered. */
    @Nullable String text(String name) {
        String said = written(name);
        return said == null ? null : demandLength(name, said, BookingTexts.LONGEST);
    }

    /** The remarks, one a line. */
    List<String> remarks() {
        String name = "remarks";
        String said = written(name);
        List<String> remarks =
                said == null ? List.of() : said.lines().filter(it -> !it.isBlank()).toList();
        if (remarks.size() > BookingTexts.MOST_REMARKS) {
            throw EnteredWrong.of(
                    "%s: %d lines (expected: at most %d)"
                            .formatted(name, remarks.size(), BookingTexts.MOST_REMARKS));
        }
        remarks.forEach(it -> demandLength(name, it, BookingTexts.LONGEST_REMARK));
        return remarks;
    }

    private static String demandLength(String name, String said, int longest) {
        if (said.length() > longest) {
            throw EnteredWrong.of(
                    "%s: a text of %d characters (expected: one of at most %d)"
                            .formatted(name, said.length(), longest));
        }
        return said;
    }

    private @Nullable String written(String name) {
        String said = entered.get(name);
        if (said == null || said.isBlank()) {
            return null;
        }
        if (!name.equals("phone") && !SecretMask.mask(said).equals(said)) {
            throw EnteredWrong.of(name + ": a card number (expected: a text without one)");
        }
        return said.strip();
    }

    /** A guest's name is no text for a log. */
    @Override
    public String toString() {
        return entered.keySet().toString();
    }
}
