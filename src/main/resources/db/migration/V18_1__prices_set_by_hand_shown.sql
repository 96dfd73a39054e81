-- Per cell, as before: what the hotel set (in its own terms), what the channel was last told, what it answered, and when.
-- What a person set stands beside what the hotel's system wrote, and cells that nobody wrote are there once they were told:
-- those of plans whose prices are made from another plan's.
create or replace view ota_inventory_sync with (security_invoker = true) as
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
        select night, jsonb_build_object('rooms', case when rooms_left <= coalesce(r.last_rooms, 0) then 0
                                                       else least(rooms_left, r.most_rooms) end,
                                         'room-closed', closed) as wanted
          from rooms_to_sell where room_type_id = r.room_type_id
        union all
        select night, jsonb_strip_nulls(jsonb_build_object('closed', closed, 'price', to_jsonb(prices), 'hand-price', to_jsonb(hand_prices),
               'min-through', min_through, 'max-through', max_through, 'min-arrival', min_arrival, 'max-arrival', max_arrival,
               'cta', cta, 'ctd', ctd))
          from rate_nights where product_id = r.product_id
        union all
        select t.night, '{}'::jsonb
          from held_nights t
         where t.remote_id = r.id and r.product_id is not null
           and not exists (select from rate_nights w where w.product_id = r.product_id and w.night = t.night)) n on true
  left join held_nights h on h.remote_id = r.id and h.night = n.night
  left join attempts a on a.id = h.attempt_id
 where r.state = 'active';
