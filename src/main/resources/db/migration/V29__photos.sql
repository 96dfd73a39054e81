-- The hotel's photos, and how far each is at each channel. The pictures themselves lie in the photo store.

create table photos (
    id         bigint generated always as identity primary key,
    hotel_id   integer     not null references hotels (id) on delete cascade,
    position   integer     not null check (position > 0),
    is_main    boolean     not null default false,
    captions   jsonb       not null default '{}',
    token      text        not null unique check (token <> ''),
    type       text        not null check (type in ('image/jpeg', 'image/png')),
    width      integer     not null check (width > 0),
    height     integer     not null check (height > 0),
    bytes      integer     not null check (bytes > 0),
    sha256     text        not null,
    added_by   text        not null default serai_actor(),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (hotel_id, id),
    unique (hotel_id, sha256)
);

comment on column photos.captions is 'What stands below it, by language';
comment on column photos.token is 'Names its files in the photo store and its public address, which nobody can guess; another picture has another';
comment on column photos.sha256 is 'Of the picture as it was uploaded, so that nobody uploads it twice';

create unique index photos_one_main on photos (hotel_id) where is_main;
create index photos_in_order on photos (hotel_id, position, id);

call serai_guard('photos');
grant insert, update, delete on photos to serai_app;
create trigger touch before update on photos for each row execute function serai_touch();

create table photo_rooms (
    hotel_id     integer not null,
    photo_id     bigint  not null,
    room_type_id integer not null,
    primary key (photo_id, room_type_id),
    foreign key (hotel_id, photo_id) references photos (hotel_id, id) on delete cascade,
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id) on delete cascade
);

create index photo_rooms_by_type on photo_rooms (room_type_id);
call serai_guard('photo_rooms');
grant insert, update, delete on photo_rooms to serai_app;

-- A picture that a channel was told of, and how far it is there.
create table photo_places (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    connection_id integer     not null,
    photo_id      bigint,
    state         text        not null check (state in ('pending', 'live', 'refused', 'unfit')),
    remote        text,
    file          text        not null,
    facts         text        not null default '',
    code          text,
    words         text,
    sent_at       timestamptz not null default now(),
    read_at       timestamptz,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, photo_id) references photos (hotel_id, id) on delete set null (photo_id),
    unique (connection_id, photo_id)
);

comment on column photo_places.photo_id is 'Null: the photo is gone or has another picture, and the channel is to forget this one';
comment on column photo_places.state is 'pending: the channel works on it; live; refused: by the channel; unfit: not sent, since the channel says that it takes none like it';
comment on column photo_places.remote is 'The channel''s id of it; null where that is not known';
comment on column photo_places.file is 'Of the picture that was told: its token and what the address ends with';
comment on column photo_places.facts is 'What was told with it: where that differs it is told anew';

create index photo_places_by_photo on photo_places (photo_id);
call serai_guard('photo_places');
grant update (photo_id) on photo_places to serai_app;

-- Which connections are to be told of photos, or asked how far they are, and when.
create table photo_rounds (
    connection_id integer     primary key,
    hotel_id      integer     not null references hotels (id) on delete cascade,
    due_at        timestamptz,
    until         timestamptz not null default '-infinity',
    fence         bigint      not null default 0,
    tries         integer     not null default 0,
    galleries     jsonb       not null default '{}',
    refused       jsonb       not null default '{}',
    words         text,
    ended_at      timestamptz,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on column photo_rounds.due_at is 'Null: nothing is to be done until somebody wants it';
comment on column photo_rounds.until is 'Somebody works on it until then';
comment on column photo_rounds.tries is 'Rounds since somebody wanted one: each waits longer';
comment on column photo_rounds.galleries is 'What each gallery was told last, by the channel''s room; the hotel''s under hotel';
comment on column photo_rounds.refused is 'Removals and galleries that the channel refused since somebody wanted a round: what was asked, by the call; not asked so again';
comment on column photo_rounds.words is 'Why the last round ended early';

create index photo_rounds_due on photo_rounds (due_at) where due_at is not null;
call serai_guard('photo_rounds');
grant insert (connection_id, hotel_id, due_at), update (due_at, tries, refused) on photo_rounds to serai_app;
