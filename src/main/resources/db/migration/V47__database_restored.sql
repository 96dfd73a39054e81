-- A database that was restored knows less than the channels hold. Where it lies is kept, so that it is noticed when it lies elsewhere.

create table database_places (
    id                bigint      generated always as identity primary key,
    token             text        not null default gen_random_uuid()::text unique,
    system_identifier text,
    database_oid      bigint      not null,
    timeline          integer,
    moved             text        check (moved in ('server', 'database', 'timeline', 'older')),
    lost              text,
    looks             bigint      not null default 0,
    noticed_at        timestamptz not null default clock_timestamp()
);

comment on table database_places is 'Where this database was found to lie, the latest last: it knows of no later place than its backup did';
comment on column database_places.token             is 'By which an instance knows again what it saw last';
comment on column database_places.system_identifier is 'Of the server; none: it does not say';
comment on column database_places.timeline          is 'Another one since a server took over, or was restored to a moment; none: it does not say';
comment on column database_places.moved             is 'What was otherwise than in the row before; none: it is the first';
comment on column database_places.lost              is 'The token that an instance knew when it was noticed that this database is older: whoever comes with it later tells nothing new';
comment on column database_places.looks             is 'How often instances looked while it was the latest: who finds fewer than it saw before finds an older database';
grant select, insert, update (looks) on database_places to serai_engine;

-- The write-ahead log grows as long as the server lives: who finds less of it than it saw before finds an older database.
create function serai_database_place(out system_identifier text, out database_oid bigint, out timeline integer, out written bigint)
    language plpgsql stable
as $$
begin
    select oid into database_oid from pg_database where datname = current_database();
    begin
        select s.system_identifier into system_identifier from pg_control_system() s;
    exception when others then -- some managed servers do not say
        system_identifier := null;
    end;
    begin
        written := pg_current_wal_flush_lsn() - '0/0'::pg_lsn;
        timeline := ('x' || left(pg_walfile_name(pg_current_wal_flush_lsn()), 8))::bit(32)::integer;
    exception when others then
        written := null;
        timeline := null;
    end;
end
$$;

create table connection_restores (
    connection_id integer     primary key,
    hotel_id      integer     not null,
    words         text        not null,
    noticed_at    timestamptz not null default clock_timestamp(),
    rooms_at      timestamptz,
    rates_at      timestamptz,
    waived_at     timestamptz,
    waived_by     text,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on table connection_restores is 'Connections whose channel may hold something else than is known here, since the database was restored';
comment on column connection_restores.words     is 'What was noticed, with the values';
comment on column connection_restores.rooms_at  is 'All rooms were wanted told anew then';
comment on column connection_restores.rates_at  is 'All prices and restrictions were wanted told anew then';
comment on column connection_restores.waived_at is 'A person said then that nothing was lost';
call serai_guard('connection_restores');
grant update (waived_at, waived_by) on connection_restores to serai_app;

-- It ends when all that was wanted is told, or refused: then no mark of that time is left.
create view connections_restored with (security_invoker = true) as
select r.hotel_id, r.connection_id, r.words, r.noticed_at, c.open, r.rooms_at is not null and r.rates_at is not null as is_being_told
  from connection_restores r
  join third_party_integrations c on c.id = r.connection_id
 where r.waived_at is null and c.state <> 'disconnected'
   and (r.rooms_at is null or r.rates_at is null
        or exists (select from marks m where m.connection_id = r.connection_id and m.at <= greatest(r.rooms_at, r.rates_at)));
grant select on connections_restored to serai_engine, serai_app;

-- What is chosen for a connection is compared by the transaction that chooses it.
grant insert (connection_id, hotel_id, room_type_id, product_id, nights) on marks to serai_app;
grant update (next_try_at) on claims to serai_app;
