-- Answers to requests that may be sent twice, and the values of the nights as they were written.

-- What was answered to a request under its caller's key. Written in the transaction of the request's effect.
create table idempotency_keys (
    caller     text        not null check (caller <> ''),
    key        text        not null check (key <> ''),
    request    text        not null,
    status     smallint    not null,
    answer     json        not null,
    version    text,
    expires_at timestamptz not null,
    primary key (caller, key)
);

comment on column idempotency_keys.request is 'SHA-256 of the method, the path, the query and the body, in hex';
comment on column idempotency_keys.version is 'The ETag of the answer; null: none';

create index idempotency_keys_by_expiry on idempotency_keys (expires_at);

-- A caller has the keys of the name that acts, and clears away what has expired.
alter table idempotency_keys enable row level security;
create policy engine on idempotency_keys to serai_engine using (true) with check (true);
create policy caller on idempotency_keys to serai_app using (caller = serai_actor() or expires_at <= now());
grant select, insert, update, delete on idempotency_keys to serai_app, serai_engine;

-- The history of the hotel's side of every night: what was written, by whom, when. One row a statement, room type or
-- product, and value that its nights got; a statement about more than 10,000 nights leaves out the values.
create table night_changes (
    at           timestamptz    not null default clock_timestamp(),
    actor        text           not null default serai_actor(),
    hotel_id     integer        not null,
    room_type_id integer,
    product_id   integer,
    act          text           not null,
    nights       datemultirange not null,
    value        jsonb,
    check ((room_type_id is null) <> (product_id is null))
) partition by range (at);

comment on column night_changes.value is 'The columns of the night afterwards, without those that are null; null: deleted, or too many at once';

create index night_changes_by_room on night_changes (room_type_id, at desc) where room_type_id is not null;
create index night_changes_by_product on night_changes (product_id, at desc) where product_id is not null;

call serai_guard('night_changes');
insert into log_tables values ('night_changes', 13);
create table night_changes_other partition of night_changes default;
select serai_turn_log_months(current_date);

-- A session keeps the plan of its first statement, about one night perhaps: so nothing here joins rows to rows.
create function serai_room_nights_recorded() returns trigger language plpgsql security definer set search_path = public as $$
declare
    valued boolean;
begin
    if tg_op = 'DELETE' then
        insert into night_changes (hotel_id, room_type_id, act, nights)
        select hotel_id, room_type_id, 'delete', range_agg(daterange(night, night + 1)) from stale group by 1, 2;
    elsif tg_op = 'INSERT' then
        select count(*) <= 10000 into valued from fresh;
        insert into night_changes (hotel_id, room_type_id, act, nights, value)
        select hotel_id, room_type_id, 'insert', range_agg(daterange(night, night + 1)), value
          from (select *, case when valued then jsonb_strip_nulls(to_jsonb(f) - '{hotel_id,room_type_id,night}'::text[]) end as value
                  from fresh f) written
         group by hotel_id, room_type_id, value;
    else
        select count(*) <= 10000 into valued from fresh;
        insert into night_changes (hotel_id, room_type_id, act, nights, value)
        select hotel_id, room_type_id, 'update', range_agg(daterange(night, night + 1)), value
          from (select *, case when valued then jsonb_strip_nulls(to_jsonb(f) - '{hotel_id,room_type_id,night}'::text[]) end as value
                  from (select * from fresh except all select * from stale) f) written
         group by hotel_id, room_type_id, value;
    end if;
    return null;
end
$$;

create function serai_rate_nights_recorded() returns trigger language plpgsql security definer set search_path = public as $$
declare
    valued boolean;
begin
    if tg_op = 'DELETE' then
        insert into night_changes (hotel_id, product_id, act, nights)
        select hotel_id, product_id, 'delete', range_agg(daterange(night, night + 1)) from stale group by 1, 2;
    elsif tg_op = 'INSERT' then
        select count(*) <= 10000 into valued from fresh;
        insert into night_changes (hotel_id, product_id, act, nights, value)
        select hotel_id, product_id, 'insert', range_agg(daterange(night, night + 1)), value
          from (select *, case when valued then jsonb_strip_nulls(to_jsonb(f) - '{hotel_id,product_id,night}'::text[]) end as value
                  from fresh f) written
         group by hotel_id, product_id, value;
    else
        select count(*) <= 10000 into valued from fresh;
        insert into night_changes (hotel_id, product_id, act, nights, value)
        select hotel_id, product_id, 'update', range_agg(daterange(night, night + 1)), value
          from (select *, case when valued then jsonb_strip_nulls(to_jsonb(f) - '{hotel_id,product_id,night}'::text[]) end as value
                  from (select * from fresh except all select * from stale) f) written
         group by hotel_id, product_id, value;
    end if;
    return null;
end
$$;

create trigger record_inserted after insert on room_nights referencing new table as fresh
    for each statement execute function serai_room_nights_recorded();
create trigger record_deleted after delete on room_nights referencing old table as stale
    for each statement execute function serai_room_nights_recorded();
create trigger record_updated after update on room_nights referencing old table as stale new table as fresh
    for each statement execute function serai_room_nights_recorded();
create trigger record_inserted after insert on rate_nights referencing new table as fresh
    for each statement execute function serai_rate_nights_recorded();
create trigger record_deleted after delete on rate_nights referencing old table as stale
    for each statement execute function serai_rate_nights_recorded();
create trigger record_updated after update on rate_nights referencing old table as stale new table as fresh
    for each statement execute function serai_rate_nights_recorded();
