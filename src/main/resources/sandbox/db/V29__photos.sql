-- Photos of hotels: the queue of those that are fetched and judged, what was taken, and what galleries show.
create table pending_photo (
    pending_id   text        primary key,
    batch_id     text        not null,
    hotel_id     bigint      not null references hotel,
    url          text        not null,
    requested_at timestamptz not null,
    status       text        not null default 'pending' check (status in ('pending', 'ok', 'duplicate', 'error')),
    message      text,
    photo_id     text
);

create index pending_photo_waiting on pending_photo (requested_at) where status = 'pending';
create index pending_photo_of_hotel on pending_photo (hotel_id, requested_at);

create table photo (
    photo_id  text   primary key,
    hotel_id  bigint not null references hotel,
    name      text   not null,
    sha256    text   not null,
    width     int    not null,
    height    int    not null,
    unique (hotel_id, sha256)
);

-- room 0: the gallery of the hotel
create table gallery_photo (
    hotel_id bigint not null references hotel,
    room_id  bigint not null,
    photo_id text   not null references photo on delete cascade,
    place    int    not null,
    primary key (hotel_id, room_id, photo_id)
);

create table main_photo (
    hotel_id       bigint  primary key references hotel,
    photo_id       text    references photo,
    smart_ordering boolean not null default true
);
