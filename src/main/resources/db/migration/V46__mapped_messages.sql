-- The last messages that mappings really got and gave, so that another text of a mapping can be tried over them.
create table mapped_messages (
    id         bigint generated always as identity primary key,
    mapping    text        not null,
    account_id bigint      not null references channel_accounts (id) on delete cascade,
    attempt_id bigint,
    taken_at   timestamptz not null,
    text_hash  text        not null,
    sealed     bytea       not null
);

create index mapped_messages_by_mapping on mapped_messages (mapping, id desc);
create index mapped_messages_by_account on mapped_messages (account_id);
create index mapped_messages_taken_at on mapped_messages (taken_at);

comment on table  mapped_messages           is 'Sealed; a few of each mapping, for a few days; all of an account go when one of its guests is erased';
comment on column mapped_messages.mapping   is 'Its file below the folder of mappings';
comment on column mapped_messages.text_hash is 'Of the text of the mapping that made it';
comment on column mapped_messages.sealed    is 'What the mapping got and gave, cards as tokens, credentials as placeholders';

-- what waits to be written here while a guest is erased is not written
create index reservations_erased on reservations (account_id, erased_at) where erased_at is not null;

alter table mapped_messages enable row level security;
create policy engine on mapped_messages to serai_engine using (true) with check (true);
revoke all on mapped_messages from public, serai_app;
grant select, insert, update, delete on mapped_messages to serai_engine;
