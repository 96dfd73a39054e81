package io.serai.sandbox.expedia.graph;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The notifications that no try brought home. */
final class Undelivered {

    private final JdbcClient jdbc;

    Undelivered(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A page of an account's, oldest first; the cursor counts those before it. */
    Map<String, Object> page(
            String account,
            int limit,
            int offset,
            @Nullable String event,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to) {
        var rows =
                jdbc.sql(
                                """
                                select n.*, count(*) over () as total from expedia_notification n
                                 where account = :account and state = 'undelivered'
                                   and (:event::text is null or event_type = :event)
                                   and (:from::timestamptz is null or created_at >= :from)
                                   and (:to::timestamptz is null or created_at <= :to)
                                 order by created_at, notification_id
                                 limit :limit offset :offset""")
                        .param("account", account)
                        .param("event", event)
                        .param("from", from == null ? null : Timestamp.from(from.toInstant()))
                        .param("to", to == null ? null : Timestamp.from(to.toInstant()))
                        .param("limit", limit)
                        .param("offset", offset)
                        .query(Undelivered::read)
                        .list();
        var page = new HashMap<String, Object>();
        var total = rows.isEmpty() ? 0L : rows.get(0).total();
        page.put("totalCount", total);
        page.put(
                "cursor",
                offset + rows.size() < total ? Integer.toString(offset + rows.size()) : null);
        page.put("elements", rows.stream().map(Row::element).toList());
        return page;
    }

    private record Row(Map<String, Object> element, long total) {}

    private static Row read(ResultSet row, int number) throws SQLException {
        var payload =
                Map.of(
                        "property_id", row.getString("hotel_id"),
                        "reservation_id", row.getString("booking_id"),
                        "confirmation_token", row.getString("token"),
                        "action_type", row.getString("action"));
        return new Row(
                Map.of(
                        "notification",
                        Map.of(
                                "eventType", row.getString("event_type"),
                                "creationDateTime",
                                        row.getTimestamp("created_at")
                                                .toInstant()
                                                .atOffset(ZoneOffset.UTC),
                                "notificationId", row.getString("notification_id"),
                                "payload", payload),
                        "error",
                        Map.of(
                                "code", row.getString("error_code"),
                                "message", row.getString("error_message"))),
                row.getLong("total"));
    }
}
