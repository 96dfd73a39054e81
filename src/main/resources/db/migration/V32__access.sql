-- Who may do what, and where: five roles, at hotels or chains of them.

create table chains (
    id         integer generated always as identity primary key,
    code       text        not null unique check (code <> ''),
    name       text        not null check (name <> ''),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

alter table hotels add chain_id integer references chains (id);
create index hotels_by_chain on hotels (chain_id) where chain_id is not null;
grant select, insert, update, delete on chains to serai_engine;
create trigger touch before update on chains for each row execute function serai_touch();

alter table users drop constraint users_role_check,
    add constraint users_role_check check (role in ('viewer', 'operator', 'finance', 'engineer', 'admin'));

comment on column users.role is
    'What they are at the hotels and chains named for them where those say nothing else; engineer and admin: at all hotels';

alter table user_hotels add role text check (role in ('viewer', 'operator', 'finance', 'engineer', 'admin'));
comment on column user_hotels.role is 'What they are at this hotel; null: as users.role says';

create table user_chains (
    user_id  bigint  not null references users (id) on delete cascade,
    chain_id integer not null references chains (id) on delete cascade,
    role     text    check (role in ('viewer', 'operator', 'finance', 'engineer', 'admin')),
    primary key (user_id, chain_id)
);

comment on column user_chains.role is 'What they are at all hotels of this chain; null: as users.role says';
grant select, insert, update, delete on user_chains to serai_engine;

-- The roles of each enabled user; hotel_id null: at all hotels, those to come among them.
create view user_grants with (security_invoker = true) as
select u.login, h.hotel_id, u.role
  from users u, (select null::integer as hotel_id union all select id from hotels) h
 where u.is_enabled and u.role in ('engineer', 'admin')
 union all
select u.login, m.hotel_id, coalesce(m.role, u.role)
  from users u join user_hotels m on m.user_id = u.id
 where u.is_enabled
 union all
select u.login, h.id, coalesce(c.role, u.role)
  from users u join user_chains c on c.user_id = u.id join hotels h on h.chain_id = c.chain_id
 where u.is_enabled;

grant select on user_grants to serai_engine;
