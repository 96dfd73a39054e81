create table account (
    client_id         text    primary key,
    secret_sha256     bytea   not null,
    names_items       boolean not null,
    cancel_by_absence boolean not null
);

create table signing_key (
    one    boolean primary key default true check (one),
    secret bytea   not null
);

create table token_exchange (
    client_id text        not null references account,
    at        timestamptz not null
);

create index token_exchange_recent on token_exchange (client_id, at);

create table hotel (
    hotel_id bigint primary key,
    name     text   not null,
    currency text   not null check (length(currency) = 3),
    pricing  text   not null
);

create table hotel_account (
    hotel_id  bigint not null references hotel,
    client_id text   not null references account,
    primary key (hotel_id, client_id)
);

create index hotel_account_hotels on hotel_account (client_id);

create table room (
    room_id     bigint  primary key,
    hotel_id    bigint  not null references hotel,
    name        text    not null,
    max_persons int     not null check (max_persons between 1 and 50),
    active      boolean not null default true
);

create index room_of_hotel on room (hotel_id);

create table rate (
    room_id               bigint  not null references room,
    rate_id               bigint  not null,
    name                  text    not null,
    max_persons           int     not null check (max_persons between 1 and 50),
    readonly              boolean not null,
    pricing               text    not null,
    parent_id             bigint,
    discount_percent      numeric not null default 0,
    inherits_price        boolean not null,
    inherits_restrictions boolean not null,
    active                boolean not null default true,
    primary key (room_id, rate_id)
);

-- null: never told
create table room_night (
    room_id    bigint not null references room,
    night      date   not null,
    rooms_left int    check (rooms_left between 0 and 255),
    closed     int    check (closed in (0, 1)),
    primary key (room_id, night)
) with (fillfactor = 80);

-- prices in minor units of the hotel's currency, by number of persons
create table rate_night (
    room_id       bigint not null,
    rate_id       bigint not null,
    night         date   not null,
    prices        bigint[],
    closed        int    check (closed in (0, 1)),
    min_through   int,
    max_through   int,
    min_arrival   int,
    max_arrival   int,
    exact_arrival int,
    cta           int    check (cta in (0, 1)),
    ctd           int    check (ctd in (0, 1)),
    min_advance   int,
    max_advance   int,
    primary key (room_id, rate_id, night),
    foreign key (room_id, rate_id) references rate
) with (fillfactor = 80);

-- total prices by length of stay, from one night up
create table los_price (
    room_id bigint   not null,
    rate_id bigint   not null,
    arrival date     not null,
    persons int      not null,
    prices  bigint[] not null,
    primary key (room_id, rate_id, arrival, persons),
    foreign key (room_id, rate_id) references rate
);

-- of several that cover a night, the one told last counts
create table occupancy_offset (
    told        bigint generated always as identity primary key,
    room_id     bigint not null,
    rate_id     bigint not null,
    persons     int    not null,
    first_night date   not null,
    last_night  date   not null,
    amount      bigint not null,
    unique (room_id, rate_id, persons, first_night, last_night),
    foreign key (room_id, rate_id) references rate
);

create table booking (
    booking_id         bigint generated always as identity (start with 4000000001) primary key,
    hotel_id           bigint      not null references hotel,
    guest_ref          text,
    status             text        not null check (status in ('booked', 'cancelled')),
    created_at         timestamptz not null,
    changed_at         timestamptz not null,
    revision           int         not null default 1,
    feed               text        not null default 'new' check (feed in ('new', 'modify')),
    queued_at          timestamptz not null,
    delivered_revision int,
    acknowledged_at    timestamptz,
    rejected_at        timestamptz,
    late_mails         int         not null default 0,
    next_index         int         not null,
    booker             jsonb       not null,
    remarks            text,
    card               jsonb,
    vcc                boolean     not null,
    fee                bigint,
    unique (hotel_id, guest_ref)
);

create index booking_unacknowledged on booking (hotel_id, feed, booking_id) where acknowledged_at is null;

create table booking_room (
    booking_id   bigint   not null references booking,
    index_number int      not null,
    room_id      bigint   not null references room,
    rate_id      bigint   not null,
    shown_room   text     not null,
    shown_rate   text     not null,
    arrival      date     not null,
    departure    date     not null check (departure > arrival),
    adults       int      not null,
    children     int      not null,
    guest        text     not null,
    comment      text,
    nightly      bigint[] not null,
    primary key (booking_id, index_number)
);

create index booking_room_stays on booking_room (room_id, arrival);

create table refused_guest (
    at       timestamptz not null,
    hotel_id bigint      not null,
    reason   text        not null
);

create table call (
    call_id   bigint generated always as identity primary key,
    at        timestamptz not null,
    method    text        not null,
    path      text        not null,
    query     text,
    client_id text,
    hotel_id  bigint,
    bytes     int         not null,
    items     int         not null,
    cells     int         not null,
    vals      int         not null,
    status    int         not null,
    fault     text,
    ruid      text        not null,
    millis    int         not null,
    body      text        not null,
    answer    text        not null
);
