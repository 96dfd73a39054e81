-- A room type or product may come when its hotel's nights are made already: the horizon makes only those that come newly within
-- it. Who adds one by the API or the pages has its nights with it; a system that adds one in SQL has time to write its own.

alter table room_types add column nights_due_at timestamptz;
alter table products add column nights_due_at timestamptz;

alter table room_types alter column nights_due_at set default now() + interval '5 minutes';
alter table products alter column nights_due_at set default now() + interval '5 minutes';

comment on column room_types.nights_due_at is 'Then those nights within the horizon are made that nobody wrote, with size rooms offered; null: they are made';
comment on column products.nights_due_at is 'Then those nights within the horizon are made that nobody wrote, with usual_prices where there are any; null: they are made';
comment on column products.usual_prices is 'Prices (as in rate_nights.prices) of a night that comes within the horizon, and of those within it that nobody wrote when the product comes; none: it stays closed';

create index room_types_newcomers on room_types (hotel_id) where nights_due_at is not null;
create index products_newcomers on products (hotel_id) where nights_due_at is not null;

-- What is noted of the nights is no change of the room type or product itself.
drop trigger touch on room_types;
create trigger touch before update on room_types
    for each row when (new.nights_due_at is not distinct from old.nights_due_at) execute function serai_touch();
drop trigger touch on products;
create trigger touch before update on products
    for each row when (new.nights_due_at is not distinct from old.nights_due_at) execute function serai_touch();

-- Makes the nights of a hotel's newcomers that are due until then, as far as those of its others are made.
create function serai_make_nights(hotel integer, due timestamptz) returns void language plpgsql set search_path = public, pg_temp as $$
declare
    today date := serai_today(hotel);
    until date := (select sold_until from hotels where id = hotel);
begin
    with newcomers as (update room_types set nights_due_at = null where hotel_id = hotel and nights_due_at <= due returning id, size)
    insert into room_nights (room_type_id, night, hotel_id, offered)
    select n.id, d::date, hotel, n.size from newcomers n, generate_series(today, until - 1, interval '1 day') d
    on conflict do nothing;

    with newcomers as (update products set nights_due_at = null where hotel_id = hotel and nights_due_at <= due
                       returning id, rate_plan_id, usual_prices)
    insert into rate_nights (product_id, night, hotel_id, prices)
    select n.id, d::date, hotel, n.usual_prices
      from newcomers n join rate_plans r on r.id = n.rate_plan_id and r.parent_id is null,
           generate_series(today, until - 1, interval '1 day') d
     where n.usual_prices is not null
    on conflict do nothing;
end
$$;

grant update (nights_due_at) on room_types, products to serai_engine;
