-- A hotel to look at on the first start: a house by the sea with a summer season, for the next 550 nights.

insert into hotels (code, name, time_zone, currency, horizon)
values ('quinta-do-mar', 'Quinta do Mar', 'Europe/Lisbon', 'EUR', 550);

insert into room_types (hotel_id, code, name, size, max_guests)
select h.id, r.code, r.name, r.size, r.guests
  from hotels h
 cross join (values ('GDN', 'Garden Double', 30, 2),
                    ('SEA', 'Sea View Double', 24, 2),
                    ('TWN', 'Patio Twin', 16, 2),
                    ('FAM', 'Family Room', 10, 4),
                    ('STE', 'Dune Suite', 6, 3)) r (code, name, size, guests)
 where h.code = 'quinta-do-mar';

insert into rate_plans (hotel_id, code, name, pricing, meal_plan)
select h.id, p.code, p.name, p.pricing, p.meal_plan
  from hotels h
 cross join (values ('STD', 'Standard', 'per-day', 'Breakfast'),
                    ('HB', 'Half board', 'occupancy', 'Breakfast and dinner'),
                    ('NRF', 'Non-refundable', 'per-day', 'Breakfast')) p (code, name, pricing, meal_plan)
 where h.code = 'quinta-do-mar';

-- No way back: a tenth less than the standard rate, in whole euros, with its restrictions.
update rate_plans n
   set parent_id = s.id, offset_percent = -10, rounding_step = 100
  from rate_plans s, hotels h
 where h.code = 'quinta-do-mar' and s.hotel_id = h.id and s.code = 'STD' and n.hotel_id = h.id and n.code = 'NRF';

-- The last rooms of a night cost more.
insert into price_rules (hotel_id, name, position, occupancy_from, percent)
select id, 'Nearly full', 1, 80, 12 from hotels where code = 'quinta-do-mar';

-- The suites are never sold without a way back.
insert into products (hotel_id, room_type_id, rate_plan_id)
select t.hotel_id, t.id, p.id
  from hotels h
  join room_types t on t.hotel_id = h.id
  join rate_plans p on p.hotel_id = h.id
 where h.code = 'quinta-do-mar' and not (t.code = 'STE' and p.code = 'NRF');

select serai_make_months(serai_today(id), serai_today(id) + horizon) from hotels where code = 'quinta-do-mar';

insert into room_nights (room_type_id, night, hotel_id, offered)
select t.id, serai_today(h.id) + n, h.id, t.size
  from hotels h
  join room_types t on t.hotel_id = h.id
 cross join generate_series(0, h.horizon - 1) n
 where h.code = 'quinta-do-mar';

-- The price of a double in the low season, times season and weekday; half board by the number of guests.
with season (month, factor) as (
    values (1, 0.80), (2, 0.85), (3, 0.95), (4, 1.10), (5, 1.20), (6, 1.45),
           (7, 1.80), (8, 2.00), (9, 1.50), (10, 1.15), (11, 0.85), (12, 0.95)
), usual (code, euros) as (
    values ('GDN', 78), ('SEA', 96), ('TWN', 72), ('FAM', 124), ('STE', 165)
), night as (
    select p.id as product, h.id as hotel, serai_today(h.id) + n as night, r.code as plan, t.max_guests as guests,
           round(u.euros * s.factor * case when extract(isodow from serai_today(h.id) + n) in (5, 6) then 1.15 else 1 end) as room
      from hotels h
      join room_types t on t.hotel_id = h.id
      join products p on p.room_type_id = t.id
      join rate_plans r on r.id = p.rate_plan_id
      join usual u on u.code = t.code
     cross join generate_series(0, h.horizon - 1) n
      join season s on s.month = extract(month from serai_today(h.id) + n)
     where h.code = 'quinta-do-mar' and r.parent_id is null
)
insert into rate_nights (product_id, night, hotel_id, min_through, prices)
select product, night, hotel, case when extract(month from night) = 8 then 3 end,
       case plan
           when 'STD' then array [room * 100]::bigint[]
           else (select array_agg((round(room * (0.85 + 0.075 * guest)) + 24 * guest) * 100 order by guest)::bigint[]
                   from generate_series(1, guests) guest)
       end
  from night;

-- What nights cost that come within the horizon later.
update products p
   set usual_prices = n.prices
  from hotels h, rate_nights n
 where h.code = 'quinta-do-mar' and p.hotel_id = h.id and n.product_id = p.id and n.night = serai_today(h.id) + 10;

update hotels set sold_until = serai_today(id) + horizon where code = 'quinta-do-mar';
