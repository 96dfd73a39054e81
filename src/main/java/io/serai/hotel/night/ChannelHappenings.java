package io.serai.hotel.night;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.wire.Correlation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the channels were told of a night, answered, refused and showed otherwise. */
@Component
class ChannelHappenings {

    private static final String AT_THE_CHANNELS =
            " join ota_rate_plans r on r.id = %s.remote_id join third_party_integrations c on c.id = r.connection_id"
                    + " where r.%s = ? and %1$s.nights @> ?::date";

    private final ObjectMapper json;

    ChannelHappenings(ObjectMapper json) {
        this.json = json;
    }

    /**
     * All of it, in no order.
     *
     * @param key the column that names what is sold: room_type_id or product_id
     */
    List<Happening> of(JdbcClient database, String key, int id, LocalDate night) {
        List<Happening> all = new ArrayList<>(sent(database, key, id, night));
        all.addAll(refused(database, key, id, night));
        all.addAll(drifted(database, key, id, night));
        return all;
    }

    /** What left for the channels, and what they answered. */
    private List<Happening> sent(JdbcClient database, String key, int id, LocalDate night) {
        List<Happening> all = new ArrayList<>();
        database.sql(
                        """
                        select c.id as connection, c.integration_name as channel, r.remote_room, r.remote_rate, a.id as attempt, a.opened_at,
                               a.answered_at, g.sent, coalesce(g.outcome, a.outcome) as outcome, coalesce(g.code, a.code) as code,
                               coalesce(g.words, a.words) as words, a.reference
                          from attempt_ranges g join attempts a on a.id = g.attempt_id
                        """
                                + AT_THE_CHANNELS.formatted("g", key)
                                + """
                                   and (g.weekdays is null or g.weekdays & (1 << (extract(isodow from ?::date)::integer - 1)) <> 0)
                                 order by a.id desc limit 500
                                """)
                .params(id, night, night)
                .query(
                        row -> {
                            Map<String, @Nullable Object> sent = channel(row);
                            sent.put("sent", tree(row.getString("sent")));
                            all.add(
                                    new Happening(
                                            row.getTimestamp("opened_at").toInstant(),
                                            "sent",
                                            sent));
                            if (row.getTimestamp("answered_at") != null) {
                                all.add(
                                        new Happening(
                                                row.getTimestamp("answered_at").toInstant(),
                                                "answered",
                                                answered(row)));
                            }
                        });
        return all;
    }

    private static Map<String, @Nullable Object> channel(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> said = new LinkedHashMap<>();
        said.put("connection", row.getString("connection"));
        said.put("channel", row.getString("channel"));
        said.put("remoteRoom", row.getString("remote_room"));
        said.put("remoteRate", row.getString("remote_rate"));
        long attempt = row.getLong("attempt");
        if (!row.wasNull()) {
            said.put("attempt", Long.toString(attempt));
            said.put("correlation", Correlation.ofAttempt(attempt));
        }
        return said;
    }

    private static Map<String, @Nullable Object> answered(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> said = channel(row);
        for (String name : List.of("outcome", "code", "words", "reference")) {
            said.put(name, row.getString(name));
        }
        return said;
    }

    /** What is refused still. */
    private List<Happening> refused(JdbcClient database, String key, int id, LocalDate night) {
        return database.sql(
                        "select c.id as connection, c.integration_name as channel, r.remote_room, r.remote_rate, nullif(g.attempt_id, 0) as attempt, g.at, g.field, g.value, g.code, g.words from refusals g"
                                + AT_THE_CHANNELS.formatted("g", key)
                                + " order by g.id desc limit 500")
                .params(id, night)
                .query(
                        (row, number) -> {
                            Map<String, @Nullable Object> said = channel(row);
                            for (String name : List.of("field", "value", "code", "words")) {
                                said.put(name, row.getString(name));
                            }
                            return new Happening(
                                    row.getTimestamp("at").toInstant(), "refused", said);
                        })
                .list();
    }

    /** What channels showed otherwise, and how that was settled. */
    private List<Happening> drifted(JdbcClient database, String key, int id, LocalDate night) {
        List<Happening> all = new ArrayList<>();
        database.sql(
                        "select c.id as connection, c.integration_name as channel, r.remote_room, r.remote_rate, null as attempt, g.field, g.held, g.shown, g.found_at, g.confirmed_at is not null as certain, g.settled_at, g.settled_as, g.settled_by from drifts g"
                                + AT_THE_CHANNELS.formatted("g", key)
                                + " order by g.id desc limit 500")
                .params(id, night)
                .query(
                        row -> {
                            all.add(
                                    new Happening(
                                            row.getTimestamp("found_at").toInstant(),
                                            "drift-found",
                                            drift(row)));
                            if (row.getTimestamp("settled_at") != null) {
                                Map<String, @Nullable Object> said = drift(row);
                                said.put("as", row.getString("settled_as"));
                                said.put("actor", row.getString("settled_by"));
                                all.add(
                                        new Happening(
                                                row.getTimestamp("settled_at").toInstant(),
                                                "drift-settled",
                                                said));
                            }
                        });
        return all;
    }

    private static Map<String, @Nullable Object> drift(ResultSet row) throws SQLException {
        Map<String, @Nullable Object> said = channel(row);
        for (String name : List.of("field", "held", "shown")) {
            said.put(name, row.getString(name));
        }
        said.put("certain", row.getBoolean("certain"));
        return said;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
