package io.serai.console.bookings;

import io.serai.hotel.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** A stay as somebody asks what it costs. */
record StayForm(LocalDate arrival, LocalDate departure, int guests, int rooms) {

    /**
     * Reads it.
     *
     * @param longest so many nights at most
     * @throws EnteredWrong where it cannot be meant
     */
    static StayForm of(Map<String, String> said, int longest) {
        LocalDate arrival = day(said, "arrival");
        LocalDate departure = day(said, "departure");
        if (!departure.isAfter(arrival) || departure.isAfter(arrival.plusDays(longest))) {
            throw EnteredWrong.of(
                    "departure: %s (expected: from %s to %s)"
                            .formatted(departure, arrival.plusDays(1), arrival.plusDays(longest)));
        }
        int guests = number(said, "adults", 1) + number(said, "children", 0);
        return new StayForm(arrival, departure, guests, number(said, "rooms", 1));
    }

    private static LocalDate day(Map<String, String> said, String name) {
        String day = String.valueOf(said.get(name));
        try {
            return Days.parse(day);
        } catch (DateTimeParseException wrong) {
            throw EnteredWrong.of("%s: '%s' (expected: a day as 2027-07-01)".formatted(name, day));
        }
    }

    private static int number(Map<String, String> said, String name, int least) {
        String number = String.valueOf(said.get(name));
        if (!number.matches("[0-9]{1,2}") || Integer.parseInt(number) < least) {
            throw EnteredWrong.of(
                    "%s: '%s' (expected: a whole number from %d to 99)"
                            .formatted(name, number, least));
        }
        return Integer.parseInt(number);
    }
}
