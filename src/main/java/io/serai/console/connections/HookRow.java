package io.serai.console.connections;

import io.serai.console.Times;
import io.serai.reservation.hook.StoredHook;
import io.serai.reservation.hook.ToldDelivery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
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
