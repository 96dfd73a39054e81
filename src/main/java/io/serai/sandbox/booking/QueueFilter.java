package io.serai.sandbox.booking;

import io.serai.sandbox.wire.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which reservations a read asks for.
 *
 * @param hotels null for all of the account's
 */
record QueueFilter(
        @Nullable List<Long> hotels,
        @Nullable Instant lastChange,
        @Nullable Integer limit,
        @Nullable Long id) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /** With a date or an id, what was acknowledged before comes too. */
    boolean looksBack() {
        return lastChange != null || id != null;
    }

    static QueueFilter of(Map<String, String> query) {
        try {
            var hotels = query.get("hotel_ids");
            var since = query.get("last_change");
            var limit = query.get("limit");
            var id = query.get("id");
            return new QueueFilter(
                    hotels == null
                            ? null
                            : Arrays.stream(hotels.split(","))
                                    .map(String::strip)
                                    .map(Long::valueOf)
                                    .toList(),
                    since == null
                            ? null
                            : LocalDateTime.parse(since, TIME).toInstant(ZoneOffset.UTC),
                    limit == null ? null : within(Integer.parseInt(limit)),
                    id == null ? null : Long.valueOf(id));
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new Refusal(400, "SCHEMA_FAULT", "a filter cannot be read: " + e.getMessage());
        }
    }

    private static int within(int limit) {
        if (limit < 10 || limit > 200) {
            throw new Refusal(400, "SCHEMA_FAULT", "limit is " + limit + " (expected: 10 to 200)");
        }
        return limit;
    }
}
