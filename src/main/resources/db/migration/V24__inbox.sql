-- What is parked says of which family it is and what was met and expected, waits in the order of its booking, and is replayed by rows.

alter table parked_messages
    add column family       text        not null default 'cannot-pass' check (family in ('may-pass', 'cannot-pass', 'poisoned', 'held')),
    add column met          text,
    add column expected     text,
    add column first_at     timestamptz not null default now(),
    add column booking      text,
    add column told         text,
    add column next_try_at  timestamptz,
    add column overtaken_at timestamptz,
    add column wanted_by    text,
    add column replay_id    bigint,
    add column owner        text,
    add column until        timestamptz not null default '-infinity',
    add column note         text,
    add column may_be_done  boolean     not null default false,
    drop constraint parked_messages_state_check,
    add constraint parked_messages_state_check check (state in ('parked', 'replayed', 'overtaken', 'discarded'));

update parked_messages set first_at = parked_at;

comment on column parked_messages.family is 'may-pass: tried again by itself; cannot-pass: waits for a person; poisoned: tried too often; held: waits behind an earlier one of its booking';
comment on column parked_messages.route is 'Where it happened: the route that takes it again';
comment on column parked_messages.booking is 'The channel''s number of the reservation it is about: those of one booking are replayed in their order';
comment on column parked_messages.told is 'What it says happened to the booking: new, modify, cancel; of a call what was asked of the channel';
comment on column parked_messages.next_try_at is 'When it is replayed; null: not before a person wants it';
comment on column parked_messages.overtaken_at is 'When a later message of its booking was taken: it is tried once more, since a card may come with it, and settled';
comment on column parked_messages.until is 'How long the owner has for replaying it';
comment on column parked_messages.may_be_done is 'Whether the channel may have done it already: sent again only when somebody says so of it';
comment on column parked_messages.note is 'Why it was set aside, or what became of it';

create index parked_messages_due on parked_messages (next_try_at) where state = 'parked' and next_try_at is not null;
create index parked_messages_of_booking on parked_messages (account_id, booking) where state = 'parked';
create index parked_messages_in_hand on parked_messages (account_id) where state = 'parked' and owner is not null;
create index parked_messages_of_replay on parked_messages (replay_id) where replay_id is not null;

grant select (family, met, expected, first_at, booking, told, next_try_at, overtaken_at, wanted_by, replay_id, note, may_be_done) on parked_messages to serai_app;

-- What somebody wanted to have replayed: the messages know to which wish they belong.
create table inbox_replays (
    id       bigint generated always as identity primary key,
    asked_at timestamptz not null default now(),
    asked_by text        not null,
    wish     jsonb       not null,
    messages integer     not null
);

create index inbox_replays_asked on inbox_replays (asked_at);
comment on table inbox_replays is 'Over all hotels that whoever asked may see';
grant select, insert, update, delete on inbox_replays to serai_engine;

-- Calls that were given up: few, and each should be a parked message.
create index ota_webhooks_given_up on ota_webhooks (id desc) where state = 'parked';
