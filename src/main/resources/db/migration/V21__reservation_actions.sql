-- What a hotel has a channel do with a reservation is certain once the channel tells the same; and each revision knows when half its
-- time to be confirmed is over.

alter table channel_requests
    add column reservation_id     bigint,
    add column action             text,
    add column awaits             text check (awaits in ('cancelled', 'stay')),
    add column is_told            boolean not null default true,
    add column confirmed_at       timestamptz,
    add column confirmed_revision integer,
    add column read_again_at      timestamptz,
    add column missed_at          timestamptz,
    add foreign key (hotel_id, reservation_id) references reservations (hotel_id, id) on delete cascade,
    drop constraint channel_requests_state_check,
    add constraint channel_requests_state_check
        check (state in ('waiting', 'pending', 'done', 'confirmed', 'refused', 'given-up', 'not-known'));

comment on column channel_requests.state is 'waiting: to be sent; pending: taken by the channel, asked after; done, refused; given-up: never answered; not-known: sent, must not be sent twice, and the answer is missing; confirmed: the channel then told the same of the reservation';
comment on column channel_requests.action             is 'What of a reservation was asked for, as channel.yaml names it';
comment on column channel_requests.awaits             is 'What the channel must tell of the reservation for it to be certain; none: its answer is all there is';
comment on column channel_requests.is_told            is 'The channel tells it by itself; else it is asked';
comment on column channel_requests.confirmed_revision is 'The revision of the reservation that says so';
comment on column channel_requests.read_again_at      is 'When we had the reservation read again, since the channel does not tell';
comment on column channel_requests.missed_at          is 'When it was an alarm that the channel took it and told nothing';

create index channel_requests_of_reservation on channel_requests (reservation_id, id desc) where reservation_id is not null;
create unique index channel_requests_one on channel_requests (reservation_id, action) where settled_at is null and reservation_id is not null;
create index channel_requests_unproved on channel_requests (settled_at)
    where awaits is not null and confirmed_at is null and state in ('done', 'not-known', 'given-up');

alter table reservation_revisions
    add column half_at           timestamptz,
    add column expired_alarm_at  timestamptz;

comment on column reservation_revisions.half_at          is 'When half the time is over that the channel waits for our confirmation: an alarm then';
comment on column reservation_revisions.alarmed_at       is 'When it was an alarm that half its time is over';
comment on column reservation_revisions.expired_alarm_at is 'When it was an alarm that its time is over';

update reservation_revisions
   set half_at = coalesce(changed_at, received_at) + (expires_at - coalesce(changed_at, received_at)) / 2
 where expires_at is not null and acknowledged_at is null;

alter table parked_messages add column confirm_by timestamptz;
comment on column parked_messages.confirm_by is 'When the channel falls back to e-mail, as far as the message says it; none: not known, or never';
create index parked_messages_by_deadline on parked_messages (confirm_by) where state = 'parked';

alter table ota_webhooks add column confirm_by timestamptz;
grant select (confirm_by) on ota_webhooks to serai_app;
grant select (confirm_by) on parked_messages to serai_app;
comment on column ota_webhooks.confirm_by is 'When the channel falls back to e-mail, where the call is about reservations';
