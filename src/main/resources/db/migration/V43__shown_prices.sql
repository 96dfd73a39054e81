-- Prices that a channel showed, when it was last read, otherwise than it had accepted them: for reports, nothing is sent for them.
create table shown_prices (
    hotel_id      integer     not null,
    connection_id integer     not null,
    remote_id     integer     not null,
    night         date        not null,
    position      smallint    not null check (position >= 0),
    held          bigint      not null,
    shown         bigint      not null,
    shown_at      timestamptz not null default now(),
    primary key (remote_id, night, position),
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade,
    foreign key (hotel_id, remote_id) references ota_rate_plans (hotel_id, id) on delete cascade
);

comment on column shown_prices.position is 'Where the price lies in held_nights.prices, from 0';
comment on column shown_prices.held is 'What it had accepted, in minor units: where that is another by now, nothing is known';
create index shown_prices_of on shown_prices (connection_id, night);
call serai_guard('shown_prices');
