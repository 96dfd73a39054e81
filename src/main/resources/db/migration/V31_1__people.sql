-- What a hotel chose of its guests' data; whose people were erased; and what may pass without being noticed as a change.

create table hotel_privacy (
    hotel_id    integer     primary key references hotels (id) on delete cascade,
    cards       text        not null default 'departure' check (cards in ('departure', 'settled', 'expiry')),
    card_days   integer     not null default 30 check (card_days between 0 and 400),
    people_days integer     check (people_days between 30 and 4000),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now()
);

comment on column hotel_privacy.cards is 'When a card is deleted: so many days after departure (after arrival, where it was cancelled); when nothing more is to be charged; when it expires';
comment on column hotel_privacy.card_days is 'Days after departure, for the rule of that name';
comment on column hotel_privacy.people_days is 'Days after departure until people are erased; none: serai.retention.people';

call serai_guard('hotel_privacy');
grant insert, update on hotel_privacy to serai_app;
create trigger touch before update on hotel_privacy for each row execute function serai_touch();

alter table reservations
    add column erased_at timestamptz,
    add column erased_by text;

comment on column reservations.erased_at is 'When its people were erased: whatever is told of it since is taken without them';
comment on column reservations.person_key is 'The key that seals people and revisions, wrapped by the master key; another one since its people were erased';
create index reservations_by_erasure on reservations (erased_at) where erased_at is not null;
create index reservations_not_erased on reservations (departure) where erased_at is null;

-- Bodies of calls go before the calls do.
alter table ota_webhooks alter column body_sealed drop not null;
comment on column ota_webhooks.body_sealed is 'Without cards where the channel says in which fields they are; none: over its time, or about somebody who was erased';

-- Sealing anew under another master key is no change of what is sealed.
create or replace function serai_touch() returns trigger
    language plpgsql
as $$
begin
    if coalesce(current_setting('serai.resealing', true), '') <> 'on' then
        new.updated_at := now();
    end if;
    return new;
end
$$;

create or replace function serai_keep_previous_secret() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if coalesce(current_setting('serai.resealing', true), '') <> 'on' then
        new.previous_sealed := old.secret_sealed;
    end if;
    return new;
end
$$;
