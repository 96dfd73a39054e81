package io.serai.hotel.night;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.hotel.Days;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Understands which nights one element of a request is about, or says what is wrong with them. */
final class SpanReader {

    /**
     * Nights.
     *
     * @param to included
     * @param weekdays as {@link NightUpdate} has them
     */
    record Span(LocalDate from, LocalDate to, int weekdays) {}

    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final HotelNights hotel;
    private final Faults faults;

    SpanReader(HotelNights hotel, Faults faults) {
        this.hotel = hotel;
        this.faults = faults;
    }

    /** The nights; null where they cannot be read. */
    @Nullable Span read(String where, ObjectNode update) {
        either(where, update, "night", "from");
        either(where, update, "night", "to");
        LocalDate from = night(where, update, update.has("night") ? "night" : "from");
        LocalDate to = update.has("night") ? from : night(where, update, "to");
        if (from != null && to != null && to.isBefore(from)) {
            faults.add(where, "to", to.toString(), from + " or later");
        }
        int weekdays = weekdays(where, update.path("weekdays"));
        return from == null || to == null ? null : new Span(from, to, weekdays);
    }

    /** Of two fields at most one is there. */
    void either(String where, ObjectNode update, String one, String other) {
        if (update.has(one) && update.has(other)) {
            faults.add(
                    where,
                    other,
                    update.get(other) + " beside " + one + " " + update.get(one),
                    "one of the two");
        }
    }

    private @Nullable LocalDate night(String where, ObjectNode update, String name) {
        String text = update.path(name).asText();
        try {
            LocalDate night = Days.parse(text);
            if (night.isBefore(hotel.today()) || night.isAfter(hotel.last())) {
                faults.add(
                        where,
                        name,
                        "'" + text + "'",
                        "today at the hotel, "
                                + hotel.today()
                                + ", to the last night that is kept, "
                                + hotel.last());
            }
            return night;
        } catch (DateTimeParseException wrong) {
            faults.add(where, name, "'" + text + "'", "a night as YYYY-MM-DD");
            return null;
        }
    }

    private int weekdays(String where, JsonNode days) {
        if (days.isMissingNode() || days.isNull()) {
            return NightUpdate.ALL_DAYS;
        }
        int bits = 0;
        for (JsonNode day : days) {
            int index = DAYS.indexOf(day.asText().toLowerCase(Locale.ROOT));
            if (index < 0) {
                faults.add(where, "weekdays", "'" + day.asText() + "'", "of " + DAYS);
            } else {
                bits |= NightUpdate.bit(DayOfWeek.of(index + 1));
            }
        }
        if (days.isEmpty()) {
            faults.add(where, "weekdays", days.toString(), "at least one of " + DAYS);
        }
        return bits;
    }
}
