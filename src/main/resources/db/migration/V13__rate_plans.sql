-- How prices come to be: plans that derive from other plans, and prices that a person set.

create table cancellation_policies (
    id               integer generated always as identity primary key,
    hotel_id         integer       not null references hotels (id) on delete cascade,
    code             text          not null check (code <> ''),
    name             text          not null check (name <> ''),
    free_until_hours integer       check (free_until_hours >= 0),
    penalty          text          not null default 'none' check (penalty in ('none', 'nights', 'percent', 'amount')),
    penalty_value    numeric(14,4) check (penalty_value > 0),
    created_at       timestamptz   not null default now(),
    updated_at       timestamptz   not null default now(),
    unique (hotel_id, code),
    unique (hotel_id, id),
    check ((penalty = 'none') = (penalty_value is null)),
    check (penalty <> 'percent' or penalty_value <= 100),
    check (penalty not in ('nights', 'amount') or penalty_value = trunc(penalty_value))
);

comment on column cancellation_policies.free_until_hours is 'A cancellation costs nothing until so many hours before the day of arrival begins; null: it always costs';
comment on column cancellation_policies.penalty_value is 'nights: of the stay; percent: of the stay''s price; amount: minor units of the hotel''s currency';

call serai_guard('cancellation_policies');
grant insert, update, delete on cancellation_policies to serai_app;
create trigger touch before update on cancellation_policies for each row execute function serai_touch();

alter table rate_plans
    add column parent_id              integer,
    add column offset_percent         numeric(8,4) check (offset_percent > -100 and offset_percent <= 1000),
    add column offset_amount          bigint check (abs(offset_amount) <= 1000000000),
    add column rounding_step          bigint check (rounding_step between 1 and 1000000000),
    add column rounding_ending        bigint not null default 0,
    add column rounding_mode          text   not null default 'nearest' check (rounding_mode in ('up', 'down', 'nearest')),
    add column inherits               text[] not null
        default '{closed,cta,ctd,min-through,max-through,min-arrival,max-arrival}'
        check (inherits <@ '{closed,cta,ctd,min-through,max-through,min-arrival,max-arrival}'),
    add column valid_from             date,
    add column valid_to               date,
    add column cancellation_policy_id integer,
    add foreign key (hotel_id, parent_id) references rate_plans (hotel_id, id),
    add foreign key (hotel_id, cancellation_policy_id) references cancellation_policies (hotel_id, id),
    add constraint rate_plans_offset check (parent_id is not null or (offset_percent is null and offset_amount is null)),
    add constraint rate_plans_rounding check (rounding_ending >= 0 and rounding_ending < coalesce(rounding_step, 1)),
    add constraint rate_plans_valid check (valid_from <= valid_to);

comment on column rate_plans.parent_id is 'Its prices are those of this plan with the offset; null: it has prices of its own';
comment on column rate_plans.offset_percent is 'Laid on the parent''s price first; -10 takes a tenth off';
comment on column rate_plans.offset_amount is 'Minor units a night, laid on after offset_percent';
comment on column rate_plans.rounding_step is 'Minor units; prices become rounding_ending and a multiple of this: 100 and 99 make 79.99, 80.99. Null: to the minor unit';
comment on column rate_plans.inherits is 'What a derived plan takes from its parent; the others are its own, written in rate_nights';
comment on column rate_plans.valid_from is 'First stay date it is sold for; null: no first one';
comment on column rate_plans.valid_to is 'Last stay date it is sold for; null: no last one';

create index rate_plans_derived on rate_plans (hotel_id, parent_id) where parent_id is not null;

-- A plan and its parent are priced alike, and none derives from itself. The lock lets one change of a hotel's parents in at
-- a time, so that two that are right by themselves cannot make a circle together.
create function serai_check_parent() returns trigger
    language plpgsql security definer set search_path = public
as $$
declare
    met  rate_plans%rowtype;
    next integer := new.parent_id;
begin
    if new.parent_id is null and (tg_op = 'INSERT' or (new.pricing, new.longest_stay) = (old.pricing, old.longest_stay)) then
        return new;
    end if;
    if current_setting('transaction_isolation') = 'repeatable read' then
        raise exception 'rate_plans: changed at repeatable read (expected: read committed or serializable, where a circle is seen)'
            using errcode = 'feature_not_supported';
    end if;
    perform pg_advisory_xact_lock('rate_plans'::regclass::oid::integer, new.hotel_id);
    while next is not null loop
        if next = new.id then
            raise exception 'parent_id: ''%'' (expected: a plan that does not itself derive from ''%'')',
                (select code from rate_plans where id = new.parent_id), new.code
                using errcode = 'check_violation', constraint = 'rate_plans_circle';
        end if;
        select * into met from rate_plans where id = next;
        if (met.pricing, met.longest_stay) is distinct from (new.pricing, new.longest_stay) and met.hotel_id = new.hotel_id then
            raise exception 'pricing: ''%'' of % nights (expected: ''%'' of % nights, as plan ''%'' that it derives from)',
                new.pricing, new.longest_stay, met.pricing, met.longest_stay, met.code
                using errcode = 'check_violation', constraint = 'rate_plans_alike';
        end if;
        next := met.parent_id;
    end loop;
    select * into met from rate_plans
     where parent_id = new.id and (pricing, longest_stay) is distinct from (new.pricing, new.longest_stay) limit 1;
    if found then
        raise exception 'pricing: ''%'' of % nights (expected: ''%'' of % nights, as plan ''%'' that derives from it)',
            new.pricing, new.longest_stay, met.pricing, met.longest_stay, met.code
            using errcode = 'check_violation', constraint = 'rate_plans_alike';
    end if;
    return new;
end
$$;

create trigger check_parent before insert or update of parent_id, pricing, longest_stay on rate_plans
    for each row execute function serai_check_parent();

-- Who set prices by hand. One row an act, however many nights it was about.
create table hand_acts (
    id       bigint generated always as identity primary key,
    hotel_id integer     not null references hotels (id) on delete cascade,
    actor    text        not null default serai_actor(),
    at       timestamptz not null default clock_timestamp(),
    note     text
);

create index hand_acts_by_hotel on hand_acts (hotel_id, id);
call serai_guard('hand_acts');
grant insert on hand_acts to serai_app;

alter table rate_nights
    add column hand_prices bigint[],
    add column hand_act    bigint,
    add constraint rate_nights_hand check ((hand_prices is null) = (hand_act is null));

comment on column rate_nights.prices is
    'What the hotel''s system wrote. Minor units of the hotel''s currency. per-day: one element; occupancy: element n is for n guests; length-of-stay: element (guests - 1) * longest_stay + nights. Null element: not sold so. Empty: it took the night away, and what a person set waits';
comment on column rate_nights.hand_prices is 'What a person set, laid out as prices; stays until it is released. Null element: the system''s price stands there';
comment on column rate_nights.hand_act is 'The act in hand_acts that set hand_prices';

-- A hotel's system writes its own prices and never a person's.
revoke insert, update on rate_nights from serai_pms;
grant insert (product_id, night, hotel_id, closed, cta, ctd, min_through, max_through, min_arrival, max_arrival, prices),
      update (product_id, night, hotel_id, closed, cta, ctd, min_through, max_through, min_arrival, max_arrival, prices)
    on rate_nights to serai_pms;

-- Where it takes a night away, only what it wrote goes: the night is closed, its prices are the empty list, and what a person set waits.
create function serai_keep_hand() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    if not exists (select from serai_login_hotels()) then
        return old;
    end if;
    update rate_nights
       set closed = true, cta = false, ctd = false, min_through = null, max_through = null, min_arrival = null,
           max_arrival = null, prices = '{}'
     where product_id = old.product_id and night = old.night;
    return null;
end
$$;

create trigger keep_hand before delete on rate_nights
    for each row when (old.hand_prices is not null) execute function serai_keep_hand();

-- To the hotel's system such a night is not there, nor is one of which it has said nothing yet: it may insert it. What it inserts is written
-- beside what a person set. It runs before row-level security looks, so it minds the login's hotels itself.
create function serai_beside_hand() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    if new.hotel_id not in (select serai_login_hotels()) then
        return new;
    end if;
    update rate_nights n
       set closed = new.closed, cta = new.cta, ctd = new.ctd, min_through = new.min_through, max_through = new.max_through,
           min_arrival = new.min_arrival, max_arrival = new.max_arrival, prices = new.prices
     where n.product_id = new.product_id and n.night = new.night and n.hotel_id = new.hotel_id
       and (n.prices = '{}'
            or (n.hand_prices is not null and n.prices is null and not (n.closed or n.cta or n.ctd)
                and coalesce(n.min_through, n.max_through, n.min_arrival, n.max_arrival) is null));
    return case when found then null else new end;
end
$$;

create trigger beside_hand before insert on rate_nights
    for each row when (new.hand_prices is null and pg_has_role(session_user, 'serai_pms', 'member'))
    execute function serai_beside_hand();

alter table hotels add column price_owner text not null default 'person' check (price_owner in ('person', 'system'));
comment on column hotels.price_owner is 'Whose price stands where the hotel''s system and a person both set one';
grant update (price_owner) on hotels to serai_app;

-- Marking. A change of a product's nights is one of all that derive from it, too.
create type serai_changed as (hotel_id integer, product_id integer, nights datemultirange);

-- The products whose price is made from that of another, at any depth: the plans beneath its plan, sold for its room type.
create function serai_derived(room_type integer, plan integer) returns setof integer
    language sql stable
begin atomic
    with recursive beneath (product, plan) as (
        select p.id, r.id from rate_plans r join products p on p.rate_plan_id = r.id and p.room_type_id = room_type where r.parent_id = plan
        union
        select p.id, r.id from beneath b join rate_plans r on r.parent_id = b.plan
          join products p on p.rate_plan_id = r.id and p.room_type_id = room_type)
    select product from beneath;
end;

revoke execute on function serai_derived(integer, integer) from public;

create function serai_mark_changed(changed serai_changed[], act text) returns void
    language plpgsql security definer set search_path = public
as $$
begin
    perform serai_changes(hotel_id) from (select distinct hotel_id from unnest(changed) order by 1) hotel;
    insert into audit (hotel_id, subject, subject_id, act, nights)
    select hotel_id, 'rate_nights', product_id, act, nights from unnest(changed);
    if exists (select from rate_plans r where r.parent_id is not null and r.hotel_id in (select hotel_id from unnest(changed))) then
        insert into marks (connection_id, hotel_id, product_id, nights)
        select c.id, c.hotel_id, n.product_id, range_agg(n.nights)
          from (select hotel_id, product_id, nights from unnest(changed)
                union all
                select n.hotel_id, d.product, n.nights
                  from unnest(changed) n join products p on p.id = n.product_id, serai_derived(p.room_type_id, p.rate_plan_id) d (product)) n
          join third_party_integrations c on c.hotel_id = n.hotel_id and c.open
         group by 1, 2, 3;
    else
        insert into marks (connection_id, hotel_id, product_id, nights)
        select c.id, c.hotel_id, n.product_id, n.nights
          from unnest(changed) n join third_party_integrations c on c.hotel_id = n.hotel_id and c.open;
    end if;
    call serai_wake();
end
$$;

revoke execute on function serai_mark_changed(serai_changed[], text) from public;

create or replace function serai_rate_nights_inserted() returns trigger language plpgsql security definer set search_path = public as $$
declare
    changed serai_changed[];
begin
    select array_agg((hotel_id, product_id, nights)::serai_changed) into changed
      from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights from fresh group by 1, 2) c;
    if changed is not null then perform serai_mark_changed(changed, 'insert'); end if;
    return null;
end
$$;

create or replace function serai_rate_nights_deleted() returns trigger language plpgsql security definer set search_path = public as $$
declare
    changed serai_changed[];
begin
    select array_agg((hotel_id, product_id, nights)::serai_changed) into changed
      from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights from stale group by 1, 2) c;
    if changed is not null then perform serai_mark_changed(changed, 'delete'); end if;
    return null;
end
$$;

create or replace function serai_rate_nights_updated() returns trigger language plpgsql security definer set search_path = public as $$
declare
    changed serai_changed[];
begin
    select array_agg((hotel_id, product_id, nights)::serai_changed) into changed
      from (select hotel_id, product_id, range_agg(daterange(night, night + 1)) as nights
               from (select * from (select * from fresh except all select * from stale) gained
                     union all
                     select * from (select * from stale except all select * from fresh) lost) different
              group by 1, 2) c;
    if changed is not null then perform serai_mark_changed(changed, 'update'); end if;
    return null;
end
$$;

drop function serai_mark_rates(integer, integer, datemultirange, text);

-- A changed definition is marked over the whole horizon: for these products and all that derive from them. It waits for
-- changes of nights under way, and they for it: one that did not see the new definition could be looked at too early.
create function serai_mark_products(hotel integer, changed integer[]) returns void
    language plpgsql security definer set search_path = public
as $$
begin
    perform serai_opens(hotel);
    insert into marks (connection_id, hotel_id, product_id, nights)
    select distinct c.id, hotel, n.product, horizon
      from (select unnest(changed) as product
            union
            select d.product from products p, serai_derived(p.room_type_id, p.rate_plan_id) d (product) where p.id = any (changed)) n
      join ota_rate_plans r on r.product_id = n.product and r.state = 'active'
      join third_party_integrations c on c.id = r.connection_id and c.open,
           serai_horizon(hotel) horizon
     where horizon is not null;
    if found then call serai_wake(); end if;
end
$$;

revoke execute on function serai_mark_products(integer, integer[]) from public;

create function serai_plan_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_products(new.hotel_id, array_agg(id)) from products where rate_plan_id = new.id having count(*) > 0;
    return null;
end
$$;

create trigger plan_changed after update on rate_plans for each row
    when ((old.parent_id, old.pricing, old.longest_stay, old.offset_percent, old.offset_amount, old.rounding_step, old.rounding_ending, old.rounding_mode,
           old.inherits, old.valid_from, old.valid_to)
          is distinct from
          (new.parent_id, new.pricing, new.longest_stay, new.offset_percent, new.offset_amount, new.rounding_step, new.rounding_ending, new.rounding_mode,
           new.inherits, new.valid_from, new.valid_to))
    execute function serai_plan_changed();

create function serai_product_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if tg_op <> 'INSERT' then
        perform serai_mark_products(old.hotel_id, array_agg(d)) from serai_derived(old.room_type_id, old.rate_plan_id) d having count(*) > 0;
    end if;
    if tg_op <> 'DELETE' then
        perform serai_mark_products(new.hotel_id, array [new.id]);
    end if;
    return null;
end
$$;

create trigger product_changed after insert or delete or update of room_type_id, rate_plan_id on products
    for each row execute function serai_product_changed();

create function serai_price_owner_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_products(new.id, array_agg(id)) from products where hotel_id = new.id having count(*) > 0;
    return null;
end
$$;

create trigger price_owner_changed after update of price_owner on hotels for each row
    when (old.price_owner <> new.price_owner) execute function serai_price_owner_changed();

-- Who changed how prices are made, and to what.
create function serai_audit_definition() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change)
    select (kept ->> 'hotel_id')::integer, tg_table_name, (kept ->> 'id')::bigint, lower(tg_op), kept - array ['id', 'hotel_id', 'created_at', 'updated_at']
      from (select to_jsonb(case when tg_op = 'DELETE' then old else new end) as kept) definition;
    return null;
end
$$;

create trigger audit_definition after insert or update or delete on rate_plans
    for each row execute function serai_audit_definition();
create trigger audit_definition after insert or update or delete on cancellation_policies
    for each row execute function serai_audit_definition();
