-- Rooms to sell: safety stock and overbooking allowance of room types and nights, what a connection gets of the rooms
-- left, and up to which revision of a reservation the rooms sold are counted.

alter table room_types
    add column safety_stock smallint not null default 0 check (safety_stock >= 0),
    add column overbooking  smallint not null default 0 check (overbooking >= 0);

comment on column room_types.safety_stock is 'Rooms that no channel is told of, on nights that say nothing else';
comment on column room_types.overbooking is 'Rooms that may be sold beyond those offered, on nights that say nothing else';

alter table room_nights
    add column safety_stock  smallint check (safety_stock >= 0),
    add column overbooking   smallint check (overbooking >= 0),
    add column counted_up_to bigint not null default 0;

comment on column room_nights.safety_stock is 'As room_types.safety_stock, for this night; null: as the room type says';
comment on column room_nights.overbooking is 'As room_types.overbooking, for this night; null: as the room type says';
comment on column room_nights.counted_up_to is 'The latest revision (reservation_revisions.id) that moved sold; within a hotel these are numbered in the order of their commits';

grant insert (safety_stock, overbooking), update (safety_stock, overbooking) on room_nights to serai_app, serai_pms;

alter table hotels add column recounted bigint not null default 0;
comment on column hotels.recounted is 'As a revision''s number: rooms sold were last counted anew then without a revision, since a mapping was completed or a count put right';

-- A number that nobody has seen yet, for a count without a revision; in order with the hotel's revisions until the commit.
create function serai_recount(hotel integer) returns bigint language plpgsql security definer set search_path = public as $$
declare
    number bigint;
begin
    perform pg_advisory_xact_lock('reservation_revisions'::regclass::oid::integer, hotel);
    number := nextval(pg_get_serial_sequence('reservation_revisions', 'id'));
    update hotels set recounted = number where id = hotel;
    return number;
end
$$;

revoke execute on function serai_recount from public;
grant execute on function serai_recount to serai_engine;

-- Which revision moved sold until now was not written down: it was not later than the hotel's last.
update room_nights n set counted_up_to = r.last
  from (select hotel_id, max(id) as last from reservation_revisions group by 1) r
 where n.hotel_id = r.hotel_id and n.sold > 0;

create index reservation_revisions_by_hotel on reservation_revisions (hotel_id, id desc);

-- What is left of the rooms of a night; io.serai.ari.RoomNight reckons the same.
create view rooms_to_sell with (security_invoker = true) as
select n.hotel_id,
       n.room_type_id,
       n.night,
       n.offered,
       coalesce(n.overbooking, t.overbooking)                                                as overbooking,
       n.sold,
       n.held_back,
       n.out_of_order,
       coalesce(n.safety_stock, t.safety_stock)                                              as safety_stock,
       n.closed,
       n.counted_up_to,
       n.offered::integer + coalesce(n.overbooking, t.overbooking) - n.sold - n.held_back - n.out_of_order
           - coalesce(n.safety_stock, t.safety_stock)                                        as rooms_left,
       n.offered::integer + coalesce(n.overbooking, t.overbooking) - n.sold - n.held_back - n.out_of_order < 0
                                                                                             as is_oversold
  from room_nights n
  join room_types t on t.id = n.room_type_id;

comment on column rooms_to_sell.is_oversold is 'More rooms are sold than may be; the safety stock may be';
grant select on rooms_to_sell to serai_app, serai_engine, serai_pms;

-- Offers so many rooms that as many are left as is said for each night; where that is less than the overbooking allowance
-- alone leaves, the night's allowance gives way. Nights without a row stay so.
create function serai_leave(room_types integer[], nights date[], rooms integer[]) returns integer
    language plpgsql
as $$
declare
    earliest date := (select min(night) from unnest(nights) night);
    latest   date := (select max(night) from unnest(nights) night);
    written  integer;
begin
    update room_nights n
       set offered     = greatest(w.needed - w.overbooking, 0),
           overbooking = case when w.needed < w.overbooking then greatest(w.needed, 0) else n.overbooking end
      from (select s.room_type_id, s.night, coalesce(s.overbooking, t.overbooking) as overbooking,
                   said.rooms + s.sold + s.held_back + s.out_of_order + coalesce(s.safety_stock, t.safety_stock) as needed
              from unnest(room_types, nights, rooms) said (room_type_id, night, rooms)
              join room_nights s on s.room_type_id = said.room_type_id and s.night = said.night
              join room_types t on t.id = s.room_type_id
             where s.night between earliest and latest
             order by s.room_type_id, s.night
               for update of s) w
     where n.room_type_id = w.room_type_id and n.night = w.night and n.night between earliest and latest;
    get diagnostics written = row_count;
    return written;
end
$$;

alter table ota_rate_plans
    add column most_rooms smallint check (most_rooms >= 0),
    add column last_rooms smallint check (last_rooms >= 0),
    add constraint ota_rate_plans_rooms_of_rooms check (remote_rate is null or (most_rooms is null and last_rooms is null));

comment on column ota_rate_plans.most_rooms is 'At most so many of the rooms left are sold here; null: all';
comment on column ota_rate_plans.last_rooms is 'When so many rooms or fewer are left, none is sold here; null: also the last';

grant update (most_rooms, last_rooms) on ota_rate_plans to serai_app;

-- What a room type says of all its nights reaches those that are sold; those past keep what they were sold by.
create function serai_room_type_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, nights, change)
    values (new.hotel_id, 'room_types', new.id, 'update', serai_horizon(new.hotel_id),
            jsonb_build_object('size', new.size, 'safety_stock', new.safety_stock, 'overbooking', new.overbooking));
    if (new.safety_stock, new.overbooking) is distinct from (old.safety_stock, old.overbooking) then
        update room_nights
           set safety_stock = coalesce(safety_stock, old.safety_stock), overbooking = coalesce(overbooking, old.overbooking)
         where room_type_id = new.id and night < serai_today(new.hotel_id) and (safety_stock is null or overbooking is null);
        perform serai_changes(new.hotel_id);
        insert into marks (connection_id, hotel_id, room_type_id, nights)
        select id, hotel_id, new.id, serai_horizon(hotel_id)
          from third_party_integrations where hotel_id = new.hotel_id and open;
        call serai_wake();
    end if;
    return null;
end
$$;

create trigger room_type_changed after update of size, safety_stock, overbooking on room_types
    for each row when ((new.size, new.safety_stock, new.overbooking) is distinct from (old.size, old.safety_stock, old.overbooking))
    execute function serai_room_type_changed();

create function serai_allotment_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit (hotel_id, subject, subject_id, act, change)
    values (new.hotel_id, 'ota_rate_plans', new.id, 'update', jsonb_build_object('most_rooms', new.most_rooms, 'last_rooms', new.last_rooms));
    perform serai_changes(new.hotel_id);
    insert into marks (connection_id, hotel_id, room_type_id, nights)
    select id, hotel_id, new.room_type_id, serai_horizon(hotel_id)
      from third_party_integrations
     where id = new.connection_id and open and new.state = 'active' and new.room_type_id is not null;
    call serai_wake();
    return null;
end
$$;

create trigger allotment_changed after update of most_rooms, last_rooms on ota_rate_plans
    for each row when ((new.most_rooms, new.last_rooms) is distinct from (old.most_rooms, old.last_rooms))
    execute function serai_allotment_changed();

-- Per cell: what the hotel set (in its own terms), what the channel was last told, what it answered, and when.
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
        select night, jsonb_strip_nulls(jsonb_build_object('closed', closed, 'price', to_jsonb(prices), 'min-through', min_through,
               'max-through', max_through, 'min-arrival', min_arrival, 'max-arrival', max_arrival, 'cta', cta, 'ctd', ctd))
          from rate_nights where product_id = r.product_id) n on true
  left join held_nights h on h.remote_id = r.id and h.night = n.night
  left join attempts a on a.id = h.attempt_id
 where r.state = 'active';
