-- A room type or product that comes when its hotel's nights are made gets its own at once: the horizon makes only the nights
-- that come newly within it. Who makes nights locks the hotel, so that of two at the same time the later sees what the earlier wrote.

create function serai_room_types_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform from hotels where id in (select hotel_id from fresh) for key share;
    insert into room_nights (room_type_id, night, hotel_id, offered)
    select t.id, d::date, t.hotel_id, t.size
      from fresh t join hotels h on h.id = t.hotel_id, generate_series(serai_today(h.id), h.sold_until - 1, interval '1 day') d
    on conflict do nothing;
    return null;
end
$$;

create trigger nights_made after insert on room_types referencing new table as fresh
    for each statement execute function serai_room_types_added();

create function serai_products_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
    perform from hotels where id in (select hotel_id from fresh) for key share;
    insert into rate_nights (product_id, night, hotel_id, prices)
    select p.id, d::date, p.hotel_id, p.usual_prices
      from fresh p join rate_plans r on r.id = p.rate_plan_id and r.parent_id is null
           join hotels h on h.id = p.hotel_id, generate_series(serai_today(h.id), h.sold_until - 1, interval '1 day') d
     where p.usual_prices is not null
    on conflict do nothing;
    return null;
end
$$;

create trigger nights_made after insert on products referencing new table as fresh
    for each statement execute function serai_products_added();

comment on column products.usual_prices is 'Prices (as in rate_nights.prices) of the nights within the horizon when the product comes, and of each that comes within it later; none: they stay closed';
