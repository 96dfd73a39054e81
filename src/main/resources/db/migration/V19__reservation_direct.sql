-- Bookings that the hotel takes itself, and what a booking says besides rooms, people and prices.

alter table reservations
    add column tax          numeric(14, 3),
    add column services     jsonb,
    add column words_sealed bytea,
    add column has_details  boolean     not null default false,
    add column confirmed_at timestamptz,
    add column hotel_number text;

comment on column reservations.provider is 'The channel''s, as its connections name it; direct: taken by the hotel itself, without an account or a connection';
comment on column reservations.tax is 'Taxes of the whole stay, where they are told apart';
comment on column reservations.services is 'Booked beside the rooms: [{kind, name, persons, nights, price}]';
comment on column reservations.words_sealed is 'Remarks about the whole booking and memberships of its guests, by the personal key';
comment on column reservations.has_details is 'Tax, services and words are kept here; if not, they are in the sealed revisions only';
comment on column reservations.confirmed_at is 'When the hotel confirmed a booking of its own to the guest';
comment on column reservations.hotel_number is 'The number under which the hotel''s own system keeps it';

alter table reservation_rooms
    add column meal_plan    text,
    add column ages         jsonb,
    add column cancellation jsonb;

comment on column reservation_rooms.remote_room is 'The channel''s number of the room; of a direct booking: room_types.id';
comment on column reservation_rooms.ages is 'Of the children, as a list';
comment on column reservation_rooms.cancellation is 'What cancelling costs: [{from, amount}]';

alter table reservation_nights
    add column fees      numeric(14, 3),
    add column promotion text;

comment on column reservation_nights.remote_rate is 'The channel''s number of the rate; of a direct booking: rate_plans.id';
comment on column reservation_nights.fees is 'What the night costs beside its price';

alter table reservation_revisions
    drop constraint reservation_revisions_kind_check,
    add  constraint reservation_revisions_kind_check check (kind in ('new', 'modify', 'cancel', 'no-show', 'confirm'));

-- Numbers of direct bookings; which hotel has which is nobody's business, so they are one row of numbers for all.
create sequence direct_booking_numbers start 100001;
grant usage on sequence direct_booking_numbers to serai_engine;

create index reservations_by_departure on reservations (hotel_id, departure);
create index reservations_by_email on reservations (hotel_id, email_hash) where email_hash is not null;
