package io.serai.console.connections;

import io.serai.console.Sorting;
import io.serai.console.Times;
import io.serai.reservation.hook.StoredHook;
import io.serai.reservation.hook.ToldDelivery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where one of the hotel's own systems is told of reservations.
 *
 * @param state on, off, or ended with the reason
 * @param both until when the secret before signs too; empty: it does not
 */
record HookRow(
        long id,
        String url,
        String events,
        String payload,
        boolean enabled,
        String state,
        String both,
        int waiting,
        int parked) {

    static HookRow of(StoredHook hook, Instant now, ZoneId zone) {
        OffsetDateTime until = hook.previousUntil();
        return new HookRow(
                hook.id(),
                hook.wish().url(),
                String.join(", ", hook.wish().events()),
                hook.wish().payload(),
                hook.wish().enabled(),
                hook.wish().enabled()
                        ? "on"
                        : hook.disabledReason() == null ? "off" : "ended: " + hook.disabledReason(),
                until == null || until.toInstant().isBefore(now)
                        ? ""
                        : Times.minute(until.toInstant(), zone),
                hook.waiting(),
                hook.parked());
    }

    /** Whether it is looked for: by a part of its address, and by {@code on, off, given-up}. */
    boolean matches(String part, String told) {
        return url.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                && switch (told) {
                    case "on" -> enabled;
                    case "off" -> !enabled;
                    case "given-up" -> parked > 0;
                    default -> true;
                };
    }

    /** By what they can be ordered. */
    static Map<String, Comparator<HookRow>> columns() {
        Map<String, Comparator<HookRow>> columns = new LinkedHashMap<>();
        columns.put(
                "address",
                Comparator.comparing(HookRow::url, Sorting.byName()).thenComparing(HookRow::id));
        columns.put("state", Comparator.comparing(HookRow::state));
        columns.put("waiting", Comparator.comparing(HookRow::waiting));
        columns.put("parked", Comparator.comparing(HookRow::parked));
        return columns;
    }

    /**
     * What it was told, or is to be told.
     *
     * @param answer of the last try
     */
    record Told(
            long id, String event, String state, int tries, String answer, String at, String next) {

        static Told of(ToldDelivery told, ZoneId zone) {
            String status = told.status() == null ? "" : told.status() + " ";
            return new Told(
                    told.id(),
                    told.event(),
                    told.state(),
                    told.tries(),
                    (status + (told.words() == null ? "" : told.words())).strip(),
                    moment(told.triedAt() == null ? told.createdAt() : told.triedAt(), zone),
                    told.state().equals("waiting") ? moment(told.nextTryAt(), zone) : "");
        }

        private static String moment(@Nullable OffsetDateTime at, ZoneId zone) {
            return at == null ? "" : Times.moment(at.toInstant(), zone);
        }
    }
}
