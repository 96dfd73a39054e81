-- Bookings that the hotel's system acknowledged and lost, and accounts that may ask for them.

alter table account add column recovery boolean not null default false;
alter table booking add column lost boolean not null default false;
