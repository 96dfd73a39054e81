-- What is due of each booking that is to be paid, in one place: whoever charges asks it, and whoever deletes cards.

create view payment_dues with (security_invoker = true) as
select p.hotel_id, p.reservation_id,
       least(case when p.status = 'cancelled' and (c.id is not null or p.collected_by = 'channel') then coalesce(p.payout, 0)
                  when p.status = 'cancelled' then coalesce(p.to_collect, 0)
                  when c.id is not null then coalesce(p.payout, c.loaded, p.amount)
                  when p.collected_by = 'channel' then coalesce(p.payout, p.amount)
                  else coalesce(p.to_collect, p.amount) end, c.balance + m.charged - m.refunded) as due,
       m.charged, m.refunded, m.currency,
       coalesce(c.card_token, case when not exists (select from payment_cards v
                                                     where v.reservation_id = p.reservation_id and v.card_token = p.card_token)
                                   then p.card_token end) as card,
       coalesce(c.active_from, p.chargeable_from) as chargeable_from,
       coalesce(p.to_collect, 0) = 0
         and (p.payout_status is not distinct from 'paid'
              or coalesce((select bool_and(v.status in ('fully-charged', 'cancelled')) and bool_or(v.status = 'fully-charged')
                             from payment_cards v where v.reservation_id = p.reservation_id), false))
         and not coalesce(m.refunded_at > p.read_at, false) as is_paid
  from ota_payments p
  left join lateral (select * from payment_cards v
                      where v.reservation_id = p.reservation_id and v.card_token is not null
                        and v.status in ('funded', 'available', 'partly-charged', 'unknown')
                      order by v.balance desc nulls last, v.id limit 1) c on true
  cross join lateral (select coalesce(c.currency, p.currency) as currency,
                             coalesce(sum(a.amount) filter (where a.kind = 'charge' and a.state <> 'refused'), 0) as charged,
                             coalesce(sum(a.amount) filter (where a.kind = 'refund' and a.state = 'done'), 0) as refunded,
                             max(a.settled_at) filter (where a.kind = 'refund' and a.state = 'done') as refunded_at
                        from payment_acts a
                       where a.reservation_id = p.reservation_id and a.currency = coalesce(c.currency, p.currency)) m;

comment on view payment_dues is 'What may be charged of a booking is due - charged + refunded: what was given back may be charged again';
comment on column payment_dues.due is 'What the hotel may charge in all; empty: nobody said';
comment on column payment_dues.is_paid is 'Whether the channel paid all, or has all of its cards charged, and the guest owes nothing; what it said before money was given back does not count';

grant select on payment_dues to serai_app, serai_engine;
