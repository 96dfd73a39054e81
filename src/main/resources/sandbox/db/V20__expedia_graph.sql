-- The stand-in of Expedia: what its OAuth and GraphQL faces keep.

create table expedia_token (
    token_sha256 bytea       primary key,
    account      text        not null references expedia_account,
    issued_at    timestamptz not null,
    expires_at   timestamptz not null
);

create index expedia_token_recent on expedia_token (account, issued_at);

create table expedia_callback (
    callback_id         uuid        primary key default gen_random_uuid(),
    account             text        not null references expedia_account,
    url                 text        not null,
    api_key             text        not null,
    timeout_seconds     int         not null check (timeout_seconds between 1 and 60),
    contact_email       text,
    secret              text        not null,
    secret_expires_at   timestamptz not null,
    previous_secret     text,
    previous_expires_at timestamptz,
    greeted_status      int
);

create index expedia_callback_account on expedia_callback (account);

create table expedia_subscription (
    account     text        not null references expedia_account,
    event_type  text        not null,
    callback_id uuid        not null references expedia_callback on delete cascade,
    since       timestamptz not null,
    primary key (account, event_type)
);

-- waiting: sent again until it is confirmed, a newer one takes its place, or time is up
create table expedia_notification (
    notification_id   uuid        primary key,
    account           text        not null,
    event_type        text        not null,
    created_at        timestamptz not null,
    transaction_id    bigint      not null unique references expedia_transaction,
    booking_id        bigint      not null,
    hotel_id          bigint      not null,
    action            text        not null check (action in ('BOOKED', 'MODIFIED', 'CANCELLED')),
    token             text        not null unique,
    state             text        not null check (state in ('waiting', 'confirmed', 'superseded', 'undelivered')),
    tries             int         not null default 0,
    next_try_at       timestamptz not null,
    delivered_at      timestamptz,
    error_code        text,
    error_message     text
);

create index expedia_notification_due on expedia_notification (next_try_at) where state = 'waiting';
create index expedia_notification_of on expedia_notification (booking_id);
create index expedia_notification_undelivered on expedia_notification (account, created_at) where state = 'undelivered';

-- what a booking's card is asked for by; a new one when the old one ends
create table expedia_instrument (
    token      text        primary key,
    booking_id bigint      not null references expedia_booking,
    expires_at timestamptz not null
);

create index expedia_instrument_booking on expedia_instrument (booking_id);

-- what the hotel did with a booking after the guest's last act: how it was reconciled, who cancelled it
create table expedia_reconciled (
    booking_id bigint  primary key references expedia_booking,
    kind       text    check (kind in ('CANCEL', 'NO_SHOW', 'MODIFY')),
    penalty    numeric,
    refunded   numeric not null default 0,
    role       text    check (role in ('SUPPLIER', 'TRAVELER'))
);
