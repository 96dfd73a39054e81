-- What a hotel says of itself, part by part, and what each channel holds of it.

create table content_parts (
    id           bigint      generated always as identity primary key,
    hotel_id     integer     not null references hotels (id) on delete cascade,
    kind         text        not null check (kind in ('property', 'descriptions', 'policies', 'facilities', 'contacts', 'charges', 'room', 'rate-plan', 'product')),
    room_type_id integer,
    rate_plan_id integer,
    content      jsonb       not null check (jsonb_typeof(content) = 'object'),
    written_by   text        not null default serai_actor(),
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    unique nulls not distinct (hotel_id, kind, room_type_id, rate_plan_id),
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id) on delete cascade,
    foreign key (hotel_id, rate_plan_id) references rate_plans (hotel_id, id) on delete cascade,
    check ((kind in ('room', 'product')) = (room_type_id is not null)),
    check ((kind in ('rate-plan', 'product')) = (rate_plan_id is not null))
);

comment on column content_parts.content is
    'In the words of mappings/schema/content-push.json, without what hotels, room_types, rate_plans and cancellation_policies say; own is by a channel''s folder';

call serai_guard('content_parts');
grant insert, update, delete on content_parts to serai_app;
create trigger touch before update on content_parts for each row execute function serai_touch();

-- A part, or a step of making a hotel, at a connection: when it is looked at next, and how the last look ended.
create table content_syncs (
    id            bigint      generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null,
    kind          text        not null check (kind in ('property', 'descriptions', 'policies', 'facilities', 'contacts', 'charges', 'room', 'rate-plan', 'product', 'step')),
    room_type_id  integer,
    rate_plan_id  integer,
    step          text,
    position      integer     not null,
    remote_key    text,
    state         text        not null default 'waiting'
        check (state in ('waiting', 'settled', 'lacking', 'absent', 'refused', 'pending', 'failing', 'given-up', 'broken', 'there')),
    words         text,
    may_create    boolean     not null default false,
    is_begun      boolean     not null default false,
    ask           text,
    request       jsonb,
    pending_since timestamptz,
    reference     text,
    tries         integer     not null default 0,
    next_try_at   timestamptz,
    until         timestamptz not null default '-infinity',
    fence         bigint      not null default 0,
    looked_at     timestamptz,
    sent_at       timestamptz,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    unique (hotel_id, id),
    unique nulls not distinct (connection_id, kind, room_type_id, rate_plan_id, step),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id) on delete cascade,
    foreign key (hotel_id, rate_plan_id) references rate_plans (hotel_id, id) on delete cascade,
    check ((kind = 'step') = (step is not null))
);

comment on column content_syncs.step is 'kind step: its name in channel.yaml';
comment on column content_syncs.position is 'The place in the order in which the connection''s parts are sent';
comment on column content_syncs.remote_key is 'The channel''s own id of what was made or found';
comment on column content_syncs.state is
    'waiting: to be looked at; settled: nothing is left to send; lacking: misses what the channel needs (words); absent: not at the channel, and not to be made; refused: the channel took nothing of it; pending: the channel works on it; failing: tried again later; given-up: until it is wanted again; broken: needs a person; there: a person does it at the channel';
comment on column content_syncs.may_create is 'Whether it is made at the channel where it is not there';
comment on column content_syncs.is_begun is 'A call to make it left, and no answer is known';
comment on column content_syncs.ask is 'pending: the port that is asked next, with request';
comment on column content_syncs.next_try_at is 'When it is looked at next; null: not before it is wanted again';
comment on column content_syncs.until is 'Somebody sends it until then';

create index content_syncs_due on content_syncs (next_try_at) where next_try_at is not null;

call serai_guard('content_syncs');
create trigger touch before update on content_syncs for each row execute function serai_touch();

-- How a hotel is made at a channel, or what is missing of it there.
create table content_creations (
    id            bigint      generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null unique,
    state         text        not null default 'running' check (state in ('running', 'stopped', 'done')),
    step          text,
    words         text,
    begun_by      text        not null default serai_actor(),
    begun_at      timestamptz not null default now(),
    ended_at      timestamptz,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on column content_creations.step is 'The step it is at';
comment on column content_creations.words is 'stopped: why';

call serai_guard('content_creations');

-- What channels hold, field by field: as a channel shows it (sync_id null), or as it accepted it from here. The latter are JSON.
alter table ota_content_sync
    add column sync_id    bigint,
    add column state      text check (state in ('accepted', 'unknown', 'refused')),
    add column is_whole   boolean not null default false,
    add column code       text,
    add column words      text,
    add column reference  text,
    add column sent_at    timestamptz,
    add column settled_at timestamptz,
    add foreign key (hotel_id, sync_id) references content_syncs (hotel_id, id) on delete cascade,
    add check ((sync_id is null) = (state is null)),
    drop constraint ota_content_sync_subject_check,
    add constraint ota_content_sync_subject_check check (subject in (
        'room-type', 'property', 'descriptions', 'policies', 'facilities', 'contacts', 'charges', 'room', 'rate-plan', 'product')),
    drop constraint ota_content_sync_connection_id_subject_remote_key_field_key;

create unique index ota_content_sync_shown on ota_content_sync (connection_id, subject, remote_key, field) where sync_id is null;
create unique index ota_content_sync_sent on ota_content_sync (sync_id, field) where sync_id is not null;

comment on column ota_content_sync.remote_key is 'Shown: the channel''s id; sent: the hotel''s code of the part';
comment on column ota_content_sync.ours is 'Shown: what the hotel says; sent: what was sent last, null: that it be taken away';
comment on column ota_content_sync.theirs is 'Shown: what the channel says; sent: what it accepted last';
comment on column ota_content_sync.state is 'accepted; unknown: sent, and no answer is known; refused: not sent again until the hotel changes it (code, words)';
comment on column ota_content_sync.is_whole is 'refused: with all that was sent, the channel did not say which';
comment on column ota_content_sync.reference is 'What the channel calls the call that said so';
