-- Cards, sealed originals and the vault's own keys.
-- The engine alone may touch what is sealed; pages and API see a card's token and last four digits.

create table vault_keys (
    name        text        primary key,
    sealed      bytea       not null,
    created_at  timestamptz not null default now()
);
comment on table vault_keys is 'Serai''s further keys, each sealed by the master key';

create table vault_pgp_keys (
    id              bigint      generated always as identity primary key,
    public_armored  text        not null,
    secret_sealed   bytea       not null,
    created_at      timestamptz not null default now()
);
comment on table vault_pgp_keys is 'OpenPGP key pairs by which the database seals what arrives as plain SQL';

create table sealed_originals (
    id           bigint      generated always as identity primary key,
    account_id   bigint      not null,
    call         text        not null,
    sealed       bytea       not null,
    length       integer     not null,
    keyed_hash   bytea       not null,
    received_at  timestamptz not null default now()
);
create index sealed_originals_received_at on sealed_originals (received_at);
comment on column sealed_originals.length     is 'bytes of the message before sealing';
comment on column sealed_originals.keyed_hash is 'keyed, because a plain hash would let a card number be guessed from the rest of the message';

create table cards (
    id              bigint      generated always as identity primary key,
    account_id      bigint      not null,
    token           text        not null unique,
    last_four       text        not null check (last_four ~ '^[0-9]{4}$'),
    fingerprint     bytea       not null,
    sealed          bytea       not null,
    code_sealed     bytea,
    code_erased_at  timestamptz,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    unique (account_id, fingerprint),
    check (code_sealed is null or code_erased_at is null)
);
comment on column cards.fingerprint is 'keyed hash of account and fields without the security code: the same card is kept once';
comment on column cards.code_sealed is 'the security code, apart so that it can go before the card does';

-- a guest may use one card for several reservations, also of several hotels
create table card_reservations (
    card_id         bigint      not null references cards (id) on delete cascade,
    hotel_id        integer     not null,
    reservation_id  bigint      not null,
    created_at      timestamptz not null default now(),
    primary key (card_id, hotel_id, reservation_id)
);
create index card_reservations_reservation on card_reservations (hotel_id, reservation_id);

alter table vault_keys        enable row level security;
alter table vault_pgp_keys    enable row level security;
alter table sealed_originals  enable row level security;
alter table cards             enable row level security;
alter table card_reservations enable row level security;

create policy engine on vault_keys        to serai_engine using (true) with check (true);
create policy engine on vault_pgp_keys    to serai_engine using (true) with check (true);
create policy engine on sealed_originals  to serai_engine using (true) with check (true);
create policy engine on cards             to serai_engine using (true) with check (true);
create policy engine on card_reservations to serai_engine using (true) with check (true);

create policy hotel on card_reservations to serai_app using (hotel_id = any (serai_hotels()));
-- card_reservations' own policy narrows this to the hotels of the session
create policy hotel on cards for select to serai_app
    using (exists (select from card_reservations r where r.card_id = cards.id));

revoke all on vault_keys, vault_pgp_keys, sealed_originals, cards, card_reservations from public, serai_app;
grant select, insert, update, delete
    on vault_keys, vault_pgp_keys, sealed_originals, cards, card_reservations to serai_engine;
grant select (id, token, last_four) on cards to serai_app;
grant select on card_reservations to serai_app;

create view card_faces with (security_invoker = true) as
select c.token, c.last_four, r.hotel_id, r.reservation_id
from cards c
join card_reservations r on r.card_id = c.id;
grant select on card_faces to serai_engine, serai_app;

-- pgcrypto lets the database seal by itself; without it or without the right to add it Serai still
-- works, and seals such texts as soon as it sees them
do $$
begin
    create extension if not exists pgcrypto;
exception when others then
    raise notice 'no pgcrypto (%): what arrives as plain SQL is sealed by Serai, not within its transaction', sqlerrm;
end
$$;

create function sealed_by_sql(plain text) returns text
language plpgsql
security definer
as $$
declare
    crypto text := (select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace
                    where e.extname = 'pgcrypto');
    key    text := (select k.public_armored from vault_pgp_keys k order by k.id desc limit 1);
    armored text;
begin
    if crypto is null or key is null then
        return null;
    end if;
    execute format(
        'select %1$I.armor(%1$I.pgp_pub_encrypt($1, %1$I.dearmor($2), ''cipher-algo=aes256, compress-algo=0, unicode-mode=1''))',
        crypto)
    into armored using plain, key;
    return armored;
exception when others then
    raise warning 'sealed_by_sql: the database cannot seal (%)', sqlerrm;
    return null;
end
$$;
comment on function sealed_by_sql is 'a text as an armored OpenPGP message that Serai alone opens; null where the database cannot seal (no pgcrypto, or no key before the first start)';

-- not even a temporary table of the caller's may stand in for the keys
do $$
begin
    execute format('alter function sealed_by_sql(text) set search_path = %I, pg_temp', current_schema());
end
$$;
