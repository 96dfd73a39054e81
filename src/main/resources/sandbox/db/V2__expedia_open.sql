-- The stand-in of Expedia: its own accounts, hotels, nights and bookings.

create table expedia_account (
    account                text    primary key,
    eqc_user               text    not null unique,
    eqc_password_sha256    bytea   not null,
    client_id              text    not null unique,
    client_secret_sha256   bytea   not null,
    delivery               text    not null check (delivery in ('retrieval', 'notification', 'graphql')),
    hotel_required         boolean not null default false,
    read_back              boolean not null default false,
    property_provider      text,
    notification_url       text,
    notification_user      text,
    notification_password  text,
    partner                text    not null
);

-- details: what the JSON faces know of it beyond the columns
create table expedia_hotel (
    hotel_id       bigint  primary key,
    account        text    not null references expedia_account,
    name           text    not null,
    currency       text    not null check (length(currency) = 3),
    time_zone      text    not null,
    status         text    not null default 'Active',
    pricing        text    not null,
    acquisition    text    not null check (acquisition in ('NetRate', 'SellLAR')),
    tax_inclusive  boolean not null,
    tax_percent    numeric not null default 0,
    collects       text[]  not null,
    stay_through   boolean not null,
    most_min_los   int,
    payment_fields boolean not null,
    details        jsonb   not null default '{}'
);

create index expedia_hotel_account on expedia_hotel (account);

create table expedia_room (
    room_id         text    primary key check (length(room_id) between 1 and 50),
    hotel_id        bigint  not null references expedia_hotel,
    name            text    not null,
    partner_code    text,
    max_persons     int     not null check (max_persons between 1 and 20),
    base_allocation int     not null default 0,
    gone            boolean not null default false,
    details         jsonb   not null default '{}'
);

create index expedia_room_hotel on expedia_room (hotel_id);

-- plan_id is the id without the suffix of Hotel Collect
create table expedia_plan (
    plan_id          text    primary key check (length(plan_id) between 1 and 49),
    room_id          text    not null references expedia_room,
    name             text    not null,
    pricing          text    not null,
    collects         text[]  not null,
    active           boolean not null,
    parent_id        text,
    linked           boolean not null,
    discount_percent numeric not null default 0,
    base_guests      int     not null,
    extra_guest      numeric not null default 0,
    least_rate       numeric,
    most_rate        numeric,
    least_los        int     not null default 1,
    most_los         int     not null default 28,
    gone             boolean not null default false,
    details          jsonb   not null default '{}'
);

create index expedia_plan_room on expedia_plan (room_id);

-- null: never told
create table expedia_room_night (
    room_id   text    not null references expedia_room,
    night     date    not null,
    available int,
    sold      int     not null default 0,
    closed    boolean,
    primary key (room_id, night)
) with (fillfactor = 80);

-- rates by number of guests, or by length of stay, or one
create table expedia_plan_night (
    plan_id     text    not null references expedia_plan,
    night       date    not null,
    rates       numeric[],
    closed      boolean,
    min_los     int,
    max_los     int,
    cta         boolean,
    ctd         boolean,
    rate_change boolean,
    primary key (plan_id, night)
) with (fillfactor = 80);

-- content is the booking as it stands; lost_at: it goes by e-mail only
create table expedia_booking (
    booking_id     bigint      generated always as identity (start with 1500000001) primary key,
    hotel_id       bigint      not null references expedia_hotel,
    guest_ref      text,
    status         text        not null check (status in ('booked', 'cancelled')),
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    arrival        date        not null,
    departure      date        not null check (departure > arrival),
    content        jsonb       not null,
    confirm_number text,
    lost_at        timestamptz,
    details        jsonb       not null default '{}',
    unique (hotel_id, guest_ref)
);

create index expedia_booking_changed on expedia_booking (hotel_id, changed_at);
create index expedia_booking_created on expedia_booking (hotel_id, created_at);

-- one act of a guest on a booking, on its way to the hotel
create table expedia_transaction (
    transaction_id  bigint      generated always as identity (start with 700100001) primary key,
    booking_id      bigint      not null references expedia_booking,
    hotel_id        bigint      not null,
    number          int         not null,
    type            text        not null check (type in ('Book', 'Modify', 'Cancel')),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    state           text        not null check (state in ('pending', 'retrieved', 'confirmed', 'mailed')),
    content         jsonb       not null,
    retrieved_at    timestamptz,
    confirmed_at    timestamptz,
    confirm_number  text,
    confirm_time    timestamptz,
    confirm_numbers text[]      not null default '{}',
    token           text,
    tries           int         not null default 0,
    next_try_at     timestamptz,
    mailed_why      text,
    unique (booking_id, number)
);

create index expedia_transaction_open on expedia_transaction (hotel_id, booking_id, number) where state in ('pending', 'retrieved');
create index expedia_transaction_expiring on expedia_transaction (expires_at) where state in ('pending', 'retrieved');
create index expedia_transaction_made on expedia_transaction (hotel_id, created_at);

create table expedia_refused_guest (
    at       timestamptz not null,
    hotel_id bigint      not null,
    reason   text        not null
);

create table expedia_call (like call including all);
