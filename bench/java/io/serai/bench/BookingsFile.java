package io.serai.bench;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.serai.sandbox.guests.BookingLife;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the "Hotel booking demand datasets" (Antonio, de Almeida, Nunes, 2019): a row a booking.
 */
final class BookingsFile {

    /** Larger parties are groups, entered as one row. */
    private static final int MOST_PERSONS = 6;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M/d/yyyy");

    private final List<BookingLife> lives = new ArrayList<>();
    private final Map<String, Integer> notes = new TreeMap<>();
    private final Map<String, String> agencies = new HashMap<>();
    private int row;

    private BookingsFile() {}

    static BookingsFile read(Path file) throws IOException {
        var book = new BookingsFile();
        try (var text = new GZIPInputStream(Files.newInputStream(file));
                var rows =
                        new CsvMapper()
                                .readerForMapOf(String.class)
                                .with(CsvSchema.emptySchema().withHeader())
                                .<Map<String, String>>readValues(text)) {
            while (rows.hasNextValue()) {
                book.add(rows.nextValue());
            }
        }
        return book;
    }

    List<BookingLife> lives() {
        return lives;
    }

    /** What was decided about odd rows, with how many there were. */
    Map<String, Integer> notes() {
        return notes;
    }

    /** Which agency brought a booking, by its ref; absent where none did. */
    Map<String, String> agencies() {
        return agencies;
    }

    private void add(Map<String, String> booking) {
        row++;
        var nights =
                number(booking, "stays_in_weekend_nights")
                        + number(booking, "stays_in_week_nights");
        if (nights == 0) {
            note("stays of no night: left out, no channel sells them");
            return;
        }
        var arrival =
                LocalDate.of(
                        number(booking, "arrival_date_year"),
                        Month.valueOf(booking.get("arrival_date_month").toUpperCase(Locale.ROOT)),
                        number(booking, "arrival_date_day_of_month"));
        var bookedOn = arrival.minusDays(number(booking, "lead_time"));
        var adults = adults(number(booking, "adults"));
        var nightly = new BigDecimal(booking.get("adr"));
        if (nightly.signum() <= 0) {
            note("a price of 0 or below: played, left out of the mean prices");
        }
        var agency = booking.get("agent").strip();
        if (!agency.equals("NULL")) {
            agencies.put("row-" + row, agency);
        }
        lives.add(
                new BookingLife(
                        "row-" + row,
                        booking.get("reserved_room_type").strip(),
                        meal(booking.get("meal").strip()),
                        arrival,
                        nights,
                        adults,
                        Math.min(number(booking, "children"), MOST_PERSONS - adults),
                        bookedOn,
                        number(booking, "booking_changes"),
                        cancelled(booking, bookedOn, arrival),
                        nightly));
    }

    private int adults(int given) {
        if (given == 0) {
            note("nobody grown up: played with one adult");
            return 1;
        }
        if (given > MOST_PERSONS) {
            note("groups entered as one room: played with " + MOST_PERSONS + " adults");
        }
        return Math.min(given, MOST_PERSONS);
    }

    private static @Nullable LocalDate cancelled(
            Map<String, String> booking, LocalDate bookedOn, LocalDate arrival) {
        if (!booking.get("reservation_status").equals("Canceled")) {
            return null;
        }
        var on = LocalDate.parse(booking.get("reservation_status_date"), DAY);
        if (on.isBefore(bookedOn)) {
            return bookedOn;
        }
        return on.isAfter(arrival) ? arrival : on;
    }

    /** NULL is none. */
    private static int number(Map<String, String> booking, String column) {
        var text = booking.get(column).strip();
        return text.equals("NULL") || text.isEmpty() ? 0 : Integer.parseInt(text);
    }

    private static String meal(String given) {
        return given.equals("Undefined") ? "SC" : given;
    }

    private void note(String what) {
        notes.merge(what, 1, Integer::sum);
    }
}
