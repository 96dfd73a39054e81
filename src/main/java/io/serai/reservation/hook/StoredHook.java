package io.serai.reservation.hook;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a hotel's system is told.
 *
 * @param previousUntil until when the secret before signs too; null: there was none
 * @param waiting deliveries that are not taken yet
 * @param parked deliveries that were given up until somebody sends them again
 */
public record StoredHook(
        long id,
        HookWish wish,
        @Nullable String disabledReason,
        @Nullable OffsetDateTime previousUntil,
        OffsetDateTime createdAt,
        int waiting,
        int parked) {

    /**
     * What a hotel chooses of it.
     *
     * @param events which of {@link #EVENTS}
     * @param payload thin or full
     */
    public record HookWish(String url, List<String> events, String payload, boolean enabled) {

        /** What may be told of. */
        public static final List<String> EVENTS =
                List.of("reservation.created", "reservation.changed", "reservation.cancelled");

        /** What a message holds: the revision's name, or the whole booking with its people. */
        public static final List<String> PAYLOADS = List.of("thin", "full");

        /** The same, told or not. */
        public HookWish withEnabled(boolean told) {
            return new HookWish(url, events, payload, told);
        }
    }
}
