-- What reports count. Each booking is kept once, narrow, as it stands; days add bookings up. Both follow in the transaction that changes
-- a booking, so that a report reads days alone and is exact. docs/reports.md defines every figure in words.

create table report_bookings (
    reservation_id bigint         primary key,
    hotel_id       integer        not null references hotels (id) on delete cascade,
    provider       text           not null,
    currency       text           not null,
    state          text           not null check (state in ('kept', 'cancelled', 'no-show')),
    booked_on      date           not null,
    arrival        date           not null,
    departure      date           not null,
    cancelled_on   date,
    rooms          integer        not null,
    guests         integer        not null,
    value          numeric(16, 3) not null,
    commission     numeric(16, 3),
    night_rooms    integer[]      not null,
    night_revenue  numeric[]      not null,
    night_unpriced integer[]      not null
);

comment on table report_bookings is 'A booking as reports count it. No people and no number; it stays when the reservation itself is deleted';
comment on column report_bookings.currency is 'As booked; the hotel''s where the booking names none. Never added to another';
comment on column report_bookings.booked_on is 'By the hotel''s clock; when Serai heard of it where the channel does not say';
comment on column report_bookings.cancelled_on is 'By the hotel''s clock; of a no-show the arrival; none: kept';
comment on column report_bookings.value is 'The total as the channel told it, else the room revenue';
comment on column report_bookings.commission is 'None: nobody told it';
comment on column report_bookings.night_rooms is 'Element n: rooms on the night n - 1 after arrival';
comment on column report_bookings.night_revenue is 'What the rooms of that night cost';
comment on column report_bookings.night_unpriced is 'Rooms of that night whose price nobody told: they count 0';

create index report_bookings_by_booked on report_bookings (hotel_id, booked_on);
create index report_bookings_by_cancelled on report_bookings (hotel_id, cancelled_on) where state = 'cancelled';
call serai_guard('report_bookings');

create table report_days (
    hotel_id          integer        not null references hotels (id) on delete cascade,
    basis             text           not null check (basis in ('booked', 'arrival', 'stay')),
    day               date           not null,
    provider          text           not null,
    currency          text           not null,
    bookings          bigint         not null,
    rooms             bigint         not null,
    guests            bigint         not null,
    nights            bigint         not null,
    stay_nights       bigint         not null,
    lead_days         bigint         not null,
    commissioned      bigint         not null,
    unpriced          bigint         not null,
    revenue           numeric(20, 3) not null,
    value             numeric(20, 3) not null,
    commission        numeric(20, 3) not null,
    cancelled         bigint         not null,
    cancelled_nights  bigint         not null,
    cancelled_revenue numeric(20, 3) not null,
    no_show           bigint         not null,
    over_bookings     bigint         not null,
    over_rooms        bigint         not null,
    over_guests       bigint         not null,
    over_stay_nights  bigint         not null,
    over_lead_days    bigint         not null,
    over_commissioned bigint         not null,
    over_cancelled    bigint         not null,
    over_no_show      bigint         not null,
    primary key (hotel_id, basis, day, provider, currency)
) with (fillfactor = 80);

comment on table report_days is 'Bookings added up by day: what reports read. Kept ones, but for the columns that say otherwise';
comment on column report_days.basis is 'booked, arrival: the whole booking on that day; stay: amounts and room nights of each night on that night, and the booking itself (bookings, rooms, guests, stay_nights, lead_days, commissioned, cancelled, no_show) on its first';
comment on column report_days.nights is 'Room nights';
comment on column report_days.stay_nights is 'Lengths of stay, added up over bookings';
comment on column report_days.commissioned is 'Bookings whose commission is known';
comment on column report_days.over_bookings is 'stay: bookings over on this night that had begun before it; likewise what follows. Bookings that touch a period: those of its days, and over_ of its first';
call serai_guard('report_days');

-- What of a booking counts on which day. Its value and commission are spread over its nights by their room revenue, to the thousandth.
create function serai_report_days_of(b report_bookings) returns table (
    hotel_id integer, basis text, day date, provider text, currency text,
    bookings bigint, rooms bigint, guests bigint, nights bigint, stay_nights bigint, lead_days bigint, commissioned bigint, unpriced bigint, revenue numeric, value numeric, commission numeric, cancelled bigint, cancelled_nights bigint, cancelled_revenue numeric, no_show bigint, over_bookings bigint, over_rooms bigint, over_guests bigint, over_stay_nights bigint, over_lead_days bigint, over_commissioned bigint, over_cancelled bigint, over_no_show bigint)
    language sql immutable
as $$
    with n as (
        select u.n, u.rooms, u.revenue, u.unpriced, sum(u.rooms) over () as all_rooms, sum(u.revenue) over () as all_revenue,
               sum(u.rooms) over upto as rooms_upto, sum(u.revenue) over upto as revenue_upto, count(*) over () as length
          from unnest(b.night_rooms, b.night_revenue, b.night_unpriced) with ordinality u (rooms, revenue, unpriced, n)
        window upto as (order by u.n)),
    parts as (
        select n.*, case when n.n = n.length then 1.0
                         when n.all_revenue > 0 then n.revenue_upto / n.all_revenue
                         when n.all_rooms > 0 then n.rooms_upto::numeric / n.all_rooms
                         else n.n::numeric / n.length end as upto
          from n),
    days as (
        select whole.basis, whole.day, 1 as begins, 0 as goes_on, coalesce((select sum(rooms) from n), 0)::bigint as nights,
               coalesce((select sum(revenue) from n), 0) as revenue, b.value as value, coalesce(b.commission, 0) as commission,
               coalesce((select sum(unpriced) from n), 0)::bigint as unpriced
          from (values ('booked', b.booked_on), ('arrival', b.arrival)) whole (basis, day)
        union all
        select 'stay', b.arrival + (p.n - 1)::integer, (p.n = 1)::integer, (p.n > 1)::integer, p.rooms, p.revenue,
               round(b.value * p.upto, 3) - coalesce(round(b.value * lag(p.upto) over (order by p.n), 3), 0),
               round(coalesce(b.commission, 0) * p.upto, 3) - coalesce(round(coalesce(b.commission, 0) * lag(p.upto) over (order by p.n), 3), 0),
               p.unpriced
          from parts p),
    states as (
        select d.*, (b.state = 'kept')::integer as kept, (b.state = 'cancelled')::integer as gone, (b.state = 'no-show')::integer as missed,
               b.departure - b.arrival as length, greatest(b.arrival - b.booked_on, 0) as lead, (b.commission is not null)::integer as told
          from days d)
    select b.hotel_id, basis, day, b.provider, b.currency,
           begins * kept, begins * kept * b.rooms, begins * kept * b.guests, nights * kept, begins * kept * length, begins * kept * lead,
           begins * kept * told, unpriced * kept, revenue * kept, value * kept, commission * kept,
           begins * gone, nights * gone, revenue * gone, begins * missed,
           goes_on * kept, goes_on * kept * b.rooms, goes_on * kept * b.guests, goes_on * kept * length, goes_on * kept * lead,
           goes_on * kept * told, goes_on * gone, goes_on * missed
      from states
$$;

-- Every booking as it stands now. A no-show is one that the hotel noted, or reported at its channel, which took it; what the channel does
-- with the booking afterwards changes nothing of that.
create view report_bookings_now with (security_invoker = true) as
select r.id                                                                              as reservation_id,
       r.hotel_id,
       r.provider,
       coalesce(r.currency, h.currency)                                                  as currency,
       s.state,
       (coalesce(r.booked_at, r.created_at) at time zone h.time_zone)::date              as booked_on,
       r.arrival,
       r.departure,
       case s.state
           when 'no-show' then r.arrival
           when 'cancelled' then coalesce((select (coalesce(v.changed_at, v.received_at) at time zone h.time_zone)::date
                                             from reservation_revisions v
                                            where v.reservation_id = r.id and v.kind = 'cancel' order by v.revision desc limit 1),
                                          (r.updated_at at time zone h.time_zone)::date)
       end                                                                               as cancelled_on,
       m.rooms,
       m.guests,
       coalesce(r.total, n.revenue)::numeric(16, 3)                                      as value,
       r.commission::numeric(16, 3)                                                      as commission,
       n.night_rooms,
       n.night_revenue,
       n.night_unpriced
  from reservations r
  join hotels h on h.id = r.hotel_id
 cross join lateral (
       select case when r.status = 'no-show'
                     or exists (select from channel_requests q
                                 where q.reservation_id = r.id and q.action = 'no-show' and q.state in ('done', 'confirmed')) then 'no-show'
                   when r.status = 'cancelled' then 'cancelled'
                   else 'kept' end as state) s
 cross join lateral (
       select count(*)::integer as rooms, coalesce(sum(adults + children), 0)::integer as guests, sum(departure - arrival) as nights
         from reservation_rooms where reservation_id = r.id) m
 cross join lateral (
       select coalesce(array_agg(x.rooms order by x.night), '{}')    as night_rooms,
              coalesce(array_agg(x.revenue order by x.night), '{}')  as night_revenue,
              coalesce(array_agg(x.unpriced order by x.night), '{}') as night_unpriced,
              coalesce(sum(x.revenue), 0)                            as revenue
         from (select r.arrival + g.n                                                           as night,
                      count(c.room_index)::integer                                              as rooms,
                      coalesce(sum(c.price), 0)                                                 as revenue,
                      count(c.room_index) filter (where c.price is null)::integer               as unpriced
                 from generate_series(0, r.departure - r.arrival - 1) g (n)
                 left join lateral (
                      select b.room_index,
                             coalesce(p.price, round(b.total / (b.departure - b.arrival), 3),
                                      case when s.state <> 'cancelled' then round(r.total / m.nights, 3) end) as price
                        from reservation_rooms b
                        left join reservation_nights p
                          on p.reservation_id = b.reservation_id and p.room_index = b.room_index and p.night = r.arrival + g.n
                       where b.reservation_id = r.id and r.arrival + g.n >= b.arrival and r.arrival + g.n < b.departure) c on true
                group by g.n) x) n
 where not r.is_rejected and r.departure >= r.arrival;

-- Has the reports count a booking as it stands, and no more as it stood. One writer a hotel, both hotels of a booking that moved in the order
-- of their ids, so that days are never locked crosswise.
create function serai_report(reservation bigint) returns void
    language plpgsql security definer set search_path = public
as $$
declare
    before report_bookings%rowtype;
    after  report_bookings%rowtype;
begin
    perform pg_advisory_xact_lock('report_days'::regclass::oid::integer, h.hotel_id)
       from (select b.hotel_id from report_bookings b where b.reservation_id = reservation
             union
             select r.hotel_id from reservations r where r.id = reservation and r.hotel_id is not null
             order by hotel_id) h;
    select * into before from report_bookings b where b.reservation_id = reservation;
    select * into after from report_bookings_now b where b.reservation_id = reservation;
    if before is not distinct from after then
        return;
    end if;
    delete from report_bookings b where b.reservation_id = reservation;
    if after.reservation_id is not null then
        insert into report_bookings select after.*;
    end if;
    insert into report_days as d
    select x.hotel_id, x.basis, x.day, x.provider, x.currency,
           sum(x.sign * x.bookings), sum(x.sign * x.rooms), sum(x.sign * x.guests), sum(x.sign * x.nights), sum(x.sign * x.stay_nights), sum(x.sign * x.lead_days), sum(x.sign * x.commissioned), sum(x.sign * x.unpriced), sum(x.sign * x.revenue), sum(x.sign * x.value), sum(x.sign * x.commission), sum(x.sign * x.cancelled), sum(x.sign * x.cancelled_nights), sum(x.sign * x.cancelled_revenue), sum(x.sign * x.no_show), sum(x.sign * x.over_bookings), sum(x.sign * x.over_rooms), sum(x.sign * x.over_guests), sum(x.sign * x.over_stay_nights), sum(x.sign * x.over_lead_days), sum(x.sign * x.over_commissioned), sum(x.sign * x.over_cancelled), sum(x.sign * x.over_no_show)
      from (select -1 as sign, p.* from serai_report_days_of(before) p where before.reservation_id is not null
            union all
            select 1, p.* from serai_report_days_of(after) p where after.reservation_id is not null) x
     group by 1, 2, 3, 4, 5
    on conflict (hotel_id, basis, day, provider, currency) do update
       set bookings          = d.bookings + excluded.bookings,
           rooms             = d.rooms + excluded.rooms,
           guests            = d.guests + excluded.guests,
           nights            = d.nights + excluded.nights,
           stay_nights       = d.stay_nights + excluded.stay_nights,
           lead_days         = d.lead_days + excluded.lead_days,
           commissioned      = d.commissioned + excluded.commissioned,
           unpriced          = d.unpriced + excluded.unpriced,
           revenue           = d.revenue + excluded.revenue,
           value             = d.value + excluded.value,
           commission        = d.commission + excluded.commission,
           cancelled         = d.cancelled + excluded.cancelled,
           cancelled_nights  = d.cancelled_nights + excluded.cancelled_nights,
           cancelled_revenue = d.cancelled_revenue + excluded.cancelled_revenue,
           no_show           = d.no_show + excluded.no_show,
           over_bookings     = d.over_bookings + excluded.over_bookings,
           over_rooms        = d.over_rooms + excluded.over_rooms,
           over_guests       = d.over_guests + excluded.over_guests,
           over_stay_nights  = d.over_stay_nights + excluded.over_stay_nights,
           over_lead_days    = d.over_lead_days + excluded.over_lead_days,
           over_commissioned = d.over_commissioned + excluded.over_commissioned,
           over_cancelled    = d.over_cancelled + excluded.over_cancelled,
           over_no_show      = d.over_no_show + excluded.over_no_show;
end
$$;

revoke execute on function serai_report from public;

create function serai_report_changed() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    perform serai_report(new.id);
    return null;
end
$$;

-- At the commit, when rooms and nights are written, too.
create constraint trigger report_opened after insert on reservations deferrable initially deferred
    for each row when (new.hotel_id is not null and new.arrival is not null) execute function serai_report_changed();
create constraint trigger report_changed
    after update of hotel_id, status, arrival, departure, currency, total, commission, booked_at, is_rejected on reservations
    deferrable initially deferred
    for each row when ((old.hotel_id is not null or new.hotel_id is not null) and (old.arrival is not null or new.arrival is not null))
    execute function serai_report_changed();

create function serai_report_no_show() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    perform serai_report(new.reservation_id);
    return null;
end
$$;

create trigger report_no_show after update of state on channel_requests
    for each row when (new.reservation_id is not null and new.action = 'no-show' and new.state in ('done', 'confirmed'))
    execute function serai_report_no_show();

-- Counts everything anew, while nobody changes a booking. Bookings whose reservation was deleted stay as they were.
create function serai_report_all() returns void
    language plpgsql security definer set search_path = public
as $$
begin
    lock table report_bookings, report_days in exclusive mode;
    delete from report_bookings b using reservations r where r.id = b.reservation_id;
    insert into report_bookings select * from report_bookings_now;
    delete from report_days;
    insert into report_days
    select p.hotel_id, p.basis, p.day, p.provider, p.currency,
           sum(p.bookings), sum(p.rooms), sum(p.guests), sum(p.nights), sum(p.stay_nights), sum(p.lead_days), sum(p.commissioned), sum(p.unpriced), sum(p.revenue), sum(p.value), sum(p.commission), sum(p.cancelled), sum(p.cancelled_nights), sum(p.cancelled_revenue), sum(p.no_show), sum(p.over_bookings), sum(p.over_rooms), sum(p.over_guests), sum(p.over_stay_nights), sum(p.over_lead_days), sum(p.over_commissioned), sum(p.over_cancelled), sum(p.over_no_show)
      from report_bookings b, serai_report_days_of(b) p group by 1, 2, 3, 4, 5;
end
$$;

revoke execute on function serai_report_all from public;
select serai_report_all();

-- Days that are not what the reservations say; empty unless something is wrong.
create view report_differences with (security_invoker = true) as
select hotel_id, basis, day, to_jsonb(d) as counted, to_jsonb(s) as said
  from (select hotel_id, basis, day, sum(bookings) as bookings, sum(nights) as nights, sum(revenue) as revenue, sum(cancelled) as cancelled, sum(no_show) as no_show, sum(over_bookings) as over_bookings
          from report_days group by 1, 2, 3) d
  full join (select p.hotel_id, p.basis, p.day, sum(p.bookings) as bookings, sum(p.nights) as nights, sum(p.revenue) as revenue, sum(p.cancelled) as cancelled, sum(p.no_show) as no_show, sum(p.over_bookings) as over_bookings
               from (select n.* from report_bookings_now n
                     union all
                     select b.* from report_bookings b where not exists (select from reservations r where r.id = b.reservation_id)) b
               cross join lateral serai_report_days_of(row(b.*)::report_bookings) p
              group by 1, 2, 3) s using (hotel_id, basis, day)
 where (coalesce(d.bookings, 0), coalesce(d.nights, 0), coalesce(d.revenue, 0), coalesce(d.cancelled, 0), coalesce(d.no_show, 0), coalesce(d.over_bookings, 0))
       <> (coalesce(s.bookings, 0), coalesce(s.nights, 0), coalesce(s.revenue, 0), coalesce(s.cancelled, 0), coalesce(s.no_show, 0), coalesce(s.over_bookings, 0));

grant select on report_differences to serai_app, serai_engine;

-- How often the price of a stay was asked: added up in memory and written every few seconds.
create table quote_counts (
    hotel_id integer not null references hotels (id) on delete cascade,
    asked_on date    not null,
    arrival  date    not null,
    asked    bigint  not null,
    bookable bigint  not null,
    primary key (hotel_id, asked_on, arrival)
);

comment on column quote_counts.asked_on is 'By the hotel''s clock';
comment on column quote_counts.bookable is 'Of those, the ones whose answer had at least one offer that could be booked';
create index quote_counts_by_arrival on quote_counts (hotel_id, arrival);
call serai_guard('quote_counts');

-- Reports take what is out of order from the rooms available; it is rare.
create index room_nights_out_of_order on room_nights (hotel_id, night) include (out_of_order) where out_of_order > 0;
