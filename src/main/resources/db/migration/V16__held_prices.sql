-- Prices that wait until a person has looked at them, and those that a person let pass.

-- What a night may cost, in minor units of the hotel's currency; null: anything.
alter table hotels
    add column least_price bigint check (least_price > 0),
    add column most_price  bigint check (most_price > 0),
    add column most_jump   numeric(8, 2) check (most_jump > 0),
    add constraint hotels_price_bounds check (least_price <= most_price);

alter table room_types
    add column least_price bigint check (least_price > 0),
    add column most_price  bigint check (most_price > 0),
    add constraint room_types_price_bounds check (least_price <= most_price);

comment on column hotels.least_price is 'A price below it is held for approval; null: none';
comment on column hotels.most_price is 'A price above it is held for approval; null: none';
comment on column hotels.most_jump is 'By how many percent a price may be above the nights around it, and they above it; null: serai.prices.most-jump';
comment on column room_types.least_price is 'Instead of the hotel''s; null: the hotel''s';
comment on column room_types.most_price is 'Instead of the hotel''s; null: the hotel''s';

grant update (least_price, most_price, most_jump) on hotels to serai_app;

-- A price that is held is a refusal of our own: code 'held'.
alter table refusals
    add column reason    text check (reason in ('hotel-bounds', 'channel-bounds', 'jump')),
    add column kept      bigint[],
    add column reference bigint[];

comment on column refusals.reason is 'Which gate the price did not pass; null: it is not held';
comment on column refusals.kept is 'The prices of the night that are held, in the hotel''s terms';
comment on column refusals.reference is 'What they would be by the nights around, in the hotel''s terms';

create index refusals_held on refusals (hotel_id) where code = 'held';

alter table held_nights add column stood bigint[];

comment on column held_nights.stood is 'The prices it had accepted when all was to be told anew; they stand where a price is held, each until another is accepted';

-- What still stands of the prices that had stood, once others were accepted.
create function serai_still_stood(stood bigint[], accepted bigint[]) returns bigint[]
    language sql immutable parallel safe
return case
    when stood is null or accepted is null then stood
    when array_position(accepted, null) is null then null
    else (select array_agg(case when a is null then s end order by n) from unnest(stood, accepted) with ordinality u (s, a, n))
end;

create table price_approvals (
    id          bigint generated always as identity primary key,
    hotel_id    integer        not null,
    product_id  integer        not null,
    nights      datemultirange not null,
    prices      bigint[]       not null,
    approved_by text           not null default serai_actor(),
    approved_at timestamptz    not null default now(),
    foreign key (hotel_id, product_id) references products (hotel_id, id) on delete cascade
);

comment on column price_approvals.prices is 'The night''s prices in the hotel''s terms: they pass while they are wanted, on these nights alone';

create index price_approvals_by_hotel on price_approvals (hotel_id);

call serai_guard('price_approvals');
grant insert on price_approvals to serai_app;

-- Has the prices of products looked at by every connection that sells; runs as the owner, for the triggers alone.
create function serai_mark_prices(hotel integer, room_type integer, product integer, changed datemultirange) returns void
    language sql security definer set search_path = public
begin atomic
    select serai_changes(hotel);
    insert into marks (connection_id, hotel_id, product_id, nights)
    select c.id, c.hotel_id, p.id, changed
      from third_party_integrations c join products p on p.hotel_id = c.hotel_id
     where c.hotel_id = hotel and c.open and (room_type is null or p.room_type_id = room_type) and (product is null or p.id = product);
end;

revoke execute on function serai_mark_prices(integer, integer, integer, datemultirange) from public;

-- An approval has its nights looked at; those of nights past go with the next one.
create function serai_price_approved() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, nights, change)
    values (new.hotel_id, 'price_approvals', new.product_id, 'approve', new.nights, jsonb_build_object('prices', to_jsonb(new.prices)));
    delete from price_approvals where hotel_id = new.hotel_id and upper(range_merge(nights)) <= serai_today(new.hotel_id);
    perform serai_mark_prices(new.hotel_id, null, new.product_id, new.nights);
    call serai_wake();
    return null;
end
$$;

create trigger approved after insert on price_approvals for each row execute function serai_price_approved();

-- Other bounds have all prices looked at that they reach.
create function serai_price_bounds_changed() returns trigger language plpgsql security definer set search_path = public as $$
declare
    hotel integer := case tg_table_name when 'hotels' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'hotel_id' end;
begin
    insert into audit (hotel_id, subject, subject_id, act, change)
    values (hotel, tg_table_name, new.id, 'price-bounds', jsonb_build_object(
            'least', new.least_price, 'most', new.most_price, 'jump', to_jsonb(new) -> 'most_jump'));
    perform serai_mark_prices(hotel, case tg_table_name when 'room_types' then new.id end, null, serai_horizon(hotel));
    call serai_wake();
    return null;
end
$$;

create trigger price_bounds_changed after update on hotels
    for each row when ((new.least_price, new.most_price, new.most_jump) is distinct from (old.least_price, old.most_price, old.most_jump))
    execute function serai_price_bounds_changed();
create trigger price_bounds_changed after update on room_types
    for each row when ((new.least_price, new.most_price) is distinct from (old.least_price, old.most_price))
    execute function serai_price_bounds_changed();
