-- How long cards are kept, and who saw one in full.

alter table cards
    add column expires_on  date,
    add column was_claimed boolean not null default false;
comment on column cards.expires_on is 'The last day on which the card can be charged, as its channel told it; none: not told';
comment on column cards.was_claimed is 'Whether a reservation ever had it: it goes with the last that has';

update cards c set was_claimed = true where exists (select from card_reservations k where k.card_id = c.id);

alter table card_reservations add column settled_at timestamptz;
comment on column card_reservations.settled_at is 'When nothing more was to be charged for the reservation';

create index cards_with_code on cards (id) where code_sealed is not null;

-- A leave to see a card in full: for one person, for seconds.
create table card_reveals (
    id             text        primary key,
    hotel_id       integer     not null,
    reservation_id bigint      not null,
    card_id        bigint      not null references cards (id) on delete cascade,
    actor          text        not null,
    reason         text        not null check (reason <> ''),
    until          timestamptz not null,
    shown_at       timestamptz,
    created_at     timestamptz not null default now()
);

comment on column card_reveals.id is 'Nobody can guess it; it opens nothing for anybody but its actor';
create index card_reveals_until on card_reveals (until);

alter table card_reveals enable row level security;
create policy engine on card_reveals to serai_engine using (true) with check (true);
create policy hotel on card_reveals for select to serai_app using (hotel_id = any (serai_hotels()));
grant select, insert, update, delete on card_reveals to serai_engine;
grant select (hotel_id, reservation_id, actor, reason, until, shown_at, created_at) on card_reveals to serai_app;
