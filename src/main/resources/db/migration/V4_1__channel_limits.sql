-- How often channels may be called: exchanges of credentials by their times, calls by buckets of tokens.

alter table channel_accounts
    drop column exchange_hour,
    drop column exchanges,
    add column  exchanged_at       timestamptz[] not null default '{}',
    add column  exchange_failures  integer       not null default 0;

comment on column channel_accounts.exchanged_at      is 'Token exchanges of the last hour, oldest first; written before the exchange is made';
comment on column channel_accounts.exchange_failures is 'Exchanges in a row that failed and may pass later';

-- One row for each endpoint and account, or hotel, that has a limit; the state is Bucket4j's.
create table call_limits (
    id          text        primary key,
    state       bytea,
    expires_at  bigint
) with (fillfactor = 50);

grant select, insert, update, delete on call_limits to serai_engine;
