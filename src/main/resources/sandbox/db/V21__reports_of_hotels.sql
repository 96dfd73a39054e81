-- Cards of bookings that their hotels reported as invalid.
create table reported_card (
    booking_id  bigint      primary key references booking,
    reported_at timestamptz not null
);
