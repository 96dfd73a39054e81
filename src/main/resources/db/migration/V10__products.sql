-- What channels say of their products and of the prices they take, and what hotels ask of channels besides rooms and prices.

alter table ota_rate_plans
    add column remote_code    text,
    add column remote_plan    text,
    add column remote_status  text not null default 'active' check (remote_status in ('active', 'inactive')),
    add column remote_pricing text,
    add column collects       text check (collects in ('channel', 'hotel')),
    add column cancellation   text,
    add column least_price    numeric check (least_price >= 0),
    add column most_price     numeric check (most_price >= 0),
    add column bounds_source  text;

comment on column ota_rate_plans.remote_code is 'What the hotel''s own system called it when it made it at the channel';
comment on column ota_rate_plans.remote_plan is 'The channel''s rate plan, where one is sold under several ids';
comment on column ota_rate_plans.remote_status is 'inactive: known at the channel, not sold there';
comment on column ota_rate_plans.remote_pricing is 'The pricing model in the channel''s own word';
comment on column ota_rate_plans.collects is 'Who takes the guest''s money';
comment on column ota_rate_plans.cancellation is 'The name of its cancellation policy there';
comment on column ota_rate_plans.least_price is 'The channel takes no price of a night below this, in the hotel''s currency; none: it does not say';
comment on column ota_rate_plans.most_price is 'The channel takes no price of a night above this';
comment on column ota_rate_plans.bounds_source is 'Where the channel has these from, in its own word';

-- A price that was kept back may be within the channel's bounds now, or not any more.
create function serai_bounds_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into marks (connection_id, hotel_id, room_type_id, product_id, nights)
    select c.id, c.hotel_id, null, new.product_id, serai_horizon(c.hotel_id)
      from third_party_integrations c where c.id = new.connection_id and c.open;
    call serai_wake();
    return null;
end
$$;

create trigger bounds_changed after update of least_price, most_price on ota_rate_plans
    for each row when (new.product_id is not null and new.state = 'active'
                       and (new.least_price, new.most_price) is distinct from (old.least_price, old.most_price))
    execute function serai_bounds_changed();

-- What a hotel asked of a channel: kept until the channel settled it, however long that takes.
create table channel_requests (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null,
    port          text        not null,
    step          text        not null,
    request       jsonb       not null,
    state         text        not null default 'waiting' check (state in ('waiting', 'pending', 'done', 'refused', 'given-up')),
    answer        jsonb,
    words         text,
    tries         integer     not null default 0,
    next_try_at   timestamptz not null default now(),
    until         timestamptz not null default '-infinity',
    fence         bigint      not null default 0,
    asked_by      text        not null default serai_actor(),
    asked_at      timestamptz not null default now(),
    settled_at    timestamptz,
    unique (hotel_id, id),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on column channel_requests.port is 'The channel''s port that was asked for';
comment on column channel_requests.step is 'The port that is called next: another one once the channel took the request and works on it';
comment on column channel_requests.state is 'waiting: to be sent; pending: taken by the channel, asked after; done, refused; given-up: never answered';
comment on column channel_requests.tries is 'Calls of this step without a final answer';
comment on column channel_requests.until is 'Somebody calls for it until then';

create index channel_requests_open on channel_requests (next_try_at) where settled_at is null;
create index channel_requests_by_connection on channel_requests (connection_id, id desc);

call serai_guard('channel_requests');

alter table third_party_integrations add column reread_at timestamptz;
comment on column third_party_integrations.reread_at is 'Something was changed at the channel: its rooms and rates are to be read anew, while it goes on selling';
