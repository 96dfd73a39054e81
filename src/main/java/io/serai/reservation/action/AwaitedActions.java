package io.serai.reservation.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.channel.Action.Proof;
import io.serai.delivery.ParkedCalls;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of actions that channels took and did not yet tell of. */
@Repository
class AwaitedActions {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    AwaitedActions(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those settled within a time, oldest first; nobody hears of those that were given up. */
    List<Awaited> since(Duration time) {
        return jdbc.sql(
                        """
                        select q.id, q.action, q.awaits, q.request, q.settled_at, q.is_told,
                               q.read_again_at is not null or q.state = 'given-up' as is_read, q.missed_at is not null or q.state = 'given-up' as is_missed, r.id as reservation, q.connection_id, r.provider, r.number, r.status, r.revision,
                               r.departure, r.total,
                               case when q.awaits = 'stay' then
                                    (select json_object_agg(n.night, n.price)
                                       from (select night, case when count(price) = count(*) then sum(price) end as price
                                               from reservation_nights where reservation_id = r.id group by night) n) end as prices
                          from channel_requests q join reservations r on r.id = q.reservation_id
                         where q.awaits is not null and q.confirmed_at is null and q.state in ('done', 'not-known', 'given-up')
                           and q.settled_at > now() - make_interval(secs => ?)
                         order by q.settled_at
                        """)
                .param(time.toSeconds())
                .query((row, number) -> awaited(row))
                .list();
    }

    /** The channel told it: it need not be asked any more. */
    void confirm(Awaited told) {
        jdbc.sql(
                        """
                        with sure as (
                             update channel_requests set state = 'confirmed', confirmed_at = now(), confirmed_revision = :revision
                              where id = :id and confirmed_at is null and settled_at is not null
                             returning id)
                        update parked_messages
                           set state = 'overtaken', settled_at = now(), settled_by = 'engine:confirmed', body_sealed = null,
                               note = 'the channel told it by revision ' || :revision
                         where route = :route and message_key in (select id::text from sure) and state = 'parked'
                        """)
                .param("revision", told.revision())
                .param("id", told.request())
                .param("route", ParkedCalls.ROUTE)
                .update();
    }

    /** Notes that it is read again. */
    void readAgain(Awaited silent) {
        note("read_again_at", silent);
    }

    /** Notes that it is an alert; false when another instance did so. */
    boolean miss(Awaited late) {
        return note("missed_at", late);
    }

    private boolean note(String column, Awaited which) {
        return jdbc.sql(
                                "update channel_requests set %1$s = now() where id = ? and %1$s is null"
                                        .formatted(column))
                        .param(which.request())
                        .update()
                == 1;
    }

    private Awaited awaited(ResultSet row) throws SQLException {
        return new Awaited(
                row.getLong("id"),
                row.getString("action"),
                Proof.valueOf(row.getString("awaits").toUpperCase(Locale.ROOT)),
                read(row.getString("request")),
                row.getTimestamp("settled_at").toInstant(),
                row.getBoolean("is_told"),
                row.getBoolean("is_read"),
                row.getBoolean("is_missed"),
                row.getLong("reservation"),
                row.getInt("connection_id"),
                row.getString("provider"),
                row.getString("number"),
                row.getString("status"),
                row.getInt("revision"),
                row.getObject("departure", LocalDate.class),
                row.getBigDecimal("total"),
                prices(row.getString("prices")));
    }

    private Map<LocalDate, @Nullable BigDecimal> prices(@Nullable String told) {
        Map<LocalDate, @Nullable BigDecimal> prices = new HashMap<>();
        if (told != null) {
            read(told)
                    .properties()
                    .forEach(
                            night ->
                                    prices.put(
                                            LocalDate.parse(night.getKey()),
                                            night.getValue().isNull()
                                                    ? null
                                                    : new BigDecimal(night.getValue().asText())));
        }
        return prices;
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database gave no JSON", e);
        }
    }
}
