package io.serai.console.bookings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.Words;
import io.serai.reservation.detail.MaskedBody;
import io.serai.reservation.detail.ToldRevisions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said about a booking between its channel and Serai: no cards, no secrets, no people, no
 * payments.
 */
@Component
class BookingMessages {

    private static final String ASKED =
            """
            select asked_at, settled_at, action, state, asked_by, words, request::text as request, answer::text as answer
              from channel_requests where reservation_id = ? order by id
            """;

    private static final String PARKED =
            """
            select p.parked_at, p.id, p.state, p.told
              from parked_messages p
              join reservations r on r.hotel_id = p.hotel_id and r.account_id = p.account_id and r.number = p.booking
             where r.id = ? order by p.id
            """;

    private static final String CONFIRMED =
            """
            select v.revision, v.acknowledged_at, v.confirm_words, v.confirm_ended_at
              from reservation_revisions v join reservations r on r.id = v.reservation_id and r.provider <> 'direct'
             where v.reservation_id = ? and (v.acknowledged_at is not null or v.confirm_words is not null) order by v.revision
            """;

    /** Calls of its connection that carried a reference of it; polls of a whole account do not. */
    private static final String CALLED =
            """
            select l.at, l.name, l.method, l.path, l.status, l.outcome, l.reference, l.took_ms
              from reservation_revisions v
              join reservations r on r.id = v.reservation_id
              join ota_sync_logs l on l.connection_id = r.connection_id and l.reference = v.reference
                                  and l.at between v.received_at - interval '2 minutes' and v.received_at + interval '10 minutes'
             where r.id = ? order by l.at limit 200
            """;

    private final ToldRevisions revisions;
    private final ObjectMapper json;

    BookingMessages(ToldRevisions revisions, ObjectMapper json) {
        this.revisions = revisions;
        this.json = json;
    }

    /**
     * Something that was said.
     *
     * @param isOurs whether Serai said it
     * @param what told, confirmed, asked, answered, parked or called
     * @param body as it is kept, people and payments masked; null: none is
     */
    record Message(Instant at, boolean isOurs, String what, String words, @Nullable String body) {}

    /** All of a booking that the session sees, the oldest first. */
    List<Message> of(JdbcClient session, long booking) {
        List<Message> all = new ArrayList<>();
        for (ToldRevisions.Told told : revisions.of(session, booking)) {
            all.add(
                    new Message(
                            told.receivedAt(),
                            false,
                            "told",
                            words(
                                    "revision " + told.revision(),
                                    Words.of("told", told.kind()),
                                    told.reference()),
                            told.said() == null ? null : new MaskedBody(json).told(told.said())));
        }
        session.sql(CONFIRMED)
                .param(booking)
                .query(
                        row -> {
                            confirmed(row, all);
                        });
        session.sql(ASKED)
                .param(booking)
                .query(
                        row -> {
                            asked(row, all);
                        });
        session.sql(PARKED)
                .param(booking)
                .query(
                        row -> {
                            parked(row, all);
                        });
        session.sql(CALLED)
                .param(booking)
                .query(
                        row -> {
                            called(row, all);
                        });
        all.sort(Comparator.comparing(Message::at));
        return all;
    }

    private static void confirmed(ResultSet row, List<Message> all) throws SQLException {
        String of = "revision " + row.getInt("revision");
        Instant at = instant(row, "acknowledged_at");
        if (at != null) {
            all.add(new Message(at, true, "confirmed", of + ": the channel knows it", null));
        }
        Instant ended = instant(row, "confirm_ended_at");
        if (ended != null && row.getString("confirm_words") != null) {
            String words = words(of, "not taken", row.getString("confirm_words"));
            all.add(new Message(ended, true, "confirmed", words, null));
        }
    }

    private void asked(ResultSet row, List<Message> all) throws SQLException {
        String action = row.getString("action");
        all.add(
                new Message(
                        row.getTimestamp("asked_at").toInstant(),
                        true,
                        "asked",
                        Words.of("action", action) + ", by " + row.getString("asked_by"),
                        masked(row.getString("request"))));
        Instant settled = instant(row, "settled_at");
        if (settled != null) {
            all.add(
                    new Message(
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

    private static void parked(ResultSet row, List<Message> all) throws SQLException {
        all.add(
                new Message(
                        row.getTimestamp("parked_at").toInstant(),
                        false,
                        "parked",
                        words(
                                Words.of("told", row.getString("told")),
                                Words.of("inbox", row.getString("state")),
                                "message " + row.getLong("id") + " of the inbox says why"),
                        null));
    }

    private static void called(ResultSet row, List<Message> all) throws SQLException {
        all.add(
                new Message(
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

    private static String words(@Nullable String... words) {
        return Stream.of(words)
                .filter(word -> word != null && !word.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
