package io.serai.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.ari.Batch;
import io.serai.ari.Range;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of what was sent and what was answered, and by it what each channel holds. */
@Repository
class Attempts {

    private static final String NIGHTS =
            """
             from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[])
                  v (remote, first, last, weekdays, bits)
            cross join lateral generate_series(v.first, v.last) day
            where v.weekdays is null or v.weekdays & (1 << (day + 3) % 7) <> 0
            """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final ObjectMapper json;
    private final DeliverySettings settings;

    Attempts(JdbcClient jdbc, Claims claims, ObjectMapper json, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.json = json;
        this.settings = settings;
    }

    /** How long a claim lasts: at least a call's deadline, and time to record its answer. */
    private Duration lease(Connection connection) {
        Duration call = connection.channel().definition().deadline().plus(settings.margin());
        return call.compareTo(settings.lease()) > 0 ? call : settings.lease();
    }

    /**
     * Records what is about to be sent, and that the channel may or may not hold it from now on.
     *
     * @throws ClaimLost when the claim is over
     */
    @Transactional
    public Attempt open(Claim claim, Connection connection, Batch batch) {
        claims.renew(claim, lease(connection));
        long id = insert(claim, connection, batch);
        RangeColumns columns = new RangeColumns(batch.ranges());
        PushMessage message = new PushMessage(connection);
        columns.sent(
                        columns.places(
                                jdbc.sql(
                                        """
                                        insert into attempt_ranges (attempt_id, opened_at, hotel_id, connection_id, remote_id, nights, weekdays, fields, sent)
                                        select :attempt, clock_timestamp(), :hotel, :connection, remote,
                                               daterange(date '1970-01-01' + first, date '1970-01-01' + last, '[]'), weekdays, bits, sent::jsonb
                                          from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[], :sent::text[])
                                               v (remote, first, last, weekdays, bits, sent)
                                        """)),
                        message,
                        json)
                .param("attempt", id)
                .param("hotel", connection.hotel())
                .param("connection", connection.id())
                .update();
        columns.places(
                        jdbc.sql(
                                """
                                insert into held_nights as h (remote_id, night, hotel_id, unknown, attempt_id)
                                select v.remote, date '1970-01-01' + day, :hotel, v.bits, :attempt
                                """
                                        + NIGHTS
                                        + """
                                        on conflict (remote_id, night)
                                        do update set unknown = h.unknown | excluded.unknown, doubt = h.unknown, attempt_id = excluded.attempt_id
                                        """))
                .param("attempt", id)
                .param("hotel", connection.hotel())
                .update();
        return new Attempt(id, claim, connection, batch);
    }

    private long insert(Claim claim, Connection connection, Batch batch) {
        return jdbc.sql(
                        """
                        insert into attempts (hotel_id, connection_id, fence, request, deadline, updates, cells)
                        values (?, ?, ?, ?, clock_timestamp() + ? * interval '1 second', ?, ?)
                        returning id
                        """)
                .params(
                        connection.hotel(),
                        connection.id(),
                        claim.fence(),
                        batch.request(),
                        connection.channel().definition().deadline().toMillis() / 1000.0,
                        batch.ranges().size(),
                        batch.cells())
                .query(Long.class)
                .single();
    }

    /**
     * Records what an answer means. What is applied is held from now on; what is refused or not
     * taken is held as before, or unknown as before; all else stays unknown. Fields that something
     * else touched meanwhile are left alone.
     *
     * @throws ClaimLost when the claim is over: whoever has it now sends these cells again
     */
    @Transactional
    public void settle(Attempt attempt, Verdict verdict) {
        claims.renew(attempt.claim(), lease(attempt.connection()));
        jdbc.sql(
                        """
                        update attempts set answered_at = clock_timestamp(), outcome = ?, reference = ?, code = ?, words = ? where id = ?
                        """)
                .params(
                        verdict.outcome().word(),
                        verdict.reference(),
                        verdict.code(),
                        verdict.words(),
                        attempt.id())
                .update();
        if (!verdict.applied().isEmpty()) {
            hold(attempt, verdict.applied());
        }
        if (!verdict.untaken().isEmpty()) {
            asBefore(attempt, verdict.untaken());
        }
        if (!verdict.refused().isEmpty()) {
            refuse(attempt, verdict.refused());
        }
        verdict.notes()
                .forEach(note -> note(attempt, note.range(), "applied", note.code(), note.words()));
    }

    private void hold(Attempt attempt, List<Range> applied) {
        RangeColumns columns = new RangeColumns(applied);
        columns.values(
                        columns.places(
                                jdbc.sql(
                                        """
                                        update held_nights h
                                           set unknown = h.unknown & ~v.bits,
                                               rooms = coalesce(v.rooms, h.rooms), room_closed = coalesce(v.room_closed, h.room_closed),
                                               closed = coalesce(v.closed, h.closed),
                                               min_through = coalesce(v.min_through, h.min_through), max_through = coalesce(v.max_through, h.max_through),
                                               min_arrival = coalesce(v.min_arrival, h.min_arrival), max_arrival = coalesce(v.max_arrival, h.max_arrival),
                                               cta = coalesce(v.cta, h.cta), ctd = coalesce(v.ctd, h.ctd),
                                               prices = case when v.whole then v.prices::bigint[] else serai_over(h.prices, v.prices::bigint[]) end
                                          from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[], :rooms::int[],
                                                      :room_closed::bool[], :closed::bool[], :min_through::int[], :max_through::int[], :min_arrival::int[],
                                                      :max_arrival::int[], :cta::bool[], :ctd::bool[], :prices::text[], :whole::bool[])
                                               v (remote, first, last, weekdays, bits, rooms, room_closed, closed, min_through, max_through, min_arrival,
                                                  max_arrival, cta, ctd, prices, whole)
                                         where h.remote_id = v.remote
                                           and h.night between date '1970-01-01' + v.first and date '1970-01-01' + v.last
                                           and (v.weekdays is null or v.weekdays & (1 << (h.night - date '1970-01-01' + 3) % 7) <> 0)
                                           and h.attempt_id = :attempt
                                        """)),
                        attempt.connection().channel().definition())
                .param("attempt", attempt.id())
                .update();
    }

    private void asBefore(Attempt attempt, List<Range> ranges) {
        new RangeColumns(ranges)
                .places(
                        jdbc.sql(
                                """
                                update held_nights h set unknown = h.unknown & ~v.bits | h.doubt & v.bits
                                  from (select v.remote, v.bits, date '1970-01-01' + day as night
                                """
                                        + NIGHTS
                                        + """
                                        ) v
                                        where h.remote_id = v.remote and h.night = v.night and h.attempt_id = :attempt
                                        """))
                .param("attempt", attempt.id())
                .update();
    }

    /** A refused value is not held: the one before is, and the refused one is remembered. */
    private void refuse(Attempt attempt, List<Verdict.Named> refused) {
        asBefore(attempt, refused.stream().map(Verdict.Named::range).toList());
        for (Verdict.Named named : refused) {
            for (String field : named.fields()) {
                remember(attempt, named, field);
            }
            note(attempt, named.range(), "refused", named.code(), named.words());
        }
    }

    private void remember(Attempt attempt, Verdict.Named named, String field) {
        Range range = named.range();
        RangeColumns columns = new RangeColumns(List.of(range));
        columns.places(
                        jdbc.sql(
                                """
                                insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, code, words, attempt_id)
                                select :hotel, :connection, v.remote, range_agg(daterange(date '1970-01-01' + day, date '1970-01-01' + day + 1)),
                                       :field, :value, :code, :words, :attempt
                                """
                                        + NIGHTS
                                        + " group by v.remote"))
                .param("hotel", attempt.connection().hotel())
                .param("connection", attempt.connection().id())
                .param("field", field)
                .param("value", range.values().text(field, range.remote().layout()))
                .param("code", named.code())
                .param("words", named.words())
                .param("attempt", attempt.id())
                .update();
    }

    private void note(
            Attempt attempt, Range range, String outcome, @Nullable String code, String words) {
        jdbc.sql(
                        """
                        update attempt_ranges set outcome = ?, code = ?, words = ?
                         where attempt_id = ? and remote_id = ? and lower(nights) = date '1970-01-01' + ?
                        """)
                .params(outcome, code, words, attempt.id(), range.remote().id(), range.first())
                .update();
    }

    /** What a sender before left behind for a connection. */
    Left left(Claim claim) {
        return jdbc.sql(
                        """
                        select extract(epoch from max(deadline) filter (where outcome = 'open') - clock_timestamp()) as seconds,
                               count(*) filter (where outcome = 'open' or again_at <= clock_timestamp()) as calls
                          from attempts
                         where connection_id = ? and (outcome = 'open' or again_at is not null)
                        """)
                .param(claim.connection())
                .query(
                        (row, number) ->
                                new Left(
                                        Duration.ofMillis((long) (row.getDouble("seconds") * 1000)),
                                        row.getInt("calls")))
                .single();
    }

    /**
     * Calls that nobody has recorded an answer of.
     *
     * @param rest until the last of them is over for certain; not positive: they are
     * @param calls how many, with those that are due to be sent once more
     */
    record Left(Duration rest, int calls) {

        boolean running() {
            return !rest.isNegative() && !rest.isZero();
        }
    }

    /**
     * Gives up calls whose sender is gone: their cells are unknown and are sent now, and once more
     * after a lease, in case the sender was only asleep.
     */
    @Transactional
    public void giveUp(Claim claim) {
        claims.renew(claim, settings.lease());
        mark(claim, "a.outcome = 'open' or a.again_at <= clock_timestamp()");
        jdbc.sql(
                        "update attempts set again_at = null where connection_id = ? and again_at <= clock_timestamp()")
                .param(claim.connection())
                .update();
        jdbc.sql(
                        """
                        update attempts set outcome = ?, again_at = clock_timestamp() + ? * interval '1 second'
                         where connection_id = ? and outcome = 'open'
                        """)
                .params("lost", settings.lease().toMillis() / 1000.0, claim.connection())
                .update();
    }

    private void mark(Claim claim, String which) {
        String lost =
                "from attempts a join attempt_ranges g on g.attempt_id = a.id where a.connection_id ="
                        + " :connection and ("
                        + which
                        + ")";
        jdbc.sql(
                        "update held_nights h set unknown = h.unknown | l.fields, attempt_id = 0 from (select"
                                + " g.remote_id, generate_series(lower(g.nights), upper(g.nights) - 1, interval '1 day')::date"
                                + " as night, bit_or(g.fields) as fields "
                                + lost
                                + " group by 1, 2) l where h.remote_id = l.remote_id and h.night = l.night")
                .param("connection", claim.connection())
                .update();
        jdbc.sql(
                        """
                        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
                        select l.connection_id, l.hotel_id, r.room_type_id, r.product_id, range_agg(l.nights)
                          from (select g.* %s) l
                          join ota_rate_plans r on r.id = l.remote_id and (r.room_type_id is not null or r.product_id is not null)
                         group by 1, 2, 3, 4
                        """
                                .formatted(lost))
                .param("connection", claim.connection())
                .update();
    }
}
