package io.serai.sandbox.expedia.eqc;

import io.serai.sandbox.wire.Xml;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Which nights an update is for: from yesterday, at the hotel, to two years ahead. */
final class Calendar {

    private static final int YEARS = 2;

    private static final Map<DayOfWeek, String> FLAGS = new EnumMap<>(DayOfWeek.class);

    static {
        for (var day : DayOfWeek.values()) {
            FLAGS.put(day, day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT));
        }
    }

    private final LocalDate today;

    Calendar(LocalDate today) {
        this.today = today;
    }

    /** The nights of a range; none of one that is refused. */
    List<LocalDate> nights(Element range, Update update) {
        LocalDate from;
        LocalDate to;
        try {
            from = LocalDate.parse(range.getAttribute("from").strip());
            to = LocalDate.parse(range.getAttribute("to").strip());
        } catch (DateTimeParseException e) {
            update.refuse(3129, "Invalid date '" + e.getParsedString() + "'");
            return List.of();
        }
        if (from.isBefore(today.minusDays(1))) {
            update.refuse(3020, "Start date " + from + " is before yesterday");
        } else if (to.isBefore(from)) {
            update.refuse(3021, "End date " + to + " is before start date " + from);
        } else if (to.isAfter(today.plusYears(YEARS))) {
            update.refuse(3022, "End date " + to + " is more than two years ahead");
        } else {
            return from.datesUntil(to.plusDays(1)).filter(n -> covers(range, n)).toList();
        }
        return List.of();
    }

    /** As soon as one weekday is named, those that are not named are left out. */
    private static boolean covers(Element range, LocalDate night) {
        var named = FLAGS.values().stream().anyMatch(range::hasAttribute);
        return !named || yes(Xml.attribute(range, FLAGS.get(night.getDayOfWeek())));
    }

    static boolean yes(@org.jspecify.annotations.Nullable String value) {
        return "true".equals(value) || "1".equals(value);
    }
}
