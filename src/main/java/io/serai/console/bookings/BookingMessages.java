package io.serai.console.bookings;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.console.Words;
import io.serai.reservation.detail.MaskedBody;
import io.serai.reservation.detail.ToldRevisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
        MessageRows rows = new MessageRows(json);
        for (ToldRevisions.Told told : revisions.of(session, booking)) {
            all.add(
                    new Message(
                            told.receivedAt(),
                            false,
                            "told",
                            MessageRows.words(
                                    "revision " + told.revision(),
                                    Words.of("told", told.kind()),
                                    told.reference()),
                            told.said() == null ? null : new MaskedBody(json).told(told.said())));
        }
        session.sql(CONFIRMED)
                .param(booking)
                .query(
                        row -> {
                            MessageRows.confirmed(row, all);
                        });
        session.sql(ASKED)
                .param(booking)
                .query(
                        row -> {
                            rows.asked(row, all);
                        });
        session.sql(PARKED)
                .param(booking)
                .query(
                        row -> {
                            MessageRows.parked(row, all);
                        });
        session.sql(CALLED)
                .param(booking)
                .query(
                        row -> {
                            MessageRows.called(row, all);
                        });
        all.sort(Comparator.comparing(Message::at));
        return all;
    }
}
