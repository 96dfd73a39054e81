-- Connections that people add step by step, and that are closed at their channel before they are left.

alter table third_party_integrations
    add column step        text    check (step in ('test', 'rooms', 'map', 'check')),
    add column closed_for  text    check (closed_for in ('first-sync', 'pause', 'disconnect')),
    add column maps_itself boolean not null default true;

comment on column third_party_integrations.step is 'What a person who adds it does next; none: it is added';
comment on column third_party_integrations.closed_for is 'Everything is told to its channel as closed: until a person opens it, or before it is paused or left';
comment on column third_party_integrations.maps_itself is 'Whether rooms and rates of the same name are mapped unasked; not where a person maps them';

grant select (step, closed_for, maps_itself) on third_party_integrations to serai_app, serai_pms;
grant insert (integration_name, integration_type, provider, credentials, configuration, is_enabled, hotel_id, account_id, state, step, maps_itself),
      update (account_id, state, state_reason, step, closed_for) on third_party_integrations to serai_app;

alter table ota_rate_plans add column is_leaving boolean not null default false;
comment on column ota_rate_plans.is_leaving is 'It is to mean nothing here: it is closed at the channel first';
grant update (is_leaving) on ota_rate_plans to serai_app;

-- What opens or closes at a channel is looked at whole, at once.
create function serai_closing_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if new.open and old.open then
        perform serai_opens(new.hotel_id);
        insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
        select new.id, new.hotel_id, room_type_id, product_id, serai_horizon(new.hotel_id)
          from ota_rate_plans
         where connection_id = new.id and state = 'active' and (room_type_id is not null or product_id is not null);
        update claims set next_try_at = '-infinity', ladder = null, rung = 0, held_since = null, words = null where connection_id = new.id;
        call serai_wake();
    end if;
    return null;
end
$$;

revoke execute on function serai_closing_changed() from public;
create trigger closing_changed after update of closed_for on third_party_integrations
    for each row when (new.closed_for is distinct from old.closed_for) execute function serai_closing_changed();

create function serai_leaving_changed() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
    select c.id, c.hotel_id, new.room_type_id, new.product_id, serai_horizon(c.hotel_id)
      from third_party_integrations c where c.id = new.connection_id and c.open;
    call serai_wake();
    return null;
end
$$;

revoke execute on function serai_leaving_changed() from public;
create trigger leaving_changed after update of is_leaving on ota_rate_plans
    for each row when (new.is_leaving is distinct from old.is_leaving and new.state = 'active'
                       and (new.room_type_id is not null or new.product_id is not null))
    execute function serai_leaving_changed();
