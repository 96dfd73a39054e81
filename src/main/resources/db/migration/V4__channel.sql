-- Channels as a hotel has them: the login (account), the connection, and the channel's own rooms and rates.

-- A login at a channel, over many hotels. login_sealed, token_sealed: by the vault; login_hash finds the same login again.
create table channel_accounts (
    id                   bigint generated always as identity primary key,
    provider             text        not null check (provider <> ''),
    name                 text        not null,
    login_sealed         bytea       not null,
    login_hash           bytea       not null,
    token_sealed         bytea,
    token_expires_at     timestamptz,
    exchange_hour        timestamptz,
    exchanges            integer     not null default 0,
    exchange_after       timestamptz not null default '-infinity',
    state                text        not null default 'ready' check (state in ('ready', 'broken')),
    state_reason         text,
    created_at           timestamptz not null default now(),
    updated_at           timestamptz not null default now(),
    unique (provider, login_hash)
);

comment on column channel_accounts.exchange_after is 'No token exchange before this moment (back-off after a failed one)';

grant select, insert, update, delete on channel_accounts to serai_engine;
create trigger touch before update on channel_accounts for each row execute function serai_touch();

-- One row a queue of an account: when it is asked next, and who is asking it now.
create table channel_polls (
    account_id    bigint      not null references channel_accounts (id) on delete cascade,
    queue         text        not null,
    next_at       timestamptz not null default '-infinity',
    owner         text,
    fence         bigint      not null default 0,
    until         timestamptz not null default '-infinity',
    asked_at      timestamptz,
    taken         bigint      not null default 0,
    failures      integer     not null default 0,
    words         text,
    primary key (account_id, queue)
);

comment on column channel_polls.taken is 'Reservations taken from this queue since it was opened';
comment on column channel_polls.failures is 'Failed polls in a row';
grant select, insert, update, delete on channel_polls to serai_engine;

-- A channel connection of a hotel. Hotel systems insert here with plain SQL: integration_name .. status are theirs.
create table third_party_integrations (
    id               integer generated always as identity primary key,
    integration_name text        not null check (integration_name <> ''),
    integration_type text        not null check (integration_type = 'ota'),
    provider         text        not null check (provider <> ''),
    credentials      jsonb       not null,
    configuration    jsonb       not null default '{}',
    is_enabled       boolean     not null default true,
    status           text        not null default 'active' check (status in ('active', 'inactive')),
    hotel_id         integer     references hotels (id) on delete cascade,
    account_id       bigint      references channel_accounts (id),
    remote_hotel     text generated always as (coalesce(configuration ->> 'hotel_id', configuration ->> 'property_id')) stored,
    test_mode        boolean generated always as (coalesce((configuration ->> 'test_mode')::boolean, false)) stored,
    currency         text        check (currency ~ '^[A-Z]{3}$'),
    state            text        not null default 'new' check (state in ('new', 'reading', 'open', 'broken', 'disconnected')),
    state_reason     text,
    read_at          timestamptz,
    open             boolean generated always as (is_enabled and status = 'active' and state = 'open') stored,
    created_at       timestamptz not null default now(),
    updated_at       timestamptz not null default now(),
    unique (hotel_id, id)
);

comment on column third_party_integrations.credentials is
    'As inserted: api_key and api_secret. Sealed in the same transaction where pgcrypto is, else within two seconds; then only {"account": …} remains';
comment on column third_party_integrations.remote_hotel is 'The hotel''s number at the channel';
comment on column third_party_integrations.currency is 'Of the connection, as the channel fixed it; none: the hotel''s';
comment on column third_party_integrations.state is 'new: not yet taken in; reading: its rooms and rates are being read; open: sells; broken: needs a person (state_reason)';

create unique index third_party_integrations_once on third_party_integrations (provider, remote_hotel, test_mode)
    where state <> 'disconnected';

call serai_guard('third_party_integrations');
revoke select on third_party_integrations from serai_app;
grant select (id, integration_name, integration_type, provider, configuration, is_enabled, status, hotel_id, account_id, remote_hotel,
              test_mode, currency, state, state_reason, read_at, open, created_at, updated_at),
      update (integration_name, configuration, is_enabled, status) on third_party_integrations to serai_app;
grant select (id, integration_name, integration_type, provider, configuration, is_enabled, status, hotel_id, remote_hotel, test_mode,
              currency, state, state_reason, read_at, open, created_at, updated_at),
      insert (integration_name, integration_type, provider, credentials, configuration, is_enabled, status),
      update (integration_name, credentials, configuration, is_enabled, status) on third_party_integrations to serai_pms;
create trigger touch before update on third_party_integrations for each row execute function serai_touch();

-- Finds the hotel of a connection inserted without one, and seals its credentials before they reach the disk.
create function serai_take_connection() returns trigger
    language plpgsql security definer set search_path = public
as $$
declare
    sealed text;
begin
    if new.hotel_id is null then
        select id into new.hotel_id from hotels
         where code in (new.configuration ->> 'hotel', new.configuration ->> 'hotel_code',
                        new.configuration ->> 'hotel_id', new.configuration ->> 'property_id'); -- remote_hotel is not made yet
        if new.hotel_id is null and (select count(*) from hotels) = 1 then
            select id into new.hotel_id from hotels;
        end if;
        if new.hotel_id is null then
            new.state_reason := format('hotel: not named (expected: configuration.hotel = one of the codes in hotels, %s there)', (select count(*) from hotels));
        else
            new.state_reason := null;
        end if;
    end if;
    if new.credentials ?| array ['api_key', 'api_secret'] then
        new.account_id := null;
        if new.state <> 'disconnected' then
            new.state := 'new';
        end if;
        sealed := sealed_by_sql(new.credentials::text);
        if sealed is not null then
            new.credentials := jsonb_build_object('sealed', sealed);
        end if;
        if tg_op = 'INSERT' or new.credentials is distinct from old.credentials then
            perform pg_notify('serai_connections', '');
        end if;
    end if;
    return new;
end
$$;

create trigger take_connection before insert or update of credentials, configuration, hotel_id on third_party_integrations
    for each row execute function serai_take_connection();

-- A broken connection that is enabled anew is tried again, from the reading of its rooms and rates.
create function serai_enabled_anew() returns trigger
    language plpgsql
as $$
begin
    if new.is_enabled and not old.is_enabled and new.state = 'broken' then
        new.state := 'reading';
        new.state_reason := null;
        new.read_at := null;
    end if;
    return new;
end
$$;

create trigger enabled_anew before update of is_enabled on third_party_integrations
    for each row execute function serai_enabled_anew();

-- The channel's own rooms (remote_rate null) and rates, and what they are here.
create table ota_rate_plans (
    id            integer generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null,
    remote_room   text        not null,
    remote_rate   text,
    room_name     text,
    rate_name     text,
    max_guests    smallint,
    pricing       text        check (pricing in ('per-day', 'occupancy', 'derived', 'length-of-stay')),
    is_child      boolean     not null default false,
    is_readonly   boolean     not null default false,
    room_type_id  integer,
    product_id    integer,
    mapped_by     text,
    state         text        not null default 'active' check (state in ('active', 'gone')),
    read_at       timestamptz not null default now(),
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    unique nulls not distinct (connection_id, remote_room, remote_rate),
    unique (hotel_id, id),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id),
    foreign key (hotel_id, product_id) references products (hotel_id, id),
    check (case when remote_rate is null then product_id is null else room_type_id is null end)
);

comment on column ota_rate_plans.pricing is 'How the channel takes this rate''s price; none: as the rate plan is priced here';
comment on column ota_rate_plans.is_child is 'Derived at the channel: what it inherits is never sent';
comment on column ota_rate_plans.mapped_by is 'Who said what it is here: a user, or ''same name''';

create unique index ota_rate_plans_one_room on ota_rate_plans (connection_id, room_type_id) where room_type_id is not null and state = 'active';
create index ota_rate_plans_by_product on ota_rate_plans (connection_id, product_id) where product_id is not null;

call serai_guard('ota_rate_plans');
grant update (room_type_id, product_id, mapped_by) on ota_rate_plans to serai_app;
create trigger touch before update on ota_rate_plans for each row execute function serai_touch();

-- What the channel shows as its content beside what the hotel says; one row a subject.
create table ota_content_sync (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null,
    subject       text        not null check (subject in ('property', 'room-type', 'rate-plan')),
    remote_key    text        not null,
    field         text        not null,
    ours          text,
    theirs        text,
    differs       boolean generated always as (ours is distinct from theirs) stored,
    read_at       timestamptz not null default now(),
    unique (connection_id, subject, remote_key, field),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

call serai_guard('ota_content_sync');

-- What a channel sent to a webhook, stored before it is answered.
create table ota_webhooks (
    id           bigint generated always as identity,
    received_at  timestamptz not null default now(),
    hotel_id     integer,
    account_id   bigint,
    provider     text        not null,
    kind         text,
    message_id   text        not null,
    body_sealed  bytea       not null,
    state        text        not null default 'received' check (state in ('received', 'done', 'parked', 'unknown')),
    reason       text,
    processed_at timestamptz,
    primary key (id, received_at)
) partition by range (received_at);

-- Every run of a job and every call to a channel.
create table ota_sync_logs (
    id            bigint generated always as identity,
    at            timestamptz not null default now(),
    hotel_id      integer,
    account_id    bigint,
    connection_id integer,
    attempt_id    bigint,
    kind          text        not null check (kind in ('run', 'call')),
    name          text        not null,
    method        text,
    path          text,
    status        integer,
    outcome       text,
    reference     text,
    sent_bytes    integer,
    answer_bytes  integer,
    took_ms       integer,
    detail        jsonb,
    primary key (id, at)
) partition by range (at);

create index ota_sync_logs_by_connection on ota_sync_logs (connection_id, at desc);
create index ota_sync_logs_by_name on ota_sync_logs (name, at desc);

call serai_guard('ota_webhooks');
revoke select on ota_webhooks from serai_app;
grant select (id, received_at, hotel_id, account_id, provider, kind, message_id, state, reason, processed_at) on ota_webhooks to serai_app;
call serai_guard('ota_sync_logs');

-- Growing tables are cut by month of their time and dropped by age.
create table log_tables (
    name        text primary key,
    keep_months integer not null check (keep_months > 0)
);

insert into log_tables values ('ota_webhooks', 13), ('ota_sync_logs', 13);
create table ota_webhooks_other partition of ota_webhooks default;
create table ota_sync_logs_other partition of ota_sync_logs default;

-- Makes the log months from this one to two ahead and drops those past their age.
create function serai_turn_log_months(today date) returns void
    language plpgsql security definer set search_path = public
as $$
declare
    logs  record;
    month date;
    old   record;
    taken boolean;
    stamp text;
begin
    for logs in select name, keep_months from log_tables loop
        for month in select generate_series(date_trunc('month', today), date_trunc('month', today) + interval '2 months', interval '1 month')::date loop
            if to_regclass(format('%s_%s', logs.name, to_char(month, 'YYYY_MM'))) is null then
                select attname into stamp
                  from pg_partitioned_table p join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
                 where p.partrelid = logs.name::regclass;
                execute format('select exists (select from %I where %I >= %L and %I < %L)',
                        logs.name || '_other', stamp, month, stamp, month + interval '1 month') into taken;
                if not taken then
                    execute format('create table %I partition of %I for values from (%L) to (%L)',
                            logs.name || '_' || to_char(month, 'YYYY_MM'), logs.name, month, (month + interval '1 month')::date);
                end if;
            end if;
        end loop;
        for old in select inhrelid::regclass as part from pg_inherits
                    where inhparent = logs.name::regclass
                      and inhrelid::regclass::text ~ '_\d{4}_\d{2}$'
                      and to_date(right(inhrelid::regclass::text, 7), 'YYYY_MM') < date_trunc('month', today) - make_interval(months => logs.keep_months) loop
            execute format('drop table %s', old.part);
        end loop;
    end loop;
end
$$;

select serai_turn_log_months(current_date);
revoke execute on function serai_turn_log_months(date) from public;
grant execute on function serai_turn_log_months(date) to serai_engine;
