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

insert into cancellation_policies (hotel_id, code, name, free_until_hours, penalty, penalty_value)
select h.id, c.code, c.name, c.hours, c.penalty, c.value
  from hotels h
 cross join (values ('FLEX', 'Free until the day before', 24, 'nights', 1),
                    ('NONE', 'No way back', null, 'percent', 100)) c (code, name, hours, penalty, value)
 where h.code = 'quinta-do-mar';

update rate_plans p
   set cancellation_policy_id = c.id
  from cancellation_policies c, hotels h
 where h.code = 'quinta-do-mar' and p.hotel_id = h.id and c.hotel_id = h.id and c.code = case p.code when 'NRF' then 'NONE' else 'FLEX' end;

-- What the house says of itself.
insert into content_parts (hotel_id, kind, content)
select h.id, c.kind, c.content::jsonb
  from hotels h
 cross join (values
    ('property', $$
    {"kind": "hotel", "stars": "4", "floors": 3, "built": 1964, "renovated": 2019, "website": "https://quinta-do-mar.example", "spoken": ["pt", "en", "de", "fr"],
     "licence": "RNET 4711",
     "address": {"line1": "Estrada da Praia 12", "city": "Cabanas de Tavira", "state": "Faro", "postalCode": "8800-591", "country": "PT"},
     "position": {"latitude": "37.13462", "longitude": "-7.60158"},
     "checkIn": {"from": "15:00", "until": "22:00"}, "checkOut": {"from": "07:00", "until": "11:00"}}$$),
    ('descriptions', $$
    {"about": {
        "en": "A former tuna packer's estate between salt pans and lagoon, 86 rooms around three patios. The ferry to the island beach leaves from our own jetty, ten minutes through the garden. The kitchen cooks what the boats of Cabanas land in the morning, and oil, oranges and almonds come from the trees behind the house.",
        "pt": "Uma antiga casa de conserveiros entre as salinas e a ria, com 86 quartos à volta de três pátios. O barco para a praia da ilha sai do nosso próprio cais, a dez minutos pelo jardim. A cozinha prepara o que os barcos de Cabanas trazem de manhã; azeite, laranjas e amêndoas são das árvores atrás da casa.",
        "de": "Ein früheres Fischerei-Gut zwischen Salinen und Lagune, 86 Zimmer um drei Innenhöfe. Die Fähre zum Inselstrand legt an unserem eigenen Steg ab, zehn Minuten durch den Garten. Die Küche kocht, was die Boote von Cabanas morgens bringen; Öl, Orangen und Mandeln kommen von den Bäumen hinter dem Haus."},
     "short": {"en": "Patio hotel on the lagoon of Cabanas, with its own jetty to the island beach.", "pt": "Hotel de pátios na ria de Cabanas, com cais próprio para a praia da ilha."},
     "location": {"en": "On the lagoon promenade, 600 m from the village and 6 km from Tavira. Faro airport is 40 km away.", "pt": "No passeio da ria, a 600 m da aldeia e a 6 km de Tavira. O aeroporto de Faro fica a 40 km."},
     "dining": {"en": "Breakfast from 7:30 on the terrace or in the vaulted hall. Dinner is a menu of three courses; the bar by the pool serves grilled fish at noon.", "pt": "Pequeno-almoço a partir das 7h30 no terraço ou na sala abobadada. O jantar é um menu de três pratos; o bar da piscina serve peixe grelhado ao almoço."},
     "good-to-know": {"en": "The boat to the beach runs from April to October. Rooms by the garden have no lift.", "pt": "O barco para a praia funciona de abril a outubro. Os quartos do jardim não têm elevador."}}$$),
    ('policies', $$
    {"children": {"welcome": true, "from": 0, "groups": [{"from": 0, "to": 2}, {"from": 3, "to": 11}]},
     "cots": {"offered": true, "price": "0"}, "extraBeds": {"offered": true, "price": "28.00"},
     "pets": {"allowed": "on-request", "charge": "paid"}, "smoking": "areas", "parties": false, "quiet": {"from": "23:00", "until": "07:00"},
     "leastAge": 18, "payment": ["visa", "mastercard", "amex", "cash"], "cancellationTime": "18:00", "checkInBy": "reception"}$$),
    ('facilities', $$
    {"list": [{"code": "wifi", "charge": "free"}, {"code": "outdoor-pool", "charge": "free", "detail": "March to November"}, {"code": "child-pool", "charge": "free"},
              {"code": "restaurant", "charge": "paid"}, {"code": "bar", "charge": "paid"}, {"code": "garden", "charge": "free"}, {"code": "sun-terrace", "charge": "free"},
              {"code": "reception-24h", "charge": "free"}, {"code": "bicycle-hire", "charge": "paid"}, {"code": "spa", "charge": "paid"}, {"code": "sauna", "charge": "paid"},
              {"code": "meeting-rooms", "charge": "paid"}, {"code": "laundry", "charge": "paid"}, {"code": "luggage-storage", "charge": "free"},
              {"code": "airport-shuttle", "charge": "paid"}, {"code": "electric-car-charging", "charge": "paid"}, {"code": "air-conditioning", "charge": "free"},
              {"code": "family-rooms", "charge": "free"}],
     "breakfast": {"served": true, "kinds": ["buffet", "vegetarian"], "included": true}, "parking": {"offered": "free", "where": "on-site", "reserve": "no"},
     "internet": {"offered": "free", "where": "everywhere"}}$$),
    ('contacts', $$
    {"general": {"firstName": "Inês", "lastName": "Cavaco", "email": "ola@quinta-do-mar.example", "phone": "+351 281 000 100", "language": "pt"},
     "reservations": {"firstName": "Tomás", "lastName": "Viegas", "email": "reservas@quinta-do-mar.example", "phone": "+351 281 000 101", "language": "en"},
     "invoices": {"firstName": "Rita", "lastName": "Palma", "email": "contas@quinta-do-mar.example", "phone": "+351 281 000 102", "language": "pt"},
     "availability": {"firstName": "Tomás", "lastName": "Viegas", "email": "reservas@quinta-do-mar.example", "phone": "+351 281 000 101", "language": "en"},
     "content": {"firstName": "Inês", "lastName": "Cavaco", "email": "ola@quinta-do-mar.example", "phone": "+351 281 000 100", "language": "en"},
     "manager": {"firstName": "Inês", "lastName": "Cavaco", "email": "ola@quinta-do-mar.example", "phone": "+351 281 000 100", "language": "pt"},
     "emergency": {"firstName": "Receção", "lastName": "Quinta do Mar", "email": "noite@quinta-do-mar.example", "phone": "+351 281 000 199", "language": "en"}}$$),
    ('charges', $$
    {"list": [{"type": "vat", "mode": "percent", "value": "6", "included": true},
              {"type": "city-tax", "mode": "per-person-per-night", "value": "2.00", "included": false, "childFree": 16},
              {"type": "pet-fee", "mode": "per-night", "value": "15.00", "included": false}]}$$)) c (kind, content)
 where h.code = 'quinta-do-mar';

insert into content_parts (hotel_id, kind, room_type_id, content)
select h.id, 'room', t.id, c.content::jsonb
  from hotels h
  join room_types t on t.hotel_id = h.id
  join (values
    ('GDN', $$
    {"kind": "double", "class": "standard", "adults": 2, "children": 1, "infants": 1, "squareMeters": "24", "smoking": "no", "view": "garden", "bathrooms": 1, "privateBathroom": true,
     "bedrooms": [{"kind": "room", "beds": [{"type": "queen", "count": 1}], "instead": [[{"type": "single", "count": 2}]]}],
     "amenities": ["wifi", "air-conditioning", "tv", "safe", "desk", "shower", "toilet", "hairdryer", "free-toiletries", "linen", "towels", "patio", "kettle"],
     "names": {"pt": "Duplo Jardim"},
     "description": {"en": "Ground floor, with a door of its own to the orange garden.", "pt": "No rés-do-chão, com porta própria para o laranjal."}}$$),
    ('SEA', $$
    {"kind": "double", "class": "superior", "adults": 2, "children": 1, "infants": 1, "squareMeters": "27", "smoking": "no", "view": "sea", "bathrooms": 1, "privateBathroom": true,
     "bedrooms": [{"kind": "room", "beds": [{"type": "king", "count": 1}]}],
     "amenities": ["wifi", "air-conditioning", "tv", "safe", "minibar", "shower", "toilet", "hairdryer", "free-toiletries", "linen", "towels", "balcony", "coffee-machine"],
     "names": {"pt": "Duplo Vista Mar"},
     "description": {"en": "First or second floor, the balcony faces lagoon and sea.", "pt": "No primeiro ou segundo andar, a varanda dá para a ria e o mar."}}$$),
    ('TWN', $$
    {"kind": "twin", "class": "standard", "adults": 2, "children": 0, "infants": 1, "squareMeters": "22", "smoking": "no", "view": "courtyard", "bathrooms": 1, "privateBathroom": true,
     "bedrooms": [{"kind": "room", "beds": [{"type": "single", "count": 2}]}],
     "amenities": ["wifi", "air-conditioning", "tv", "safe", "desk", "shower", "toilet", "hairdryer", "free-toiletries", "linen", "towels"],
     "names": {"pt": "Twin Pátio"},
     "description": {"en": "Two beds, a window to the quiet second patio.", "pt": "Duas camas, janela para o segundo pátio, sossegado."}}$$),
    ('FAM', $$
    {"kind": "family", "class": "comfort", "adults": 4, "children": 2, "infants": 1, "squareMeters": "41", "smoking": "no", "view": "garden", "bathrooms": 1, "privateBathroom": true,
     "bedrooms": [{"kind": "bedroom", "beds": [{"type": "queen", "count": 1}]}, {"kind": "bedroom", "beds": [{"type": "single", "count": 2}]}],
     "amenities": ["wifi", "air-conditioning", "tv", "safe", "fridge", "bath", "shower", "toilet", "hairdryer", "free-toiletries", "linen", "towels", "terrace"],
     "names": {"pt": "Quarto Familiar"},
     "description": {"en": "Two bedrooms, a terrace and room for a cot.", "pt": "Dois quartos, terraço e espaço para um berço."}}$$),
    ('STE', $$
    {"kind": "suite", "class": "deluxe", "adults": 3, "children": 1, "infants": 1, "squareMeters": "58", "smoking": "no", "view": "sea", "bathrooms": 2, "privateBathroom": true,
     "bedrooms": [{"kind": "bedroom", "beds": [{"type": "super-king", "count": 1}]}, {"kind": "living-room", "beds": [{"type": "sofa", "count": 1}]}],
     "amenities": ["wifi", "air-conditioning", "tv", "safe", "minibar", "coffee-machine", "bath", "shower", "toilet", "bathrobe", "slippers", "hairdryer", "free-toiletries", "linen", "towels", "terrace", "seating-area"],
     "names": {"pt": "Suite das Dunas"},
     "description": {"en": "On the roof: a bedroom, a living room and a terrace over the dunes.", "pt": "No telhado: quarto, sala e um terraço sobre as dunas."}}$$)) c (code, content)
    on c.code = t.code
 where h.code = 'quinta-do-mar';

insert into content_parts (hotel_id, kind, rate_plan_id, content)
select h.id, 'rate-plan', p.id, c.content::jsonb
  from hotels h
  join rate_plans p on p.hotel_id = h.id
  join (values
    ('STD', '{"meals": ["breakfast"], "baseGuests": 2, "collects": "hotel", "names": {"pt": "Standard"}}'),
    ('HB', '{"meals": ["breakfast", "dinner"], "collects": "hotel", "names": {"pt": "Meia-pensão"}}'),
    ('NRF', '{"meals": ["breakfast"], "baseGuests": 2, "collects": "either", "deposit": true, "names": {"pt": "Não reembolsável"}}')) c (code, content)
    on c.code = p.code
 where h.code = 'quinta-do-mar';
