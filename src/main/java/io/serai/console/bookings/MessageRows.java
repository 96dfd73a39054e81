package io.serai.console.bookings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.Words;
import io.serai.reservation.detail.MaskedBody;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts into words what a row says about a booking; what was asked and answered is masked. */
final class MessageRows {

    private final ObjectMapper json;

    MessageRows(ObjectMapper json) {
        this.json = json;
    }

    static void confirmed(ResultSet row, List<BookingMessages.Message> all) throws SQLException {
        String of = "revision " + row.getInt("revision");
        Instant at = instant(row, "acknowledged_at");
        if (at != null) {
            all.add(
                    new BookingMessages.Message(
                            at, true, "confirmed", of + ": the channel knows it", null));
        }
        Instant ended = instant(row, "confirm_ended_at");
        if (ended != null && row.getString("confirm_words") != null) {
            String words = words(of, "not taken", row.getString("confirm_words"));
            all.add(new BookingMessages.Message(ended, true, "confirmed", words, null));
        }
    }

    void asked(ResultSet row, List<BookingMessages.Message> all) throws SQLException {
        String action = row.getString("action");
        all.add(
                new BookingMessages.Message(
                        row.getTimestamp("asked_at").toInstant(),
                        true,
                        "asked",
                        Words.of("action", action) + ", by " + row.getString("asked_by"),
                        masked(row.getString("request"))));
        Instant settled = instant(row, "settled_at");
        if (settled != null) {
            all.add(
                    new BookingMessages.Message(
                            settled,
                            false,
                            "answered",
                            words(
                                    Words.of("action", action),
                                    Words.of("asked", row.getString("state")),
                                    row.getString("words")),
                            masked(row.getString("answer"))));
        }
    }

    private @Nullable String masked(@Nullable String body) {
        try {
            return body == null ? null : new MaskedBody(json).asked(json.readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was asked is not readable as JSON", e);
        }
    }

    static void parked(ResultSet row, List<BookingMessages.Message> all) throws SQLException {
        all.add(
                new BookingMessages.Message(
                        row.getTimestamp("parked_at").toInstant(),
                        false,
                        "parked",
                        words(
                                Words.of("told", row.getString("told")),
                                Words.of("inbox", row.getString("state")),
                                "message " + row.getLong("id") + " of the inbox says why"),
                        null));
    }

    static void called(ResultSet row, List<BookingMessages.Message> all) throws SQLException {
        all.add(
                new BookingMessages.Message(
                        row.getTimestamp("at").toInstant(),
                        true,
                        "called",
                        words(
                                row.getString("method") + " " + row.getString("path"),
                                row.getString("status"),
                                row.getString("reference"),
                                row.getInt("took_ms") + " ms"),
                        null));
    }

    static String words(@Nullable String... words) {
        return Stream.of(words)
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
