package io.serai.flow.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The messages that were really sent to a channel, as its port {@code ari-push} got them: rooms,
 * prices and restrictions, which hold neither cards nor guests.
 */
public final class SentMessages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private final JdbcClient jdbc;

    /**
     * @param jdbc the record, as the engine sees it
     */
    public SentMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A message.
     *
     * @param attempt its number in the record
     * @param at when it was sent
     * @param body as the port got it
     */
    record Sent(long attempt, Instant at, String body) {}

    /**
     * The last messages of some requests, newest first.
     *
     * @param provider the channel's code
     */
    List<Sent> last(String provider, Collection<String> requests, int most) {
        return jdbc.sql(
                        """
                        select a.id, a.opened_at, a.request, c.remote_hotel, coalesce(c.currency, h.currency) as currency,
                               case when c.test_mode then 'test' else 'production' end as target
                          from attempts a join third_party_integrations c on c.id = a.connection_id and c.provider = :provider
                          join hotels h on h.id = c.hotel_id
                         where a.request in (:requests)
                         order by a.id desc limit :most
                        """)
                .param("provider", provider)
                .param("requests", requests)
                .param("most", most)
                .query((row, number) -> sent(row))
                .list();
    }

    private Sent sent(ResultSet row) throws SQLException {
        ObjectNode message = JSON.createObjectNode();
        message.put("hotel", row.getString("remote_hotel"));
        message.put("currency", row.getString("currency"));
        message.put("request", row.getString("request"));
        message.put("target", row.getString("target"));
        long attempt = row.getLong("id");
        message.set("updates", updates(attempt));
        return new Sent(attempt, row.getTimestamp("opened_at").toInstant(), message.toString());
    }

    private ArrayNode updates(long attempt) {
        ArrayNode updates = JSON.createArrayNode();
        List<ObjectNode> found = new ArrayList<>();
        jdbc.sql(
                        """
                        select r.remote_room, r.remote_rate, lower(g.nights)::text as first, (upper(g.nights) - 1)::text as last, g.weekdays, g.sent::text
                          from attempt_ranges g join ota_rate_plans r on r.id = g.remote_id
                         where g.attempt_id = ? order by g.ctid
                        """)
                .param(attempt)
                .query((row, number) -> found.add(update(row, number + 1)))
                .list();
        return updates.addAll(found);
    }

    private static ObjectNode update(ResultSet row, int id) throws SQLException {
        ObjectNode update = JSON.createObjectNode();
        update.put("id", id);
        update.put("room", row.getString("remote_room"));
        if (row.getString("remote_rate") != null) {
            update.put("rate", row.getString("remote_rate"));
        }
        update.put("from", row.getString("first"));
        update.put("to", row.getString("last"));
        int weekdays = row.getInt("weekdays");
        if (!row.wasNull()) {
            ArrayNode days = update.putArray("days");
            DAYS.stream()
                    .filter(day -> (weekdays & 1 << DAYS.indexOf(day)) != 0)
                    .forEach(days::add);
        }
        try {
            update.set("set", JSON.readTree(row.getString("sent")));
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException("attempt_ranges.sent: not JSON", wrong);
        }
        return update;
    }
}
