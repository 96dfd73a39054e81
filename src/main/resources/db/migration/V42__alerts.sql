-- Alerts: one row for what lasts and about what, who is told of it, and what they were told.

-- The watch raises again, in the new way, what still lasts.
update alarms set ended_at = now() where ended_at is null;

alter table alarms
    drop constraint alarms_what_check,
    alter column hotel_id drop not null,
    alter column connection_id drop not null,
    add column subject         text,
    add column account_id      bigint      references channel_accounts (id) on delete cascade,
    add column provider        text,
    add column severity        text        not null default 'warning' check (severity in ('note', 'warning', 'urgent')),
    add column title           text        not null default '',
    add column todo            text        not null default '',
    add column page            text        not null default '',
    add column since           timestamptz,
    add column seen_at         timestamptz not null default now(),
    add column watcher         text,
    add column told_at         timestamptz,
    add column over_told_at    timestamptz,
    add column returns         integer     not null default 0,
    add column acknowledged_at timestamptz,
    add column acknowledged_by text,
    add foreign key (hotel_id) references hotels (id) on delete cascade;

comment on table alarms is 'Alerts: what a person must know as long as it lasts; at most one that has not ended of a kind and a subject';
comment on column alarms.what            is 'Its kind';
comment on column alarms.subject         is 'What it is about, the same as long as it lasts; none: raised by a version before';
comment on column alarms.hotel_id        is 'None: of an account that serves several hotels, or of Serai itself';
comment on column alarms.words           is 'The facts with their values, as they were when it was last looked at; nothing of guests or cards';
comment on column alarms.todo            is 'What to do, in one sentence';
comment on column alarms.page            is 'The path of the page where that is done';
comment on column alarms.since           is 'Since when it lasts, where that is known; else it was first seen when it was raised';
comment on column alarms.seen_at         is 'When it was last seen to last';
comment on column alarms.watcher         is 'The machine that alone can see it; none: any instance sees it';
comment on column alarms.told_at         is 'When it was told, or told again';
comment on column alarms.over_told_at    is 'When it was told that it is over: once it stayed so for a while';
comment on column alarms.returns         is 'How often it came again before that while was over';
comment on column alarms.acknowledged_at is 'When a person said that they know: it is not told again, and stays until it ends by itself';

create unique index alarms_one_open on alarms (what, subject) where ended_at is null and subject is not null;
create index alarms_unfinished on alarms (what) where over_told_at is null and subject is not null;
create index alarms_of_hotel on alarms (hotel_id, id desc);

-- An account's is seen by whoever sees one of its hotels: the inner rows are guarded themselves.
create policy account on alarms for select to serai_app using (
    hotel_id is null and account_id is not null
    and exists (select from third_party_integrations c where c.account_id = alarms.account_id and c.state <> 'disconnected'));

-- Which messages were given up is known of the messages themselves.
alter table attempts add column given_up boolean not null default false;
comment on column attempts.given_up is 'Its retries ended, and what it carried waits for other values';
create index attempts_given_up on attempts (connection_id) where given_up;

-- The latest calls are looked at each minute: they lie together, in the order of their time.
create index ota_sync_logs_latest on ota_sync_logs using brin (at) with (pages_per_range = 32);

create table alert_receivers (
    id              bigint      generated always as identity primary key,
    hotel_id        integer     references hotels (id) on delete cascade,
    name            text        not null check (name <> ''),
    way             text        not null check (way in ('mail', 'webhook')),
    address         text        not null check (address <> ''),
    kinds           text[]      not null default '{}',
    least_severity  text        not null default 'warning' check (least_severity in ('note', 'warning', 'urgent')),
    is_enabled      boolean     not null default true,
    disabled_reason text,
    is_set          boolean     not null default false,
    secret_sealed   bytea,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);

comment on table alert_receivers is 'Who is told of alerts';
comment on column alert_receivers.hotel_id        is 'Whose alerts; none: of all hotels, and of Serai itself';
comment on column alert_receivers.kinds           is 'Which kinds; empty: all';
comment on column alert_receivers.disabled_reason is 'Why Serai itself ended it; none: nobody did, or a person';
comment on column alert_receivers.is_set          is 'It stands in the settings, and is changed there';
comment on column alert_receivers.secret_sealed   is 'What signs the messages of a webhook';

create unique index alert_receivers_once on alert_receivers (way, address, coalesce(hotel_id, 0));
call serai_guard('alert_receivers');
revoke select on alert_receivers from serai_app;
grant select (id, hotel_id, name, way, address, kinds, least_severity, is_enabled, disabled_reason, is_set, created_at, updated_at)
    on alert_receivers to serai_app;
create trigger touch before update on alert_receivers for each row execute function serai_touch();
create trigger audited after insert or update of name, address, kinds, least_severity, is_enabled or delete on alert_receivers
    for each row execute function serai_audit_row('name,way,kinds,least_severity,is_enabled');

-- What a receiver is to be told, committed with the alert that it tells of.
create table alert_messages (
    id          bigint      generated always as identity primary key,
    hotel_id    integer     references hotels (id) on delete cascade,
    receiver_id bigint      not null references alert_receivers (id) on delete cascade,
    alarm_id    bigint      references alarms (id) on delete cascade,
    what        text        not null check (what in ('raised', 'lasts', 'over', 'test')),
    message_id  text        not null default 'msg_' || replace(gen_random_uuid()::text, '-', ''),
    state       text        not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
    tries       integer     not null default 0,
    next_try_at timestamptz not null default now(),
    owner       text,
    until       timestamptz not null default '-infinity',
    tried_at    timestamptz,
    status      smallint,
    words       text,
    created_at  timestamptz not null default clock_timestamp(),
    settled_at  timestamptz
);

comment on column alert_messages.message_id is 'The same however often it is sent';
comment on column alert_messages.owner      is 'The instance that sends it now, until its lease (until) ends';
comment on column alert_messages.status     is 'The HTTP status of the last answer; none: there was none, or it is a mail';

create index alert_messages_due on alert_messages (next_try_at) where state = 'waiting';
create index alert_messages_of_receiver on alert_messages (receiver_id, id desc);
create index alert_messages_of_alarm on alert_messages (alarm_id);
create index alert_messages_parked on alert_messages (receiver_id) where state = 'parked';
call serai_guard('alert_messages');
