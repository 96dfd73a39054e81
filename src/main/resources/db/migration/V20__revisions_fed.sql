-- Hotel systems take reservations: a feed of revisions with a place for each reader, and webhooks that tell of them.

-- Up to where each reader has taken a hotel's revisions. Never goes back.
create table feed_readers (
    hotel_id   integer     not null references hotels (id) on delete cascade,
    reader     text        not null check (reader <> ''),
    up_to      bigint      not null default 0,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (hotel_id, reader)
);

comment on column feed_readers.reader is 'The name that a request gives, else who asks (user:…)';
comment on column feed_readers.up_to  is 'All revisions of the hotel up to this one are taken';

-- Revisions that a reader has taken before one that stands before them.
create table feed_taken (
    hotel_id    integer     not null,
    reader      text        not null,
    revision_id bigint      not null,
    created_at  timestamptz not null default now(),
    primary key (hotel_id, reader, revision_id),
    foreign key (hotel_id, reader) references feed_readers (hotel_id, reader) on delete cascade
);

call serai_guard('feed_readers');
call serai_guard('feed_taken');
grant insert, update on feed_readers to serai_app;
grant insert, delete on feed_taken to serai_app;
create trigger touch before update on feed_readers for each row execute function serai_touch();

-- Where a hotel's system wants to be told. The secrets are sealed by the vault; pages and API write them and never read them.
create table hook_subscriptions (
    id              bigint      generated always as identity primary key,
    hotel_id        integer     not null references hotels (id) on delete cascade,
    url             text        not null check (url <> ''),
    events          text[]      not null check (events <@ '{reservation.created,reservation.changed,reservation.cancelled}'),
    payload         text        not null default 'thin' check (payload in ('thin', 'full')),
    is_enabled      boolean     not null default true,
    disabled_reason text,
    secret_sealed   bytea       not null,
    previous_sealed bytea,
    previous_until  timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (hotel_id, id)
);

comment on column hook_subscriptions.payload         is 'thin: names the revision, which is then fetched; full: the booking with its people';
comment on column hook_subscriptions.disabled_reason is 'Why Serai itself ended it; none: nobody did, or a person';
comment on column hook_subscriptions.previous_sealed is 'The secret before the last one: both sign until previous_until';

call serai_guard('hook_subscriptions');
revoke select on hook_subscriptions from serai_app;
grant select (id, hotel_id, url, events, payload, is_enabled, disabled_reason, previous_until, created_at, updated_at),
      insert, delete,
      update (url, events, payload, is_enabled, disabled_reason, secret_sealed, previous_until) on hook_subscriptions to serai_app;
create trigger touch before update on hook_subscriptions for each row execute function serai_touch();

-- Who sets a new secret leaves the one before, which signs beside it for a while.
create function serai_keep_previous_secret() returns trigger language plpgsql security definer set search_path = public as $$
begin
    new.previous_sealed := old.secret_sealed;
    return new;
end
$$;

create trigger keep_previous_secret before update of secret_sealed on hook_subscriptions
    for each row execute function serai_keep_previous_secret();

-- What a subscription is to be told, written in the transaction of the revision that it tells of.
create table hook_deliveries (
    id              bigint      generated always as identity primary key,
    hotel_id        integer     not null,
    subscription_id bigint      not null,
    message_id      text        not null default 'msg_' || replace(gen_random_uuid()::text, '-', ''),
    event           text        not null check (event in ('ping', 'reservation.created', 'reservation.changed', 'reservation.cancelled')),
    revision_id     bigint      references reservation_revisions (id) on delete cascade,
    reservation_id  bigint,
    state           text        not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
    tries           integer     not null default 0,
    next_try_at     timestamptz not null default now(),
    owner           text,
    until           timestamptz not null default '-infinity',
    tried_at        timestamptz,
    status          smallint,
    words           text,
    created_at      timestamptz not null default clock_timestamp(),
    settled_at      timestamptz,
    foreign key (hotel_id, subscription_id) references hook_subscriptions (hotel_id, id) on delete cascade
);

comment on column hook_deliveries.message_id is 'The webhook-id: the same however often it is sent';
comment on column hook_deliveries.owner      is 'The instance that sends it now, until its lease (until) ends';
comment on column hook_deliveries.status     is 'The HTTP status of the last answer; none: there was no answer';

create index hook_deliveries_due on hook_deliveries (subscription_id, next_try_at) where state = 'waiting';
create index hook_deliveries_in_order on hook_deliveries (subscription_id, reservation_id, id) where state = 'waiting';
create index hook_deliveries_under_way on hook_deliveries (subscription_id) where owner is not null;
create index hook_deliveries_log on hook_deliveries (subscription_id, id);
create index hook_deliveries_by_revision on hook_deliveries (revision_id);
create index hook_deliveries_done on hook_deliveries (settled_at) where state = 'done';

call serai_guard('hook_deliveries');
grant insert (hotel_id, subscription_id, event), update (state, tries, next_try_at, settled_at) on hook_deliveries to serai_app;

-- The hotel's lock is held since the revision got its number: deliveries of a hotel are numbered in the order of commits too.
create function serai_hooks_of_revision() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into hook_deliveries (hotel_id, subscription_id, event, revision_id, reservation_id)
    select new.hotel_id, s.id, told.event, new.id, new.reservation_id
      from hook_subscriptions s
     cross join lateral (
           select case when new.kind = 'cancel' then 'reservation.cancelled'
                       when r.is_rejected
                            or not exists (select from reservation_revisions v where v.reservation_id = r.id and v.id < new.id)
                       then 'reservation.created'
                       else 'reservation.changed' end as event
             from reservations r where r.id = new.reservation_id) told
     where s.hotel_id = new.hotel_id and s.is_enabled and told.event = any (s.events)
     order by s.id;
    return null;
end
$$;

create trigger tell_hooks after insert on reservation_revisions for each row when (new.hotel_id is not null)
    execute function serai_hooks_of_revision();

alter table parked_messages
    drop constraint parked_messages_kind_check,
    add  constraint parked_messages_kind_check check (kind in ('reservation', 'webhook', 'call', 'hook'));
