-- Several ways by which a channel's reservations come, and until when each must be confirmed.

alter table channel_accounts add column configuration jsonb not null default '{}';
comment on column channel_accounts.configuration is
    'What is chosen for all of its connections, as {"reservations": "retrieval"}; goes before what a connection says';

-- A choice for an account: its own, else that of the connection that was changed last.
create function account_choice(of_account bigint, choice text) returns text
    language sql stable set search_path = public
as $$
    select coalesce(a.configuration ->> choice,
                    (select c.configuration ->> choice from third_party_integrations c
                      where c.account_id = a.id and c.state <> 'disconnected' and c.configuration ->> choice is not null
                      order by c.updated_at desc, c.id desc limit 1))
      from channel_accounts a where a.id = of_account
$$;

alter table reservations add column brand text;
comment on column reservations.brand is 'The brand of the channel that the guest saw';

alter table reservation_revisions
    add column changed_at       timestamptz,
    add column expires_at       timestamptz,
    add column confirm_words    text,
    add column confirm_ended_at timestamptz,
    add column alarmed_at       timestamptz;

comment on column reservation_revisions.changed_at       is 'When it happened at the channel';
comment on column reservation_revisions.expires_at       is 'Not confirmed by then, the channel tells the hotel by other means and gives up; none: it never does';
comment on column reservation_revisions.confirm_words    is 'Why the channel did not take our confirmation, in its words';
comment on column reservation_revisions.confirm_ended_at is 'The channel will never take a confirmation of it';

create index reservation_revisions_unconfirmed on reservation_revisions (expires_at)
    where expires_at is not null and acknowledged_at is null;

alter table reservation_nights add column other_rate text;
comment on column reservation_nights.other_rate is 'Another number under which the channel may list the same rate';

alter table ota_payments
    drop constraint ota_payments_method_check,
    add  constraint ota_payments_method_check check (method in ('guest-card', 'virtual-card', 'bank-transfer', 'cash', 'none', 'unknown'));

create or replace view ota_bookings with (security_invoker = true) as
select r.id, r.hotel_id, r.connection_id, r.account_id, r.provider, r.number as booking_number, r.status, r.arrival, r.departure,
       r.currency, r.total, r.commission, r.booked_at, r.revision, r.is_oversold, r.is_unmapped,
       (select count(*) from reservation_rooms m where m.reservation_id = r.id)                      as rooms,
       (select max(v.acknowledged_at) from reservation_revisions v
         where v.reservation_id = r.id and v.revision = r.revision)                                  as acknowledged_at,
       r.created_at, r.updated_at, r.brand,
       (select v.expires_at from reservation_revisions v
         where v.reservation_id = r.id and v.revision = r.revision and v.acknowledged_at is null)    as confirm_by
  from reservations r
 where not r.is_rejected;
