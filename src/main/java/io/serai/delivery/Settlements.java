package io.serai.delivery;

import io.serai.ari.Range;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The record of what was answered, and by it what each channel holds and refused. */
@Repository
class Settlements {

    private final JdbcClient jdbc;
    private final Claims claims;
    private final DeliverySettings settings;
    private final DeliveryMeters meters;

    Settlements(JdbcClient jdbc, Claims claims, DeliverySettings settings, DeliveryMeters meters) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.settings = settings;
        this.meters = meters;
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
        claims.renew(attempt.claim(), settings.lease(attempt.connection()));
        Duration since = answered(attempt, verdict);
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
        meters.settled(attempt.connection(), verdict, since);
    }

    /** Since when what it carries had waited; null where that is not known. */
    private @Nullable Duration answered(Attempt attempt, Verdict verdict) {
        return jdbc.sql(
                        """
                        update attempts set answered_at = clock_timestamp(), outcome = ?, reference = ?, code = ?, words = ? where id = ?
                        returning extract(epoch from answered_at - changed_at)::float8
                        """)
                .params(
                        verdict.outcome().word(),
                        verdict.reference(),
                        verdict.code(),
                        verdict.words(),
                        attempt.id())
                .query(
                        (row, number) -> {
                            double seconds = row.getDouble(1);
                            return row.wasNull()
                                    ? Optional.<Duration>empty()
                                    : Optional.of(Duration.ofMillis(Math.round(seconds * 1000)));
                        })
                .single()
                .orElse(null);
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
                                               prices = case when v.whole and v.prices is not null then v.prices::bigint[] else serai_over(h.prices, v.prices::bigint[]) end,
                                               stood = case when v.whole and v.prices is not null then null else serai_still_stood(h.stood, v.prices::bigint[]) end
                                          from unnest(:remotes::int[], :firsts::int[], :lasts::int[], :weekdays::int[], :fields::int[], :rooms::int[],
                                                      :room_closed::bool[], :closed::bool[], :min_through::int[], :max_through::int[], :min_arrival::int[],
                                                      :max_arrival::int[], :cta::bool[], :ctd::bool[], :prices::text[], :whole::bool[])
                                               v (remote, first, last, weekdays, bits, rooms, room_closed, closed, min_through, max_through, min_arrival,
                                                  max_arrival, cta, ctd, prices, whole)
                                         where h.remote_id = v.remote
                                           and h.night between date '1970-01-01' + v.first and date '1970-01-01' + v.last
                                           and h.night between :earliest and :latest
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
                                        + RangeColumns.NIGHTS
                                        + """
                                        ) v
                                        where h.remote_id = v.remote and h.night = v.night and h.attempt_id = :attempt
                                          and h.night between :earliest and :latest
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
                                        + RangeColumns.NIGHTS
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
                         where attempt_id = ? and remote_id = ? and nights @> date '1970-01-01' + ?
                           and (weekdays is null or weekdays & (1 << (? + 3) % 7) <> 0)
                        """)
                .params(
                        outcome,
                        code,
                        words,
                        attempt.id(),
                        range.remote().id(),
                        range.first(),
                        range.first())
                .update();
    }
}
