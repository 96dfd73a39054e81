package io.serai.payment;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A booking that a page ended with: the next one begins after it.
 *
 * @param departure its day of departure
 * @param booking its key
 */
public record ReconciliationPlace(LocalDate departure, long booking) {

    /** Reads what {@link #toString} writes; empty for what is none. */
    public static Optional<ReconciliationPlace> of(String text) {
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}[.][0-9]{1,18}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ReconciliationPlace(
                            LocalDate.parse(text.substring(0, 10)),
                            Long.parseLong(text.substring(11))));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** As {@code 2027-02-03.4711}. */
    @Override
    public String toString() {
        return departure + "." + booking;
    }
}
