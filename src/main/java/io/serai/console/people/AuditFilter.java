package io.serai.console.people;

import io.serai.database.audit.AuditTrail;
import io.serai.hotel.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit are looked for.
 *
 * @param actor who; a bare login stands for that user; empty: anybody
 * @param act empty: any
 * @param subject empty: any
 * @param hotel as somebody names it, or none; empty: all
 * @param from the first day, at the hotel's zone; empty: from the first
 * @param to the last day; empty: to the latest
 */
record AuditFilter(String actor, String act, String subject, String hotel, String from, String to) {

    /** Entries of no hotel. */
    static final String NONE = "none";

    static final int MOST = 50;

    /** One more than are shown. */
    AuditTrail.Question question(long before, ZoneId zone) {
        return new AuditTrail.Question(
                who(),
                wish(act),
                wish(subject),
                start(from, 0, zone),
                start(to, 1, zone),
                before,
                MOST + 1);
    }

    private @Nullable String who() {
        String said = actor.strip();
        boolean named = said.isEmpty() || said.contains(":") || said.equals("nobody");
        return wish(named ? said : "user:" + said);
    }

    private static @Nullable String wish(String said) {
        return said.isBlank() ? null : said.strip();
    }

    /** What no field for days sends stands for no day. */
    private static @Nullable Instant start(String day, int later, ZoneId zone) {
        try {
            return day.isBlank()
                    ? null
                    : Days.parse(day).plusDays(later).atStartOfDay(zone).toInstant();
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
