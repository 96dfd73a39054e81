package io.serai.delivery;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what a channel shows with what it accepted and writes down what differs.
 *
 * <p>A value that is unknown, was never told, or whose night has a mark is not compared: it is
 * about to be sent. A count of rooms that differs is only suspected at first, because a guest may
 * have booked or cancelled at the channel and we not have heard of it: it counts once a second look
 * finds it the same after all queues of the account were asked, and no reservation is parked.
 */
@Repository
class DriftComparing {

    private static final String FOUND =
            """
            with shown as (
                select u.remote, u.night::date as night, u.field, u.bit, u.shown
                  from unnest(cast(:remotes as int[]), cast(:nights as text[]), cast(:fields as text[]), cast(:bits as int[]), cast(:shown as int[]))
                       u (remote, night, field, bit, shown)),
            told as (
                select s.remote, s.night, s.field, s.shown, r.room_type_id, r.product_id,
                       case s.field when 'rooms' then h.rooms when 'room-closed' then h.room_closed::int
                                    when 'closed' then h.closed::int when 'min-through' then h.min_through end as held
                  from shown s
                  join held_nights h on h.remote_id = s.remote and h.night = s.night and h.unknown & s.bit = 0
                  join ota_rate_plans r on r.id = s.remote),
            different as (
                select t.remote, t.night, t.field, t.shown::text as shown, t.held::text as held, before.found_at, before.confirmed_at
                  from told t
                  left join lateral (
                       select d.found_at, d.confirmed_at from drifts d
                        where d.connection_id = :connection and d.settled_at is null and d.remote_id = t.remote and d.field = t.field
                          and d.held = t.held::text and d.shown = t.shown::text and d.nights @> t.night limit 1) before on true
                 where case t.field when 'min-through' then greatest(t.held, 1) <> greatest(t.shown, 1) else t.held <> t.shown end
                   and not exists (select from marks m
                                    where m.connection_id = :connection and m.nights @> t.night
                                      and (m.room_type_id = t.room_type_id or m.product_id = t.product_id))),
            ranges as (
                select remote, field, held, shown, found_at, confirmed_at,
                       unnest(range_agg(daterange(night, night + 1))) as nights
                  from different group by 1, 2, 3, 4, 5, 6),
            found as (
                select r.*, r.confirmed_at is not null or r.field <> 'rooms' or (r.found_at is not null
                       and not exists (select from channel_polls p
                                        where p.account_id = :account and not (p.owner is null and p.failures = 0 and p.asked_at > r.found_at))
                       and not exists (select from parked_messages m
                                        where m.account_id = :account and m.kind = 'reservation' and m.state = 'parked')) as certain
                  from ranges r),
            """;

    private static final String WRITE =
            FOUND
                    + """
                    kept as (
                        update drifts d set confirmed_at = case when f.certain then coalesce(d.confirmed_at, clock_timestamp()) end
                          from found f
                         where d.connection_id = :connection and d.settled_at is null and d.remote_id = f.remote and d.field = f.field
                           and d.held = f.held and d.shown = f.shown and d.nights = f.nights
                        returning d.id, d.remote_id, d.field, d.nights),
                    gone as (
                        update drifts d set settled_at = clock_timestamp(), settled_as = 'gone', settled_by = 'engine:read-back'
                         where d.connection_id = :connection and d.settled_at is null
                           and d.nights && daterange(:from, :to, '[]')
                           and not exists (select from found f
                                            where f.remote = d.remote_id and f.field = d.field and f.held = d.held
                                              and f.shown = d.shown and f.nights = d.nights)),
                    fresh as (
                        insert into drifts (hotel_id, connection_id, remote_id, nights, field, held, shown, found_at, confirmed_at)
                        select :hotel, :connection, f.remote, f.nights, f.field, f.held, f.shown, coalesce(f.found_at, clock_timestamp()),
                               case when f.certain then coalesce(f.confirmed_at, clock_timestamp()) end
                          from found f
                         where not exists (select from kept k where k.remote_id = f.remote and k.field = f.field and k.nights = f.nights))
                    select coalesce(sum(upper(nights) - lower(nights)), 0)::int as found,
                           coalesce(sum(upper(nights) - lower(nights)) filter (where not certain), 0)::int as suspected
                      from found
                    """;

    private final JdbcClient jdbc;
    private final Claims claims;
    private final DriftSettling settling;
    private final DeliverySettings deliveries;
    private final ReadBackSettings settings;

    DriftComparing(
            JdbcClient jdbc,
            Claims claims,
            DriftSettling settling,
            DeliverySettings deliveries,
            ReadBackSettings settings) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.settling = settling;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /**
     * Compares a slice and settles what is certain as the settings say.
     *
     * @throws ClaimLost when the claim is over: what was shown may be older than what was sent
     */
    @Transactional
    public DriftLook compare(ReadBack look, ReadBackCells cells) {
        claims.renew(look.claim(), deliveries.lease(look.connection()));
        lock(look);
        DriftLook found =
                write(look, cells)
                        .query(
                                (row, number) ->
                                        new DriftLook(
                                                cells.size(), row.getInt(1), row.getInt(2), 0))
                        .single();
        DriftChoice choice = choice(look);
        if (choice == DriftChoice.ASK || found.found() == found.suspected()) {
            return found;
        }
        settling.settle(certain(look), choice, "engine:read-back");
        int settled = found.found() - found.suspected();
        return new DriftLook(found.shown(), found.found(), found.suspected(), settled);
    }

    /** A reservation that is being taken in is waited for: its mark is seen afterwards. */
    private void lock(ReadBack look) {
        jdbc.sql(
                        """
                        with locked as (
                            select from held_nights h
                             where h.remote_id in (select id from ota_rate_plans where connection_id = ?) and h.night between ? and ?
                             order by h.remote_id, h.night
                               for update of h)
                        select count(*) from locked
                        """)
                .params(look.connection().id(), look.slice().from(), look.slice().to())
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec write(ReadBack look, ReadBackCells cells) {
        return cells.in(jdbc.sql(WRITE))
                .param("connection", look.connection().id())
                .param("hotel", look.connection().hotel())
                .param("account", look.connection().account())
                .param("from", look.slice().from())
                .param("to", look.slice().to());
    }

    /** A connection's own configuration says it before the settings do. */
    private DriftChoice choice(ReadBack look) {
        return jdbc.sql(
                        "select configuration ->> 'drift' from third_party_integrations where id = ? and configuration ->> 'drift' is not null")
                .param(look.connection().id())
                .query(String.class)
                .optional()
                .map(DriftChoice::of)
                .orElse(settings.drift());
    }

    private List<Long> certain(ReadBack look) {
        return jdbc.sql(
                        """
                        select id from drifts
                         where connection_id = ? and settled_at is null and confirmed_at is not null
                           and nights && daterange(?, ?, '[]')
                        """)
                .params(look.connection().id(), look.slice().from(), look.slice().to())
                .query(Long.class)
                .list();
    }
}
