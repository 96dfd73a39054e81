package io.serai.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.vault.Sealer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where messages wait that could not be processed, with their reason and sealed, until time or a
 * person sends them again, or sets them aside. A settled message keeps its line, not its body.
 */
@Component("parking")
public class Parking {

    /** The exchange property that says that a message was left for later and is not done. */
    public static final String LEFT = "left";

    private static final Logger log = LoggerFactory.getLogger(Parking.class);
    static final String PURPOSE = "parked-message";

    private final JdbcClient jdbc;
    private final Sealer sealer;
    private final ParkingSettings settings;
    private final MeterRegistry meters;

    Parking(JdbcClient jdbc, Sealer sealer, ParkingSettings settings, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.sealer = sealer;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Parks a message; what is parked under its key already is replaced and counted once more. What
     * may pass is tried again by itself, until it is poisoned.
     */
    public void park(
            @Body ParkingSlip slip,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        var reason = ParkingReason.of(failure);
        var family = Objects.requireNonNullElseGet(slip.family(), () -> Family.of(failure));
        jdbc.sql(
                        """
                        insert into parked_messages as p (hotel_id, account_id, connection_id, route, kind, message_key, reason, met, expected,
                                                          family, booking, told, may_be_done, body_sealed, next_try_at)
                        select coalesce(c.hotel_id, cast(:ownHotel as integer)), :account, c.id, :route, :kind, :key, :reason, :met, :expected, :family, :booking, :told, :mayBeDone, cast(:body as bytea),
                               case when :family = 'may-pass' then now() + (:waits)[1] * interval '1 second' when :family = 'held' then now() end
                          from (select 1) one
                          left join lateral (
                               select t.id, t.hotel_id from third_party_integrations t join channel_accounts a on a.id = :account
                                where t.provider = a.provider and t.remote_hotel = :hotel and t.state <> 'disconnected'
                                order by (t.account_id = a.id) desc nulls last limit 1) c on true
                        on conflict (route, message_key) where state = 'parked' do update
                           set tries = p.tries + 1, parked_at = now(), reason = excluded.reason, body_sealed = excluded.body_sealed,
                               met = excluded.met, expected = excluded.expected, booking = excluded.booking, told = excluded.told,
                               may_be_done = excluded.may_be_done,
                               hotel_id = excluded.hotel_id, connection_id = excluded.connection_id,
                               family = case when excluded.family = 'may-pass' and p.tries >= cardinality(:waits) then 'poisoned' else excluded.family end,
                               next_try_at = case when excluded.family = 'may-pass' then now() + (:waits)[p.tries + 1] * interval '1 second'
                                                  when excluded.family = 'held' then now() end
                        """)
                .param("account", slip.accountId())
                .param("hotel", slip.remoteHotel())
                .param("ownHotel", slip.ownHotel())
                .param("route", slip.route())
                .param("kind", slip.kind().stored())
                .param("key", slip.key())
                .param("reason", reason.words())
                .param("met", reason.met())
                .param("expected", reason.expected())
                .param("family", family.word())
                .param("booking", slip.booking())
                .param("told", slip.told())
                .param("mayBeDone", slip.mayBeDone())
                .param("body", sealed(slip.body()))
                .param("waits", settings.seconds())
                .update();
        log.warn("Parked {}, {}: {}", slip, family.word(), reason.words());
        meters.counter("serai.parked", "kind", slip.kind().stored(), "family", family.word())
                .increment();
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
     * One that came further than before, and is parked anew there, is done here.
     */
    public boolean settle(
            @ExchangeProperty(ParkedMessage.PROPERTY) ParkedMessage message,
            @ExchangeProperty(LEFT) @Nullable Boolean left,
            @ExchangeProperty("waits") @Nullable Boolean parkedAgain,
            @Header("Serai-Actor") @Nullable String actor) {
        String who = Optional.ofNullable(actor).orElse("engine:replay");
        if (Boolean.TRUE.equals(left)) {
            if (Boolean.TRUE.equals(parkedAgain)) {
                cameFurther(message, who);
            }
            return false;
        }
        settle(message.id(), "replayed", who, null);
        return true;
    }

    /**
     * Sets a message aside for good; false when it is not parked, or is being replayed now.
     *
     * @param reason why
     */
    public boolean discard(long id, String actor, String reason) {
        return settle(id, "discarded", actor, reason);
    }

    private void cameFurther(ParkedMessage message, String actor) {
        jdbc.sql(
                        """
                        update parked_messages
                           set state = 'overtaken', settled_at = now(), settled_by = ?, body_sealed = null, note = 'came further, and is parked there'
                         where id = ? and state = 'parked' and parked_at = ?
                        """)
                .params(actor, message.id(), message.parkedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean settle(long id, String state, String actor, @Nullable String note) {
        return jdbc.sql(
                                """
                                update parked_messages
                                   set state = case when :state = 'replayed' and overtaken_at is not null then 'overtaken' else :state end,
                                       settled_at = now(), settled_by = :actor, body_sealed = null, note = :note, until = '-infinity'
                                 where id = :id and state = 'parked' and (:state = 'replayed' or until <= now())
                                """)
                        .param("state", state)
                        .param("actor", actor)
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }

    private byte @Nullable [] sealed(@Nullable String body) {
        return body == null ? null : sealer.seal(body.getBytes(UTF_8), PURPOSE);
    }
}
