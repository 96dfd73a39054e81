-- Nothing lost: what a queue says after an outage, how a revision came and how it is known that its channel has our word for it,
-- single reservations to be read again, and what differs between a channel's list of reservations and ours.

alter table channel_polls
    add column answered_at  timestamptz,
    add column recover_from timestamptz,
    add column read_last    boolean not null default false;

comment on column channel_polls.answered_at  is 'When the question was asked that the channel answered last';
comment on column channel_polls.recover_from is 'There was an outage: since when what happened may have been missed; none: all was looked at since';
comment on column channel_polls.read_last    is 'The last question was for one reservation, so that the next is for the queue';

alter table reservation_revisions
    add column source          text,
    add column confirm_sent_at timestamptz,
    add column confirm_queue   text,
    add column acknowledged_by text;

comment on column reservation_revisions.source          is 'By which other way than its queue it came: what was missed and found; none: it came as it should';
comment on column reservation_revisions.confirm_sent_at is 'When our confirmation was about to leave last';
comment on column reservation_revisions.confirm_queue   is 'The queue whose answer that confirmation is about';
comment on column reservation_revisions.acknowledged_by is 'How it is known that the channel has our confirmation; none: it said so';

create index reservation_revisions_sent on reservation_revisions (account_id, confirm_queue)
    where confirm_sent_at is not null and acknowledged_at is null;
create index reservation_revisions_recovered on reservation_revisions (received_at) where source is not null;

-- A reservation that a queue is asked for by its number, one at a time and in the queue's own pace.
create table reservation_reads (
    id         bigint generated always as identity primary key,
    hotel_id   integer     references hotels (id) on delete cascade,
    account_id bigint      not null references channel_accounts (id) on delete cascade,
    queue      text        not null,
    number     text        not null,
    why        text        not null,
    asked_at   timestamptz not null default now(),
    tried_at   timestamptz,
    settled_at timestamptz,
    found      boolean,
    waits      boolean     not null default false
);

comment on column reservation_reads.why   is 'What wants it: read, missed or summary; kept as the source of a revision that it brings';
comment on column reservation_reads.tried_at is 'When the queue was asked for it last';
comment on column reservation_reads.waits is 'The queue had it, and it could not be taken in: it is parked';
comment on column reservation_reads.found is 'Whether the queue had it';
create unique index reservation_reads_open on reservation_reads (account_id, queue, number) where settled_at is null;
create index reservation_reads_by_number on reservation_reads (account_id, number);
create index reservation_reads_by_hotel on reservation_reads (hotel_id);
call serai_guard('reservation_reads');

-- When a connection's reservations were last compared with those that its channel lists.
create table reservation_comparisons (
    connection_id integer     primary key,
    hotel_id      integer     not null,
    since         timestamptz,
    wanted_at     timestamptz,
    asked_at      timestamptz,
    compared_at   timestamptz,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on column reservation_comparisons.since is 'There was an outage: what happened since then is looked at; none: since the last comparison, at first as far back as the channel shows';
comment on column reservation_comparisons.wanted_at is 'When it was known last that something may have been missed since then';
comment on column reservation_comparisons.asked_at  is 'When the channel was asked last: since stays where more was missed after it';
call serai_guard('reservation_comparisons');

create table reservation_differences (
    id             bigint generated always as identity primary key,
    hotel_id       integer     not null,
    connection_id  integer     not null,
    number         text        not null,
    theirs         jsonb       not null,
    ours           jsonb,
    seen_at        timestamptz not null default now(),
    settled_at     timestamptz,
    tries          integer     not null default 0,
    outcome        text        check (outcome in ('agreed', 'applied', 'left')),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on table reservation_differences is 'Reservations that the channel lists otherwise than they stand here: dates, rooms, status, total';
comment on column reservation_differences.ours    is 'None: not known here';
comment on column reservation_differences.tries   is 'How often it was given to be taken from the list';
comment on column reservation_differences.outcome is 'agreed: the same by now; applied: taken from the list; left: for a person to look at';
create unique index reservation_differences_open on reservation_differences (connection_id, number) where settled_at is null;
create index reservation_differences_by_hotel on reservation_differences (hotel_id, seen_at desc);
call serai_guard('reservation_differences');
