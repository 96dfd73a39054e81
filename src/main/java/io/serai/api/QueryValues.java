package io.serai.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/** The values of a query, as what they mean. */
record QueryValues(Exchange exchange) {

    LocalDate day(String name) {
        String said = text(name);
        try {
            if (said != null) {
                return LocalDate.parse(said);
            }
        } catch (DateTimeParseException wrong) {
            throw refused(name, said, "a day as YYYY-MM-DD");
        }
        throw Problem.bad(name + ": missing (expected: a day as YYYY-MM-DD)");
    }

    int number(String name, int usual, int most) {
        String said = text(name);
        if (said == null) {
            return usual;
        }
        int number = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > most) {
            throw refused(name, said, "a whole number from 1 to " + most);
        }
        return number;
    }

    List<String> list(String name) {
        String said = text(name);
        return said == null
                ? List.of()
                : Arrays.stream(said.split(",")).map(String::strip).distinct().toList();
    }

    @Nullable String text(String name) {
        String said = exchange.getMessage().getHeader(name, String.class);
        return said == null || said.isBlank() ? null : said.strip();
    }

    static Problem refused(String name, String said, String expected) {
        return Problem.bad("%s: '%s' (expected: %s)".formatted(name, said, expected));
    }
}
