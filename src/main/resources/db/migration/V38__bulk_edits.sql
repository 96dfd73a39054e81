-- What people changed of many nights at once, so that it can be taken back.
create table bulk_edits (
    id        bigint generated always as identity primary key,
    hotel_id  integer     not null references hotels (id) on delete cascade,
    at        timestamptz not null default clock_timestamp(),
    actor     text        not null default serai_actor(),
    kind      text        not null check (kind in ('rooms', 'rates')),
    words     text        not null,
    nights    integer     not null check (nights > 0),
    changes   jsonb       not null,
    undone_at timestamptz,
    undone_by text
);

comment on column bulk_edits.words is 'What was changed, for people';
comment on column bulk_edits.nights is 'How many nights of products or room types became something else';
comment on column bulk_edits.changes is 'Ranges of nights with the values they had, and the version that they have since: a night with another version was changed by somebody else';

create index bulk_edits_by_hotel on bulk_edits (hotel_id, kind, id desc);
call serai_guard('bulk_edits');
grant insert, update (undone_at, undone_by), delete on bulk_edits to serai_app;
