-- Which hotel at the channel a connection names, and whether it is a test, is decided by one act: checked first, while nothing is sent.

-- A round under way still means the hotel before: its claim ends first, so that it writes down nothing any more of what that one took.
-- What that one showed says nothing of the other: nobody is to take it over.
create or replace function serai_connection_elsewhere() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    update claims set fence = fence + 1, owner = null, until = '-infinity', read_back_from = null where connection_id = new.id;
    delete from held_nights
     where remote_id in (select id from ota_rate_plans where connection_id = new.id)
       and night >= serai_today(new.hotel_id) - 1;
    delete from refusals where connection_id = new.id;
    delete from shown_prices where connection_id = new.id and night >= serai_today(new.hotel_id) - 1;
    update drifts set settled_at = clock_timestamp(), settled_as = 'gone', settled_by = 'engine:turn'
     where connection_id = new.id and settled_at is null;
    if old.remote_hotel is not null then -- where it was null, the hotel is being made there, and what is told of it is its own
        delete from content_syncs where connection_id = new.id;
        delete from content_creations where connection_id = new.id;
        delete from photo_places where connection_id = new.id;
        delete from photo_rounds where connection_id = new.id;
    end if;
    if new.open then
        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
        select new.id, new.hotel_id, room_type_id, product_id, serai_horizon(new.hotel_id)
          from ota_rate_plans
         where connection_id = new.id and state = 'active' and (room_type_id is not null or product_id is not null);
        call serai_wake();
    end if;
    return null;
end
$$;

alter table third_party_integrations add column was_open boolean not null default false;
comment on column third_party_integrations.was_open is 'Whether its rooms and rates were read at some time: what it sells means something to guests from then on';
update third_party_integrations set was_open = true where state in ('open', 'broken', 'disconnected');

create function serai_was_open() returns trigger language plpgsql as $$
begin
    new.was_open := true;
    return new;
end
$$;

create trigger was_open before insert or update of state on third_party_integrations
    for each row when (new.state = 'open' and not new.was_open) execute function serai_was_open();

-- Whoever sees some hotels only may write the rest of the configuration, and these two until it was open first.
create function serai_hotel_there_stays() returns trigger language plpgsql as $$
declare
    number text := coalesce(new.configuration ->> 'hotel_id', new.configuration ->> 'property_id');
    test   boolean := coalesce((new.configuration ->> 'test_mode')::boolean, false);
begin
    if (number, test) is distinct from (old.remote_hotel, old.test_mode) and row_security_active('third_party_integrations')
            and not pg_has_role(current_user, 'serai_engine', 'usage') and old.was_open then
        raise exception 'configuration: the hotel''s number at the channel % and test_mode % (expected: % and %, as they are; they are changed by POST /api/connections/%/turn, or on the connection''s page)',
            coalesce(number, 'none'), test, coalesce(old.remote_hotel, 'none'), old.test_mode, old.id
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end
$$;

create trigger hotel_there_stays before update of configuration on third_party_integrations
    for each row execute function serai_hotel_there_stays();
