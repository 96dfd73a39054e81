-- What channels and gateways say of each booking's money; what was charged and given back.

alter table hotels add column payment_gateway text;
comment on column hotels.payment_gateway is 'Name of one of serai.payments.gateways; none: serai.payments.gateway';

alter table ota_payments
    add column payout        numeric(14, 3),
    add column payout_kind   text check (payout_kind in ('gross', 'net')),
    add column payout_status text check (payout_status in ('pending', 'paid', 'partly-paid', 'cancelled')),
    add column collected     numeric(14, 3),
    add column to_collect    numeric(14, 3),
    add column card_status   text,
    add column wanted_at     timestamptz,
    add column read_at       timestamptz;

comment on column ota_payments.payout       is 'What the channel pays the hotel, as the channel says when it is asked';
comment on column ota_payments.payout_kind  is 'gross: commission is invoiced apart; net: it is taken off';
comment on column ota_payments.collected    is 'What the guest paid to the channel';
comment on column ota_payments.to_collect   is 'What the guest pays at the hotel';
comment on column ota_payments.card_status  is 'The channel''s word on the guest''s card';
comment on column ota_payments.wanted_at    is 'Since when the channel is to be asked; empty when it is not';
create index ota_payments_wanted on ota_payments (wanted_at) where wanted_at is not null;

-- Cards that a channel pays with; the numbers are the vault's.
create table payment_cards (
    id             bigint generated always as identity primary key,
    hotel_id       integer     not null references hotels (id) on delete cascade,
    reservation_id bigint      not null references reservations (id) on delete cascade,
    remote_id      text        not null,
    status         text        not null check (status in ('not-loaded', 'funded', 'available', 'partly-charged', 'fully-charged', 'cancelled', 'unknown')),
    currency       text,
    loaded         numeric(14, 3),
    balance        numeric(14, 3),
    charged        numeric(14, 3),
    active_from    date,
    expires_on     date,
    card_token     text,
    card_last4     text,
    refund_status  text,
    refund_amount  numeric(14, 3),
    refund_due     date,
    refund_reason  text,
    refund_seen_at timestamptz,
    seen_at        timestamptz not null default now(),
    unique (reservation_id, remote_id)
);

comment on column payment_cards.loaded        is 'The most that was ever seen on it';
comment on column payment_cards.charged       is 'What was charged to it: as the channel says, else what is missing of the most that was seen';
comment on column payment_cards.refund_amount is 'What the channel wants back on it; empty when it is not on the channel''s list';
create index payment_cards_refundable on payment_cards (hotel_id, refund_due) where refund_amount is not null;

create table payment_transfers (
    hotel_id       integer        not null references hotels (id) on delete cascade,
    reservation_id bigint         not null references reservations (id) on delete cascade,
    place          smallint       not null,
    reference      text,
    amount         numeric(14, 3) not null,
    currency       text           not null,
    status         text           not null check (status in ('pending', 'paid', 'unknown')),
    paid_on        date,
    primary key (reservation_id, place)
);

-- What was charged through a gateway and given back through it. A row is committed before its call leaves, and its key makes the
-- gateway do it once however often it is sent.
create table payment_acts (
    id             bigint generated always as identity primary key,
    hotel_id       integer        not null references hotels (id) on delete cascade,
    reservation_id bigint         not null references reservations (id) on delete cascade,
    kind           text           not null check (kind in ('charge', 'refund')),
    gateway        text           not null,
    amount         numeric(14, 3) not null check (amount > 0),
    currency       text           not null,
    card_token     text,
    charge_id      bigint         references payment_acts (id) on delete cascade,
    key            uuid           not null unique default gen_random_uuid(),
    state          text           not null default 'asked' check (state in ('asked', 'done', 'refused', 'not-known')),
    reference      text,
    code           text,
    words          text,
    reason         text,
    asked_by       text           not null,
    asked_at       timestamptz    not null default clock_timestamp(),
    begun_at       timestamptz,
    settled_at     timestamptz,
    tries          integer        not null default 0,
    fence          bigint         not null default 0,
    until          timestamptz    not null default '-infinity',
    next_try_at    timestamptz    not null default clock_timestamp(),
    check ((state = 'asked') = (settled_at is null)),
    check ((kind = 'refund') = (charge_id is not null))
);

comment on column payment_acts.charge_id is 'The charge that a refund gives back, or a part of it';
comment on column payment_acts.begun_at  is 'When its call first left: the gateway knows its key from then on';
create index payment_acts_of on payment_acts (reservation_id, id);
create index payment_acts_due on payment_acts (next_try_at) where state = 'asked';
create unique index payment_acts_one_charge on payment_acts (reservation_id) where kind = 'charge' and state = 'asked';

call serai_guard('payment_cards');
call serai_guard('payment_transfers');
call serai_guard('payment_acts');

-- All that was charged and given back, or is about to be, whichever way it goes.
create view payment_movements with (security_invoker = true) as
select a.hotel_id, a.reservation_id, 'gateway' as way, a.kind, a.id, a.amount, a.currency, a.state, a.charge_id, a.reference, a.code,
       a.words, a.reason, a.asked_by, a.asked_at, a.settled_at, a.gateway
  from payment_acts a
 union all
select q.hotel_id, q.reservation_id, 'channel', 'refund', q.id, (q.request ->> 'amount')::numeric, q.request ->> 'currency',
       case q.state when 'done' then 'done' when 'confirmed' then 'done' when 'refused' then 'refused'
                    when 'given-up' then case when q.step = q.port then 'refused' else 'not-known' end
                    when 'not-known' then 'not-known' else 'asked' end,
       null, null, null, q.words, q.request ->> 'reason', q.asked_by, q.asked_at, q.settled_at, null
  from channel_requests q
 where q.action = 'refund' and q.reservation_id is not null;

grant select on payment_movements to serai_app, serai_engine;
