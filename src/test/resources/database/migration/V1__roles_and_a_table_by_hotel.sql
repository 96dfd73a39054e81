do $$
begin
    if not exists (select 1 from pg_roles where rolname = 'serai_engine') then
        create role serai_engine nologin;
    end if;
    if not exists (select 1 from pg_roles where rolname = 'serai_app') then
        create role serai_app nologin;
    end if;
end
$$;
grant serai_engine, serai_app to current_user;

create table nights (
    hotel_id bigint  not null,
    sold     integer not null,
    set_by   text             default current_setting('serai.actor', true)
);
alter table nights enable row level security;
create policy engine on nights to serai_engine using (true);
create policy app    on nights to serai_app
    using (hotel_id = any (string_to_array(nullif(current_setting('serai.hotels', true), ''), ',')::bigint[]));
grant select, insert, update, delete on nights to serai_engine, serai_app;

create table users (
    login         text primary key,
    password_hash text not null,
    role          text not null
);
grant select, insert on users to serai_engine;
