-- Who may see what, and who did what. Three roles without a login of their own:
--   serai_engine  routes and the dispatcher; sees every hotel by a policy of its own (no bypassrls, so managed servers work)
--   serai_app     pages and API; sees the hotels of the setting serai.hotels; none set, none seen
--   serai_pms     logins of hotel systems; see the hotels that hotel_logins names for them

do $$
declare
    wanted text;
begin
    foreach wanted in array array ['serai_engine', 'serai_app', 'serai_pms'] loop
        begin
            execute format('create role %I nologin', wanted);
        exception
            when duplicate_object or unique_violation then null;
        end;
        if not pg_has_role(current_user, wanted,
                case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) then
            execute format('grant %I to %I', wanted, current_user);
        end if;
    end loop;
end
$$;

grant usage on schema public to serai_engine, serai_app, serai_pms;

create function serai_hotels() returns integer[]
    language sql stable parallel safe
return coalesce(string_to_array(nullif(current_setting('serai.hotels', true), ''), ',')::integer[], '{}');

comment on function serai_hotels() is 'The hotels this transaction works for: serai.hotels, comma-separated ids; none when unset';

create function serai_actor() returns text
    language sql stable
return coalesce(nullif(current_setting('serai.actor', true), ''), 'sql:' || session_user);

comment on function serai_actor() is 'Who acts: user:, key:, engine: or reservation: as the writer set it, else the SQL login';

-- A hotel system's login, by the name of its role, and the hotels it may work on. Filled in by whoever runs Serai.
create table hotel_logins (
    login      name        not null,
    hotel_id   integer     not null,
    created_at timestamptz not null default now(),
    primary key (login, hotel_id)
);

create function serai_login_hotels() returns setof integer
    language sql stable security definer set search_path = public
begin atomic
    select hotel_id from hotel_logins where login = session_user;
end;

-- Puts a hotel's table under row-level security: the engine sees all, pages and hotel systems their hotels.
-- The column that names the hotel is hotel_id, except in hotels itself.
create procedure serai_guard(guarded regclass, hotel text default 'hotel_id')
    language plpgsql
as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('create policy engine on %s to serai_engine using (true) with check (true)', guarded);
    execute format('create policy hotel on %s to serai_app using (%I = any ((select serai_hotels())::integer[]))', guarded, hotel);
    execute format('create policy pms on %s to serai_pms using (%I in (select serai_login_hotels()))', guarded, hotel);
    execute format('grant select, insert, update, delete on %s to serai_engine', guarded);
    execute format('grant select on %s to serai_app', guarded);
end
$$;

-- Every change that a person, a key, a login or a reservation made; nights where it was about nights.
create table audit (
    id         bigint generated always as identity,
    at         timestamptz    not null default clock_timestamp(),
    actor      text           not null default serai_actor(),
    hotel_id   integer,
    subject    text           not null,
    subject_id bigint,
    act        text           not null,
    nights     datemultirange,
    change     jsonb,
    primary key (id)
);

create index audit_by_subject on audit (hotel_id, subject, subject_id, id);

call serai_guard('hotel_logins');
call serai_guard('audit');
grant insert on audit to serai_app;

create function serai_touch() returns trigger
    language plpgsql
as $$
begin
    new.updated_at := now();
    return new;
end
$$;
