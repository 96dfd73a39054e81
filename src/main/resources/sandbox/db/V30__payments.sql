-- What became of the money of bookings: charged to virtual cards, transferred, to be given back.

create table payment (
    booking_id    bigint primary key references booking (booking_id) on delete cascade,
    charged       bigint not null default 0,
    transferred   bigint,
    refund        bigint,
    refund_due    date,
    refund_reason text,
    card_status   text
);

-- Cards that were charged through the stand-in of a payment gateway, each call once by its key.
create table gateway_act (
    id        text        primary key,
    face      text        not null,
    key       text        not null,
    asked     text        not null,
    status    integer     not null,
    answer    text        not null,
    kind      text        not null,
    amount    bigint,
    currency  text,
    last_four text,
    of_act    text,
    decline   text,
    at        timestamptz not null default now(),
    unique (face, key)
);
