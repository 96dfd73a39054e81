-- Whose turn it is where calls wait under a limit, what a channel asked to be spared, and what is under way: shared by all
-- instances. Waiting and calls under way may be forgotten by a crash of the database: whoever asks again waits again.

create unlogged table call_turns (
    limit_id  text        not null,
    hotel     integer     not null,
    urgency   text        not null check (urgency in ('urgent', 'usual', 'bulk')),
    place     timestamptz not null,
    until     timestamptz not null,
    primary key (limit_id, hotel, urgency)
) with (fillfactor = 50);

create table call_stops (
    limit_id  text        primary key,
    until     timestamptz not null
) with (fillfactor = 50);

create unlogged table calls_in_flight (
    place   text        primary key,
    holder  uuid        not null,
    until   timestamptz not null
) with (fillfactor = 50);

comment on table  call_turns          is 'Hotels whose next call waits under a limit (call_limits.id) or for a place (calls_in_flight.place without its number)';
comment on column call_turns.hotel    is 'The connection; 0 for calls that are for all hotels of an account';
comment on column call_turns.place    is 'Who has the earlier one goes first';
comment on column call_turns.until    is 'Who has not asked again by then is not waited for';
comment on table  call_stops          is 'Limits under which a channel said how long it wants to be left alone';
comment on table  calls_in_flight     is 'Calls under way where only so many may be at once; a row that is over its time is free';

grant select, insert, update, delete on call_turns, call_stops, calls_in_flight to serai_engine;
