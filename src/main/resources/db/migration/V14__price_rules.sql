-- Rules that change prices, the least and the most that a night may cost, and what a price becomes at a connection.

create table price_rules (
    id             integer generated always as identity primary key,
    hotel_id       integer        not null references hotels (id) on delete cascade,
    name           text           not null check (name <> ''),
    position       integer        not null check (position >= 1),
    is_enabled     boolean        not null default true,
    rate_plan_ids  integer[]      check (cardinality(rate_plan_ids) > 0),
    room_type_ids  integer[]      check (cardinality(room_type_ids) > 0),
    seasons        datemultirange check (not isempty(seasons) and not lower_inf(seasons) and not upper_inf(seasons)),
    each_year      boolean        not null default false,
    weekdays       integer[]      check (cardinality(weekdays) > 0 and weekdays <@ array [1, 2, 3, 4, 5, 6, 7]),
    lead_from      integer        check (lead_from between 0 and 1100),
    lead_to        integer        check (lead_to between 0 and 1100),
    occupancy_from smallint       check (occupancy_from between 0 and 100),
    occupancy_to   smallint       check (occupancy_to between 0 and 100),
    occupancy_of   text           not null default 'room-type' check (occupancy_of in ('room-type', 'hotel')),
    stay_from      smallint       check (stay_from between 1 and 90),
    stay_to        smallint       check (stay_to between 1 and 90),
    percent        numeric(8, 4)  check (percent > -100 and percent <= 1000),
    amount         bigint,
    stacking       text           not null default 'adds' check (stacking in ('adds', 'of-base')),
    stops          boolean        not null default false,
    created_at     timestamptz    not null default now(),
    updated_at     timestamptz    not null default now(),
    unique (hotel_id, id),
    constraint price_rules_order unique (hotel_id, position) deferrable initially deferred,
    check (num_nonnulls(percent, amount) = 1),
    check (stacking = 'adds' or percent is not null),
    check (lead_from <= lead_to),
    check (occupancy_from <= occupancy_to),
    check (stay_from <= stay_to)
);

comment on column price_rules.position is 'The order in which the rules of a hotel are looked at, from 1';
comment on column price_rules.rate_plan_ids is 'Null: all without a parent. A derived plan follows its parent, and is reached by the rule itself only where it is named';
comment on column price_rules.room_type_ids is 'Null: all';
comment on column price_rules.each_year is 'The seasons come again each year';
comment on column price_rules.weekdays is 'Of the night: 1 Monday to 7 Sunday; null: all';
comment on column price_rules.lead_from is 'Days from today at the hotel to the night, at least';
comment on column price_rules.occupancy_from is 'Whole percent of the rooms sold of those that can be, rounded down, at least';
comment on column price_rules.stay_from is 'Nights of the stay, at least; holds for nothing but prices by length of stay';
comment on column price_rules.amount is 'Added to a night''s price, minor units of the hotel''s currency';
comment on column price_rules.stacking is 'adds: percent of the price so far; of-base: percent of the price before all rules';
comment on column price_rules.stops is 'No later rule is looked at where this one applied';

create index price_rules_by_occupancy on price_rules (hotel_id)
    where is_enabled and (occupancy_from is not null or occupancy_to is not null);

call serai_guard('price_rules');
grant insert, update, delete on price_rules to serai_app;
grant select, insert, update, delete on price_rules to serai_pms;
create trigger touch before update on price_rules for each row execute function serai_touch();

-- A rule names plans and room types of its own hotel.
create function serai_check_rule() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if exists (select from unnest(new.rate_plan_ids) named where not exists (select from rate_plans where id = named and hotel_id = new.hotel_id)) then
        raise exception 'rate_plan_ids: % (expected: rate plans of hotel %)', new.rate_plan_ids, new.hotel_id using errcode = 'check_violation';
    end if;
    if exists (select from unnest(new.room_type_ids) named where not exists (select from room_types where id = named and hotel_id = new.hotel_id)) then
        raise exception 'room_type_ids: % (expected: room types of hotel %)', new.room_type_ids, new.hotel_id using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger check_rule before insert or update of rate_plan_ids, room_type_ids, hotel_id on price_rules
    for each row execute function serai_check_rule();

-- The least and the most that a night may cost; a product's go before its plan's.
alter table rate_plans
    add column floor_price   bigint check (floor_price > 0),
    add column ceiling_price bigint check (ceiling_price > 0),
    add check (floor_price <= ceiling_price);
alter table products
    add column floor_price   bigint check (floor_price > 0),
    add column ceiling_price bigint check (ceiling_price > 0),
    add check (floor_price <= ceiling_price);

comment on column rate_plans.floor_price is 'Rules leave a night''s price at least at this, minor units; a hand-set price may be lower';
comment on column rate_plans.ceiling_price is 'Rules leave a night''s price at most at this, minor units; the floor goes before it';

-- A price for each guest, whatever their number.
alter table rate_plans drop constraint rate_plans_pricing_check;
alter table rate_plans add constraint rate_plans_pricing_check
    check (pricing in ('per-day', 'per-person', 'occupancy', 'length-of-stay'));
comment on column rate_nights.prices is
    'What the hotel''s system wrote. Minor units of the hotel''s currency. per-day: one element; per-person: one element, the price of one guest; occupancy: element n is for n guests; length-of-stay: element (guests - 1) * longest_stay + nights. Null element: not sold so. Empty: it took the night away, and what a person set waits';

-- Until which day the nights that came nearer were marked. A day too early costs a few marks, a day too late would cost nights.
alter table hotels add column aged_on date not null default (now() at time zone 'utc')::date - 1;
comment on column hotels.aged_on is 'The last day at the hotel for which the nights that crossed a lead time were marked';

-- The nights that a rule's seasons name, from the year before a day on. Each year to the end of February: with the leap day.
create function serai_season_nights(rule price_rules, today date) returns datemultirange
    language sql stable
return case
    when rule.seasons is null then datemultirange(daterange(null, null))
    when not rule.each_year then rule.seasons
    else (select range_agg(daterange((lower(s) + years)::date, greatest((upper(s) - 1 + years)::date + 1, (upper(s) + years)::date)))
            from (select s, make_interval(years => (extract(year from today) - extract(year from lower(s)))::integer + y) as years
                    from unnest(rule.seasons) s, generate_series(-2, 5) y) placed)
end;

-- The nights that a rule may reach on a day.
create function serai_rule_nights(rule price_rules, today date, sold datemultirange) returns datemultirange
    language sql stable
return sold * serai_season_nights(rule, today)
            * datemultirange(daterange(today + coalesce(rule.lead_from, 0), today + rule.lead_to + 1));

-- The products that a rule may reach, and those whose prices are derived from theirs.
create function serai_rule_products(rule price_rules) returns setof integer
    language sql stable
begin atomic
    with recursive reached (id) as (
         select id from rate_plans where hotel_id = rule.hotel_id and (rule.rate_plan_ids is null or id = any (rule.rate_plan_ids))
         union
         select c.id from reached join rate_plans c on c.parent_id = reached.id)
    select p.id from products p
     where p.hotel_id = rule.hotel_id and p.rate_plan_id in (select id from reached)
       and (rule.room_type_ids is null or p.room_type_id = any (rule.room_type_ids));
end;

-- Appends marks for nights of products at every connection that sells them.
create function serai_mark_priced(hotel integer, priced integer[], changed datemultirange[]) returns void
    language plpgsql
as $$
begin
    perform serai_changes(hotel);
    insert into marks (connection_id, hotel_id, product_id, nights)
    select c.id, hotel, p.product, p.nights
      from (select product, range_agg(nights) as nights from unnest(priced, changed) as u (product, nights)
             where not isempty(nights) group by 1) p
      cross join third_party_integrations c
     where c.hotel_id = hotel and c.open;
    if found then call serai_wake(); end if;
end
$$;
revoke execute on function serai_mark_priced(integer, integer[], datemultirange[]) from public;

-- Marks what rules reach, as they were and as they are.
create function serai_mark_rules(rules price_rules[]) returns void
    language plpgsql
as $$
declare
    reached record;
begin
    for reached in
        select r.hotel_id, array_agg(p) as products, array_agg(r.nights) as nights
          from (select (u).hotel_id, u::price_rules as rule, serai_rule_nights(u, serai_today((u).hotel_id), serai_horizon((u).hotel_id)) as nights
                  from unnest(rules) u where (u).is_enabled) r
          cross join lateral serai_rule_products(r.rule) p
         group by 1 loop
        perform serai_mark_priced(reached.hotel_id, reached.products, reached.nights);
    end loop;
end
$$;
revoke execute on function serai_mark_rules(price_rules[]) from public;

create function serai_rules_inserted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change) select hotel_id, 'price_rules', id, 'insert', to_jsonb(f) from fresh f;
    perform serai_mark_rules((select array_agg(f::price_rules) from fresh f));
    return null;
end
$$;

create function serai_rules_deleted() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change)
    select hotel_id, 'price_rules', id, 'delete', to_jsonb(s) from stale s where exists (select from hotels h where h.id = s.hotel_id);
    perform serai_mark_rules((select array_agg(s::price_rules) from stale s));
    return null;
end
$$;

create function serai_rules_updated() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change)
    select f.hotel_id, 'price_rules', f.id, 'update', to_jsonb(f) from fresh f join stale s using (id)
     where to_jsonb(f) - 'updated_at' <> to_jsonb(s) - 'updated_at';
    perform serai_mark_rules((
        select array_agg(r) from (
               select f::price_rules as r from fresh f join stale s using (id)
                where to_jsonb(f) - '{updated_at,name}'::text[] <> to_jsonb(s) - '{updated_at,name}'::text[]
               union all
               select s::price_rules from fresh f join stale s using (id)
                where to_jsonb(f) - '{updated_at,name}'::text[] <> to_jsonb(s) - '{updated_at,name}'::text[]) changed));
    return null;
end
$$;

create trigger mark_inserted after insert on price_rules referencing new table as fresh
    for each statement execute function serai_rules_inserted();
create trigger mark_deleted after delete on price_rules referencing old table as stale
    for each statement execute function serai_rules_deleted();
create trigger mark_updated after update on price_rules referencing old table as stale new table as fresh
    for each statement execute function serai_rules_updated();

-- Nights of a room type changed: rules that look at what is sold may say something else of the products they are for.
create function serai_mark_occupancy(hotel integer, room_type integer, changed datemultirange) returns void
    language plpgsql security definer set search_path = public
as $$
declare
    products integer[];
    nights   datemultirange[];
begin
    perform serai_changes(hotel);
    if exists (select from price_rules where hotel_id = hotel and is_enabled and (occupancy_from is not null or occupancy_to is not null)) then
        select array_agg(p.id), array_agg(r.nights) into products, nights
          from (select u as rule, u.occupancy_of, serai_rule_nights(u, serai_today(hotel), changed) as nights
                  from price_rules u
                 where hotel_id = hotel and is_enabled and (occupancy_from is not null or occupancy_to is not null)) r
          cross join lateral serai_rule_products(r.rule) reached
          join products p on p.id = reached and (r.occupancy_of = 'hotel' or p.room_type_id = room_type)
         where not isempty(r.nights);
        perform serai_mark_priced(hotel, products, nights);
    end if;
end
$$;
revoke execute on function serai_mark_occupancy(integer, integer, datemultirange) from public;

create or replace function serai_mark_rooms(hotel integer, room_type integer, changed datemultirange, act text) returns void
    language sql security definer set search_path = public
begin atomic
    select serai_changes(hotel);
    insert into audit (hotel_id, subject, subject_id, act, nights) values (hotel, 'room_nights', room_type, act, changed);
    insert into marks (connection_id, hotel_id, room_type_id, nights)
    select id, hotel, room_type, changed from third_party_integrations where hotel_id = hotel and open;
    select serai_mark_occupancy(hotel, room_type, changed);
end;

-- How many rooms may be sold beyond those offered is part of how much is sold.
create function serai_overbooking_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_occupancy(new.hotel_id, new.id, serai_horizon(new.hotel_id));
    return null;
end
$$;

create trigger overbooking_changed after update on room_types
    for each row when (to_jsonb(new) -> 'overbooking' is distinct from to_jsonb(old) -> 'overbooking')
    execute function serai_overbooking_changed();

-- The hotel's day went on: the nights that came within a rule's lead time, or left it, on any day since.
create function serai_mark_lead(hotel integer, since date, today date) returns void
    language plpgsql security definer set search_path = public
as $$
declare
    products integer[];
    nights   datemultirange[];
begin
    select array_agg(p), array_agg(r.nights) into products, nights
      from (select u as rule,
                   (case when u.lead_to is null then '{}' else datemultirange(daterange(since + u.lead_to + 1, today + u.lead_to + 1)) end
                    + case when u.lead_from is null then '{}' else datemultirange(daterange(since + u.lead_from, today + u.lead_from)) end)
                   * serai_season_nights(u, today)
                   * datemultirange(daterange(today, today + (select horizon from hotels where id = hotel))) as nights
              from price_rules u
             where u.hotel_id = hotel and u.is_enabled and num_nonnulls(u.lead_from, u.lead_to) > 0) r
      cross join lateral serai_rule_products(r.rule) p
     where not isempty(r.nights);
    perform serai_mark_priced(hotel, products, nights);
end
$$;
revoke execute on function serai_mark_lead(integer, date, date) from public;
grant execute on function serai_mark_lead(integer, date, date) to serai_engine;

create function serai_plan_limits_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_products(new.hotel_id, array_agg(id)) from products where rate_plan_id = new.id having count(*) > 0;
    return null;
end
$$;

create function serai_product_limits_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change) values (new.hotel_id, 'products', new.id, 'update',
            jsonb_build_object('floor_price', new.floor_price, 'ceiling_price', new.ceiling_price));
    perform serai_mark_products(new.hotel_id, array [new.id]);
    return null;
end
$$;

create trigger limits_changed after update of floor_price, ceiling_price on rate_plans
    for each row when ((new.floor_price, new.ceiling_price) is distinct from (old.floor_price, old.ceiling_price))
    execute function serai_plan_limits_changed();
create trigger limits_changed after update of floor_price, ceiling_price on products
    for each row when ((new.floor_price, new.ceiling_price) is distinct from (old.floor_price, old.ceiling_price))
    execute function serai_product_limits_changed();

-- What a price becomes at a connection: keys of its configuration, so that whoever may write that may set them.
alter table third_party_integrations
    add column mark_up        numeric generated always as ((configuration ->> 'mark_up')::numeric) stored
        check (mark_up > -100 and mark_up <= 1000),
    add column commission     numeric generated always as ((configuration ->> 'commission')::numeric) stored
        check (commission >= 0 and commission < 100),
    add column exchange_rate  numeric generated always as ((configuration ->> 'exchange_rate')::numeric) stored
        check (exchange_rate > 0 and exchange_rate <= 1000000000),
    add column price_rounding text    generated always as (coalesce(configuration ->> 'price_rounding', 'half-up')) stored
        check (price_rounding in ('half-up', 'up', 'down')),
    add column prices_stopped text,
    add constraint third_party_integrations_one_margin check (num_nonnulls(mark_up, commission) <= 1);

comment on column third_party_integrations.mark_up is 'configuration.mark_up: percent that is added to every price';
comment on column third_party_integrations.commission is 'configuration.commission: percent of the sold price that the channel keeps; the price is raised so that the hotel''s is left';
comment on column third_party_integrations.exchange_rate is 'configuration.exchange_rate: one unit of the hotel''s currency in the connection''s';
comment on column third_party_integrations.price_rounding is 'configuration.price_rounding: half-up, up or down, to the minor unit of the connection''s currency';
comment on column third_party_integrations.prices_stopped is 'Why no prices are sent until somebody confirms by emptying this; none: they are sent';

grant select (mark_up, commission, exchange_rate, price_rounding, prices_stopped) on third_party_integrations to serai_app, serai_pms;
grant update (currency, prices_stopped) on third_party_integrations to serai_app, serai_pms;

-- Bits of what a channel holds of prices, as held_nights.unknown has them.
create function serai_price_bits(pricing text, prices bigint[]) returns integer
    language sql immutable parallel safe
return case
    when prices is null then 0
    when pricing = 'occupancy' or pricing = 'per-person' and cardinality(prices) > 1 then ((1 << least(cardinality(prices), 21)) - 1) << 10
    when pricing = 'derived' then 512 | (((1 << least(cardinality(prices) - 1, 21)) - 1) << 10)
    else 512
end;

-- What a channel was told means something else from now on: nobody knows what it holds, and no number of before stands any more.
create function serai_doubt_prices(connection integer) returns boolean
    language plpgsql security definer set search_path = public
as $$
begin
    update held_nights h
       set unknown = h.unknown | serai_price_bits(coalesce(r.pricing, p.pricing), h.prices), prices = null, stood = null, attempt_id = 0
      from ota_rate_plans r
      left join products s on s.id = r.product_id
      left join rate_plans p on p.id = s.rate_plan_id
     where r.connection_id = connection and h.remote_id = r.id and h.prices is not null;
    return found;
end
$$;
revoke execute on function serai_doubt_prices(integer) from public;

create function serai_currency_changed() returns trigger language plpgsql security definer set search_path = public as $$
declare
    house text := (select currency from hotels where id = new.hotel_id);
begin
    if coalesce(new.currency, house) is distinct from coalesce(old.currency, house) and serai_doubt_prices(new.id) then
        new.prices_stopped := format('currency: it was %s and is %s now (expected: somebody who confirms that prices are to be sent in it)',
                coalesce(old.currency, house), coalesce(new.currency, house));
    end if;
    return new;
end
$$;

create trigger currency_changed before update of currency on third_party_integrations
    for each row when (new.currency is distinct from old.currency) execute function serai_currency_changed();

create function serai_hotel_currency_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    update third_party_integrations
       set prices_stopped = format('currency: the hotel''s was %s and is %s now (expected: somebody who confirms that prices are to be sent)',
                old.currency, new.currency)
     where hotel_id = new.id and state <> 'disconnected' and serai_doubt_prices(id);
    return null;
end
$$;

create trigger currency_changed after update of currency on hotels
    for each row when (new.currency is distinct from old.currency) execute function serai_hotel_currency_changed();

-- Every price of the connection is another one now.
create function serai_terms_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change) values (new.hotel_id, 'third_party_integrations', new.id, 'terms',
            jsonb_build_object('mark_up', new.mark_up, 'commission', new.commission, 'exchange_rate', new.exchange_rate,
                    'price_rounding', new.price_rounding, 'currency', new.currency, 'prices_stopped', new.prices_stopped));
    if new.open then
        perform serai_changes(new.hotel_id);
        insert into marks (connection_id, hotel_id, product_id, nights)
        select new.id, new.hotel_id, product_id, serai_horizon(new.hotel_id)
          from ota_rate_plans where connection_id = new.id and state = 'active' and product_id is not null;
        call serai_wake();
    end if;
    return null;
end
$$;

create trigger terms_changed after update on third_party_integrations
    for each row when ((new.mark_up, new.commission, new.exchange_rate, new.price_rounding, new.currency, new.prices_stopped)
                       is distinct from (old.mark_up, old.commission, old.exchange_rate, old.price_rounding, old.currency, old.prices_stopped))
    execute function serai_terms_changed();

-- The most guests say how many prices there are, and which of them is the room's.
create function serai_guests_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_mark_products(new.hotel_id, array_agg(id)) from products where room_type_id = new.id having count(*) > 0;
    return null;
end
$$;

create trigger guests_changed after update of max_guests on room_types
    for each row when (new.max_guests is distinct from old.max_guests) execute function serai_guests_changed();

create function serai_remote_guests_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_changes(new.hotel_id);
    insert into marks (connection_id, hotel_id, product_id, nights)
    select id, hotel_id, new.product_id, serai_horizon(hotel_id)
      from third_party_integrations where id = new.connection_id and open;
    if found then call serai_wake(); end if;
    return null;
end
$$;

create trigger guests_changed after update of max_guests on ota_rate_plans
    for each row when (new.max_guests is distinct from old.max_guests and new.state = 'active' and new.product_id is not null)
    execute function serai_remote_guests_changed();

-- How a rate is priced says what each number told of it means: none of before counts as told, or stands, any more.
create function serai_forget_prices(rates integer[]) returns void
    language plpgsql security definer set search_path = public
as $$
begin
    update held_nights set unknown = unknown & 511, prices = null, stood = null, attempt_id = 0
     where remote_id = any (rates) and (prices is not null or stood is not null or unknown > 511);
end
$$;
revoke execute on function serai_forget_prices(integer[]) from public;

create function serai_pricing_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform serai_forget_prices(array_agg(r.id))
       from products s join ota_rate_plans r on r.product_id = s.id
      where s.rate_plan_id = new.id
        and (r.pricing is null or r.pricing like 'length-of-stay%' and new.longest_stay <> old.longest_stay)
     having count(*) > 0;
    return null;
end
$$;

create trigger pricing_changed after update of pricing, longest_stay on rate_plans
    for each row when ((new.pricing, new.longest_stay) is distinct from (old.pricing, old.longest_stay))
    execute function serai_pricing_changed();

-- How the prices of a rate lie, where a channel says this of it; a price for each guest lies as the channel takes it.
create function serai_pricing_of(product integer, said text) returns text
    language sql stable
return (select concat_ws(' ', coalesce(said, p.pricing), case when said is null and p.pricing = 'per-person' then 'or otherwise' end, p.longest_stay)
          from products s join rate_plans p on p.id = s.rate_plan_id where s.id = product);
revoke execute on function serai_pricing_of(integer, text) from public;

create function serai_remote_pricing_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if serai_pricing_of(new.product_id, new.pricing) is distinct from serai_pricing_of(old.product_id, old.pricing) then
        perform serai_forget_prices(array [new.id]);
    end if;
    return null;
end
$$;

create trigger pricing_changed after update of pricing, product_id on ota_rate_plans
    for each row when ((new.pricing, new.product_id) is distinct from (old.pricing, old.product_id))
    execute function serai_remote_pricing_changed();
