package io.serai.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.vault.Sealer;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where messages wait that could not be processed, with their reason and sealed, until a person
 * sends them again or sets them aside. A settled message keeps its line, not its body.
 */
@Component("parking")
public class Parking {

    /** The exchange property that says that a message was left for later and is not done. */
    public static final String LEFT = "left";

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    private static final String PURPOSE = "parked-message";
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final MeterRegistry meters;

    Parking(JdbcClient jdbc, Sealer sealer, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.meters = meters;
    }

    /** Parks a message; what is parked under its key already is replaced and counted once more. */
    public void park(
            @Body ParkingSlip slip,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        var reason = reason(failure);
        jdbc.sql(
                        """
                        insert into parked_messages as p (hotel_id, account_id, connection_id, route, kind, message_key, reason, body_sealed)
                        select c.hotel_id, :account, c.id, :route, :kind, :key, :reason, cast(:body as bytea)
                          from (select 1) one
                          left join lateral (
                               select t.id, t.hotel_id from third_party_integrations t join channel_accounts a on a.id = :account
                                where t.provider = a.provider and t.remote_hotel = :hotel and t.state <> 'disconnected'
                                order by (t.account_id = a.id) desc nulls last limit 1) c on true
                        on conflict (route, message_key) where state = 'parked' do update
                           set tries = p.tries + 1, parked_at = now(), reason = excluded.reason, body_sealed = excluded.body_sealed,
                               hotel_id = excluded.hotel_id, connection_id = excluded.connection_id
                        """)
                .param("account", slip.accountId())
                .param("hotel", slip.remoteHotel())
                .param("route", slip.route())
                .param("kind", slip.kind().stored())
                .param("key", slip.key())
                .param("reason", reason)
                .param("body", sealed(slip.body()))
                .update();
        log.warn("Parked {}: {}", slip, reason);
        meters.counter("serai.parked", "kind", slip.kind().stored()).increment();
    }

    /**
     * Opens a message to send it again.
     *
     * @throws IllegalArgumentException if it is not parked, or its body could never be read
     */
    public ParkedMessage open(@Body long id) {
        return jdbc.sql(
                        """
                        select id, route, account_id, parked_at, body_sealed
                          from parked_messages where id = ? and state = 'parked' and body_sealed is not null
                        """)
                .param(id)
                .query(
                        (row, number) ->
                                new ParkedMessage(
                                        row.getLong("id"),
                                        row.getString("route"),
                                        (Long) row.getObject("account_id"),
                                        row.getObject("parked_at", OffsetDateTime.class)
                                                .toInstant(),
                                        new String(
                                                sealer.open(row.getBytes("body_sealed"), PURPOSE),
                                                UTF_8)))
                .optional()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "message: " + id + " (expected: one that is parked)"));
    }

    /** Settles what is parked under a key, since somebody sends it again by other means. */
    public void release(String route, String key, String actor) {
        jdbc.sql(
                        """
                        update parked_messages set state = 'replayed', settled_at = now(), settled_by = ?, body_sealed = null
                         where route = ? and message_key = ? and state = 'parked'
                        """)
                .params(actor, route, key)
                .update();
    }

    /**
     * Settles a replayed message, unless it was left for later again; returns whether it is done.
     */
    public boolean settle(
            @ExchangeProperty(ParkedMessage.PROPERTY) ParkedMessage message,
            @ExchangeProperty(LEFT) @Nullable Boolean left,
            @Header("Serai-Actor") @Nullable String actor) {
        if (Boolean.TRUE.equals(left)) {
            return false;
        }
        settle(message.id(), "replayed", Optional.ofNullable(actor).orElse("engine:replay"));
        return true;
    }

    /** Sets a message aside for good. */
    public void discard(long id, String actor) {
        settle(id, "discarded", actor);
    }

    private void settle(long id, String state, String actor) {
        jdbc.sql(
                        """
                        update parked_messages
                           set state = ?, settled_at = now(), settled_by = ?, body_sealed = null
                         where id = ? and state = 'parked'
                        """)
                .params(state, actor, id)
                .update();
    }

    private byte @Nullable [] sealed(@Nullable String body) {
        return body == null ? null : sealer.seal(body.getBytes(UTF_8), PURPOSE);
    }

    private static String reason(Throwable failure) {
        var cause = NestedExceptionUtils.getMostSpecificCause(failure);
        var reason = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return reason.substring(0, Math.min(reason.length(), LONGEST_REASON));
    }
}
