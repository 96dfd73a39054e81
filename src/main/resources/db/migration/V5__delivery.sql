-- The second record: what each channel holds, what was sent for it, and what has changed since.

-- A change to a night that a connection has yet to look at. Appended by triggers, deleted by the dispatcher, never updated.
create table marks (
    id            bigint generated always as identity primary key,
    connection_id integer        not null,
    hotel_id      integer        not null,
    room_type_id  integer,
    product_id    integer,
    nights        datemultirange not null,
    at            timestamptz    not null default clock_timestamp(),
    check ((room_type_id is null) <> (product_id is null))
) with (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);

create index marks_by_connection on marks (connection_id, id);

-- Who is sending for a connection, and when it may be tried next.
create table claims (
    connection_id integer primary key,
    hotel_id      integer     not null,
    owner         text,
    fence         bigint      not null default 0,
    until         timestamptz not null default '-infinity',
    next_try_at   timestamptz not null default '-infinity',
    ladder        text,
    rung          integer     not null default 0,
    held_since    timestamptz,
    words         text,
    compared_at   timestamptz not null default now(),
    read_back_at  timestamptz,
    read_back_from date,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
) with (fillfactor = 50);

comment on column claims.compared_at is 'All nights were last had looked at then; once a day, as a safety net';
comment on column claims.read_back_at is 'What the channel shows is read and compared from then on; null: nobody wants it';
comment on column claims.read_back_from is 'A look that gave way to changes goes on with this night; null: it begins with today';
comment on column claims.held_since is 'A ladder of retries ended then; the connection is probed hourly';

-- What the channel holds for a night of one of its rooms or rates; null: never told. Bits of unknown:
-- 0 rooms, 1 room-closed, 2 closed, 3 min-through, 4 max-through, 5 min-arrival, 6 max-arrival, 7 cta, 8 ctd,
-- 9 the price vector, 10 .. 30 the price for 1 .. 21 guests. doubt: what was unknown already before attempt_id was opened.
create table held_nights (
    remote_id   integer  not null,
    night       date     not null,
    hotel_id    integer  not null,
    unknown     integer  not null default 0,
    doubt       integer  not null default 0,
    attempt_id  bigint   not null default 0,
    rooms       smallint,
    min_through smallint,
    max_through smallint,
    min_arrival smallint,
    max_arrival smallint,
    room_closed boolean,
    closed      boolean,
    cta         boolean,
    ctd         boolean,
    prices      bigint[],
    primary key (remote_id, night),
    foreign key (hotel_id, remote_id) references ota_rate_plans (hotel_id, id) on delete cascade
) partition by range (night);

-- Prices with those laid over them that were sent; null elements are not sent.
create function serai_over(held bigint[], sent bigint[]) returns bigint[]
    language sql immutable parallel safe
return case
    when sent is null then held
    when held is null or array_position(sent, null) is null then sent
    else (select array_agg(coalesce(s, h) order by n) from unnest(sent, held) with ordinality u (s, h, n))
end;

insert into cell_tables values ('held_nights', 70);
create table held_nights_other partition of held_nights default;
select serai_make_months((current_date - interval '1 month')::date, (current_date + interval '25 months')::date);

-- Nights whose value the channel refused; they wait for another value, another mapping, or a person.
create table refusals (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null,
    connection_id integer     not null,
    remote_id     integer     not null,
    nights        datemultirange not null,
    field         text        not null,
    value         text        not null,
    code          text,
    words         text        not null,
    attempt_id    bigint      not null,
    at            timestamptz not null default clock_timestamp(),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, remote_id) references ota_rate_plans (hotel_id, id) on delete cascade
);

create index refusals_by_connection on refusals (connection_id, remote_id);

-- One call that carries values to a channel. Committed before its first byte leaves.
create table attempts (
    id            bigint generated always as identity,
    opened_at     timestamptz not null default clock_timestamp(),
    hotel_id      integer     not null,
    connection_id integer     not null,
    fence         bigint      not null,
    request       text        not null,
    deadline      timestamptz not null,
    answered_at   timestamptz,
    outcome       text        not null default 'open' check (outcome in ('open', 'applied', 'partly', 'refused', 'later', 'unknown', 'broken', 'lost')),
    reference     text,
    code          text,
    words         text,
    updates       integer     not null,
    cells         integer     not null,
    again_at      timestamptz,
    primary key (id, opened_at)
) partition by range (opened_at);

comment on column attempts.deadline is 'The call is over by then, whatever happens; inside the lease of the claim';
comment on column attempts.again_at is 'Lost with its sender: its cells are sent once more then, in case the sender wakes late';

create index attempts_by_connection on attempts (connection_id, id desc);
create index attempts_unfinished on attempts (connection_id) where outcome = 'open' or again_at is not null;

-- The ranges of an attempt: what was sent for which nights, and what was answered. The history of every cell.
create table attempt_ranges (
    attempt_id    bigint      not null,
    opened_at     timestamptz not null,
    hotel_id      integer     not null,
    connection_id integer     not null,
    remote_id     integer     not null,
    nights        daterange   not null,
    weekdays      smallint,
    fields        integer     not null,
    sent          jsonb       not null,
    outcome       text,
    code          text,
    words         text
) partition by range (opened_at);

comment on column attempt_ranges.fields is 'Bits as in held_nights.unknown';
comment on column attempt_ranges.weekdays is 'Bit 0 Monday .. bit 6 Sunday; null: every day';
comment on column attempt_ranges.outcome is 'Null: as its attempt';

create index attempt_ranges_by_remote on attempt_ranges (remote_id, attempt_id desc);
create index attempt_ranges_by_attempt on attempt_ranges (attempt_id);

insert into log_tables values ('attempts', 13), ('attempt_ranges', 13);
create table attempts_other partition of attempts default;
create table attempt_ranges_other partition of attempt_ranges default;
select serai_turn_log_months(current_date);

-- What a channel showed differently from what it had accepted.
create table drifts (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null,
    connection_id integer     not null,
    remote_id     integer     not null,
    nights        daterange   not null,
    field         text        not null,
    held          text,
    shown         text        not null,
    found_at      timestamptz not null default now(),
    confirmed_at  timestamptz,
    settled_at    timestamptz,
    settled_as    text check (settled_as in ('ours', 'theirs', 'gone')),
    settled_by    text,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, remote_id) references ota_rate_plans (hotel_id, id) on delete cascade
);

comment on column drifts.confirmed_at is 'Null: only suspected, a guest may have booked there meanwhile; looked at again once the account''s queues were asked';
create index drifts_open on drifts (connection_id) where settled_at is null;

-- What could not be processed: reservations, webhooks, calls the hotel asked for. Never rooms or prices.
create table parked_messages (
    id            bigint generated always as identity primary key,
    parked_at     timestamptz not null default now(),
    hotel_id      integer     references hotels (id) on delete cascade,
    account_id    bigint,
    connection_id integer,
    route         text        not null,
    kind          text        not null check (kind in ('reservation', 'webhook', 'call')),
    message_key   text        not null,
    reason        text        not null,
    body_sealed   bytea,
    tries         integer     not null default 1,
    state         text        not null default 'parked' check (state in ('parked', 'replayed', 'discarded')),
    settled_at    timestamptz,
    settled_by    text
);

comment on column parked_messages.body_sealed is 'The message without cards and secrets, sealed; none where it could not be read: the reason then holds length and hash';

create unique index parked_messages_once on parked_messages (route, message_key) where state = 'parked';

call serai_guard('marks');
call serai_guard('claims');
call serai_guard('held_nights');
call serai_guard('refusals');
call serai_guard('attempts');
call serai_guard('attempt_ranges');
call serai_guard('drifts');
call serai_guard('parked_messages');
revoke select on parked_messages from serai_app;
grant select (id, parked_at, hotel_id, account_id, connection_id, route, kind, message_key, reason, tries, state, settled_at, settled_by)
    on parked_messages to serai_app;

-- Marking. One row a statement, connection and room type or product. Serai's own writers wake the dispatcher themselves
-- after commit (they set serai.wakes); for every other writer the trigger notifies.
create procedure serai_wake()
    language plpgsql
as $$
begin
    if coalesce(current_setting('serai.wakes', true), '') = '' then
        perform pg_notify('serai_marks', '');
    end if;
end
$$;

-- Whoever changes nights holds this lock shared until its commit, and whoever opens a connection holds it alone: else a
-- change that sees the connection still closed could commit after the whole horizon was marked and looked at.
create function serai_changes(hotel integer) returns void
    language sql
begin atomic
    select pg_advisory_xact_lock_shared('marks'::regclass::oid::integer, hotel);
end;

create function serai_opens(hotel integer) returns void
    language sql
begin atomic
    select pg_advisory_xact_lock('marks'::regclass::oid::integer, hotel);
end;

create function serai_mark_rooms(hotel integer, room_type integer, changed datemultirange, act text) returns void
    language sql security definer set search_path = public
begin atomic
    select serai_changes(hotel);
    insert into audit (hotel_id, subject, subject_id, act, nights) values (hotel, 'room_nights', room_type, act, changed);
    insert into marks (connection_id, hotel_id, room_type_id, nights)
    select id, hotel, room_type, changed from third_party_integrations where hotel_id = hotel and open;
end;

create function serai_mark_rates(hotel integer, product integer, changed datemultirange, act text) returns void
    language sql security definer set search_path = public
begin atomic
    select serai_changes(hotel);
    insert into audit (hotel_id, subject, subject_id, act, nights) values (hotel, 'rate_nights', product, act, changed);
    insert into marks (connection_id, hotel_id, product_id, nights)
    select id, hotel, product, changed from third_party_integrations where hotel_id = hotel and open;
end;

-- They run as the owner, for the triggers alone: who could call them could write marks and audit of any hotel.
revoke execute on function serai_mark_rooms(integer, integer, datemultirange, text) from public;
revoke execute on function serai_mark_rates(integer, integer, datemultirange, text) from public;

create function serai_room_nights_inserted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rooms(hotel_id, room_type_id, nights, 'insert')
       from (select hotel_id, room_type_id, range_agg(daterange(night, night + 1)) as nights from fresh group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create function serai_room_nights_deleted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rooms(hotel_id, room_type_id, nights, 'delete')
       from (select hotel_id, room_type_id, range_agg(daterange(night, night + 1)) as nights from stale group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create function serai_room_nights_updated() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rooms(hotel_id, room_type_id, nights, 'update')
       from (select hotel_id, room_type_id, range_agg(daterange(night, night + 1)) as nights
               from (select * from (select * from fresh except all select * from stale) gained
                     union all
                     select * from (select * from stale except all select * from fresh) lost) different
              group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create function serai_rate_nights_inserted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rates(hotel_id, product_id, nights, 'insert')
       from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights from fresh group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create function serai_rate_nights_deleted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rates(hotel_id, product_id, nights, 'delete')
       from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights from stale group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create function serai_rate_nights_updated() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_rates(hotel_id, product_id, nights, 'update')
       from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights
               from (select * from (select * from fresh except all select * from stale) gained
                     union all
                     select * from (select * from stale except all select * from fresh) lost) different
              group by 1, 2) changed;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create trigger mark_inserted after insert on room_nights referencing new table as fresh
    for each statement execute function serai_room_nights_inserted();
create trigger mark_deleted after delete on room_nights referencing old table as stale
    for each statement execute function serai_room_nights_deleted();
create trigger mark_updated after update on room_nights referencing old table as stale new table as fresh
    for each statement execute function serai_room_nights_updated();
create trigger mark_inserted after insert on rate_nights referencing new table as fresh
    for each statement execute function serai_rate_nights_inserted();
create trigger mark_deleted after delete on rate_nights referencing old table as stale
    for each statement execute function serai_rate_nights_deleted();
create trigger mark_updated after update on rate_nights referencing old table as stale new table as fresh
    for each statement execute function serai_rate_nights_updated();

-- The nights that a hotel sells: today to its horizon.
create function serai_horizon(hotel integer) returns datemultirange
    language sql stable
begin atomic
    select datemultirange(daterange(serai_today(id), serai_today(id) + horizon)) from hotels where id = hotel;
end;

-- A connection that opens, and a room or rate that gets (another) meaning, are marked whole.
create function serai_connection_opened() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.hotel_id is not null then
        insert into claims (connection_id, hotel_id) values (new.id, new.hotel_id) on conflict do nothing;
    end if;
    if new.open and (tg_op = 'INSERT' or not old.open) then
        perform serai_opens(new.hotel_id);
        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
        select new.id, new.hotel_id, room_type_id, product_id, serai_horizon(new.hotel_id)
          from ota_rate_plans
         where connection_id = new.id and state = 'active' and (room_type_id is not null or product_id is not null);
        update claims set next_try_at = '-infinity', ladder = null, rung = 0, held_since = null, words = null where connection_id = new.id;
        call serai_wake();
    end if;
    return null;
end
$$;

create trigger connection_opened after insert or update on third_party_integrations
    for each row execute function serai_connection_opened();

create function serai_mapping_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.state = 'active' and (new.room_type_id is not null or new.product_id is not null) and (tg_op = 'INSERT'
            or (new.room_type_id, new.product_id, new.state, new.is_child, new.is_readonly, new.pricing)
               is distinct from (old.room_type_id, old.product_id, old.state, old.is_child, old.is_readonly, old.pricing)) then
        delete from refusals where remote_id = new.id;
        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
        select c.id, c.hotel_id, new.room_type_id, new.product_id, serai_horizon(c.hotel_id)
          from third_party_integrations c where c.id = new.connection_id and c.open;
        call serai_wake();
    end if;
    return null;
end
$$;

create trigger mapping_changed after insert or update on ota_rate_plans
    for each row execute function serai_mapping_changed();

-- Per cell: what the hotel set (in its own terms), what the channel was last told, what it answered, and when.
create view ota_inventory_sync with (security_invoker = true) as
select r.hotel_id,
       r.connection_id,
       r.id                                                                                          as remote_id,
       r.remote_room,
       r.remote_rate,
       n.night,
       n.wanted,
       case when h.remote_id is not null then jsonb_strip_nulls(jsonb_build_object(
               'rooms', h.rooms, 'room-closed', h.room_closed, 'closed', h.closed, 'price', to_jsonb(h.prices),
               'min-through', h.min_through, 'max-through', h.max_through, 'min-arrival', h.min_arrival,
               'max-arrival', h.max_arrival, 'cta', h.cta, 'ctd', h.ctd)) end                        as told,
       coalesce(h.unknown, 0)                                                                        as unknown,
       a.outcome                                                                                     as answered,
       a.reference,
       a.answered_at
  from ota_rate_plans r
  join lateral (
        select night, jsonb_build_object('rooms', greatest(offered - sold - held_back - out_of_order, 0), 'room-closed', closed) as wanted
          from room_nights where room_type_id = r.room_type_id
        union all
        select night, jsonb_strip_nulls(jsonb_build_object('closed', closed, 'price', to_jsonb(prices), 'min-through', min_through,
               'max-through', max_through, 'min-arrival', min_arrival, 'max-arrival', max_arrival, 'cta', cta, 'ctd', ctd))
          from rate_nights where product_id = r.product_id) n on true
  left join held_nights h on h.remote_id = r.id and h.night = n.night
  left join attempts a on a.id = h.attempt_id
 where r.state = 'active';

grant select on ota_inventory_sync to serai_app, serai_engine;
