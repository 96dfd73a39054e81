-- The third record: what channels told us of reservations, every revision as it came, in order.
-- People and revisions are sealed with a key of the reservation's own; erasing deletes that key.

create table reservations (
    id            bigint generated always as identity primary key,
    hotel_id      integer     references hotels (id) on delete cascade,
    account_id    bigint      references channel_accounts (id),
    connection_id integer,
    provider      text        not null,
    number        text        not null,
    status        text        not null check (status in ('booked', 'modified', 'cancelled', 'no-show')),
    arrival       date,
    departure     date,
    currency      text,
    total         numeric(14, 3),
    commission    numeric(14, 3),
    booked_at     timestamptz,
    revision      integer     not null default 0,
    is_oversold   boolean     not null default false,
    is_unmapped   boolean     not null default false,
    is_rejected   boolean     not null default false,
    person_key    bytea,
    booker_sealed bytea,
    booker_hash   bytea,
    email_hash    bytea,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now(),
    unique (hotel_id, id),
    unique nulls not distinct (account_id, number)
);

comment on column reservations.revision is 'Revisions taken so far; the current booking is what the last one says';
comment on column reservations.is_rejected is 'No connection leads to a hotel: rejected at the channel, so that its e-mail reaches the hotel';
comment on column reservations.person_key is 'The key that seals people and revisions, wrapped by the master key; deleted: erased';

create index reservations_by_arrival on reservations (hotel_id, arrival);
create index reservations_by_time on reservations (hotel_id, created_at desc);
create index reservations_by_change on reservations (hotel_id, updated_at desc);
create index reservations_by_booker on reservations (hotel_id, booker_hash);
create index reservations_unmapped on reservations (hotel_id, connection_id) where is_unmapped;

create table reservation_rooms (
    hotel_id       integer  not null,
    reservation_id bigint   not null references reservations (id) on delete cascade,
    room_index     text     not null,
    remote_room    text     not null,
    room_type_id   integer,
    room_name      text,
    adults         smallint not null default 0,
    children       smallint not null default 0,
    arrival        date     not null,
    departure      date     not null,
    total          numeric(14, 3),
    guest_sealed   bytea,
    remarks_sealed bytea,
    primary key (reservation_id, room_index)
);

comment on column reservation_rooms.room_type_id is 'Whose stock this room takes; none: unknown here, no stock moved';

create table reservation_nights (
    hotel_id       integer not null,
    reservation_id bigint  not null,
    room_index     text    not null,
    night          date    not null,
    remote_rate    text,
    product_id     integer,
    room_type_id   integer,
    price          numeric(14, 3),
    primary key (reservation_id, room_index, night),
    foreign key (reservation_id, room_index) references reservation_rooms (reservation_id, room_index) on delete cascade
);

comment on column reservation_nights.room_type_id is 'The stock this night is counted in: the sum over all rows of a room type and night is room_nights.sold';
create index reservation_nights_by_stock on reservation_nights (room_type_id, night);

create table guests (
    id             bigint generated always as identity primary key,
    hotel_id       integer not null,
    reservation_id bigint  not null references reservations (id) on delete cascade,
    kind           text    not null check (kind in ('booker', 'guest')),
    room_index     text,
    sealed         bytea   not null,
    name_hash      bytea   not null,
    created_at     timestamptz not null default now()
);

create index guests_by_name on guests (hotel_id, name_hash);
create index guests_by_reservation on guests (reservation_id);

-- A reservation for a hotel that no connection names has no hotel here; row-level security then shows it to the engine only.
create table reservation_revisions (
    id              bigint generated always as identity primary key,
    hotel_id        integer,
    account_id      bigint,
    reservation_id  bigint      not null references reservations (id) on delete cascade,
    number          text        not null,
    revision        integer     not null,
    kind            text        not null check (kind in ('new', 'modify', 'cancel')),
    content_hash    bytea       not null,
    turn            integer     not null default 0,
    body_sealed     bytea       not null,
    reference       text,
    received_at     timestamptz not null default clock_timestamp(),
    acknowledged_at timestamptz,
    unique (reservation_id, revision),
    unique nulls not distinct (account_id, number, content_hash, turn)
);

comment on column reservation_revisions.turn is 'A booking changed back to what it once was is new again: how often this content came back after a later revision';

create table ota_payments (
    id              bigint generated always as identity primary key,
    hotel_id        integer     not null references hotels (id) on delete cascade,
    reservation_id  bigint      not null unique references reservations (id) on delete cascade,
    collected_by    text        not null check (collected_by in ('channel', 'hotel', 'unknown')),
    method          text        not null check (method in ('guest-card', 'virtual-card', 'none', 'unknown')),
    amount          numeric(14, 3),
    commission      numeric(14, 3),
    currency        text,
    card_token      text,
    card_last4      text,
    chargeable_from date,
    status          text        not null check (status in ('expected', 'cancelled')),
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now()
);

-- The idempotent consumer's keys (Camel's JDBC repository): narrow, and dropped when old.
create table camel_messageprocessed (
    processorname varchar(64)  not null,
    messageid     varchar(200) not null,
    createdat     timestamp    not null,
    primary key (processorname, messageid)
);

create index camel_messageprocessed_by_age on camel_messageprocessed (createdat);
grant select, insert, update, delete on camel_messageprocessed to serai_engine;

call serai_guard('reservations');
call serai_guard('reservation_rooms');
call serai_guard('reservation_nights');
call serai_guard('guests');
call serai_guard('reservation_revisions');
call serai_guard('ota_payments');
create trigger touch before update on reservations for each row execute function serai_touch();
create trigger touch before update on ota_payments for each row execute function serai_touch();

alter table cards add foreign key (account_id) references channel_accounts (id);
alter table sealed_originals add foreign key (account_id) references channel_accounts (id);

-- The current booking for each number of a channel.
create view ota_bookings with (security_invoker = true) as
select r.id, r.hotel_id, r.connection_id, r.account_id, r.provider, r.number as booking_number, r.status, r.arrival, r.departure,
       r.currency, r.total, r.commission, r.booked_at, r.revision, r.is_oversold, r.is_unmapped,
       (select count(*) from reservation_rooms m where m.reservation_id = r.id)                      as rooms,
       (select max(v.acknowledged_at) from reservation_revisions v
         where v.reservation_id = r.id and v.revision = r.revision)                                  as acknowledged_at,
       r.created_at, r.updated_at
  from reservations r
 where not r.is_rejected;

grant select on ota_bookings to serai_app, serai_engine;

-- Nights whose count of sold rooms is not what the reservations say; empty unless something is wrong.
create view stock_differences with (security_invoker = true) as
select coalesce(n.hotel_id, s.hotel_id)         as hotel_id,
       coalesce(n.room_type_id, s.room_type_id) as room_type_id,
       coalesce(n.night, s.night)               as night,
       coalesce(n.sold, 0)                      as counted,
       coalesce(s.nights, 0)                    as reserved
  from room_nights n
  full join (select hotel_id, room_type_id, night, count(*)::integer as nights
               from reservation_nights where room_type_id is not null group by 1, 2, 3) s
    on s.room_type_id = n.room_type_id and s.night = n.night
 where coalesce(n.sold, 0) <> coalesce(s.nights, 0);

grant select on stock_differences to serai_app, serai_engine;
