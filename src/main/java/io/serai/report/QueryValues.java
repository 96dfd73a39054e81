package io.serai.report;

import io.serai.hotel.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values of a query, as what they mean. */
record QueryValues(Function<String, @Nullable String> query) {

    LocalDate day(String name) {
        String said = text(name);
        try {
            if (said != null) {
                return Days.parse(said);
            }
        } catch (DateTimeParseException wrong) {
            throw ReportRefused.of(name, said, "a day as YYYY-MM-DD");
        }
        throw new ReportRefused(name + ": missing (expected: a day as YYYY-MM-DD)");
    }

    int number(String name, int usual, int most) {
        String said = text(name);
        if (said == null) {
            return usual;
        }
        int number = said.matches("[0-9]{1,4}") ? Integer.parseInt(said) : 0;
        if (number < 1 || number > most) {
            throw ReportRefused.of(name, said, "a whole number from 1 to " + most);
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
        String said = query.apply(name);
        return said == null || said.isBlank() ? null : said.strip();
    }
}
