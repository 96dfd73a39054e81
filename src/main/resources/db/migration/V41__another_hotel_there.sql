-- What is held is held by one hotel at the channel. A connection that names another one there, or is turned from test to live or back,
-- holds nothing that is known: it is forgotten, and told anew as soon as it is open.
create function serai_connection_elsewhere() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    delete from held_nights
     where remote_id in (select id from ota_rate_plans where connection_id = new.id)
       and night >= serai_today(new.hotel_id) - 1;
    delete from refusals where connection_id = new.id;
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

revoke execute on function serai_connection_elsewhere() from public;

create trigger elsewhere after update of configuration on third_party_integrations for each row
    when (new.hotel_id is not null and (old.remote_hotel, old.test_mode) is distinct from (new.remote_hotel, new.test_mode))
    execute function serai_connection_elsewhere();
