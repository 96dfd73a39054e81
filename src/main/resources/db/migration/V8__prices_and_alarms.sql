-- Prices as further channels take them.

alter table ota_rate_plans drop constraint ota_rate_plans_pricing_check;
alter table ota_rate_plans add constraint ota_rate_plans_pricing_check
    check (pricing in ('per-day', 'per-person', 'occupancy', 'derived', 'length-of-stay', 'length-of-stay-per-day'));

-- What a person must look at as long as it lasts; it ends by itself.
create table alarms (
    id            bigint generated always as identity primary key,
    hotel_id      integer     not null,
    connection_id integer     not null,
    what          text        not null check (what in ('messages', 'dropped')),
    words         text        not null,
    attempt_id    bigint,
    raised_at     timestamptz not null default now(),
    ended_at      timestamptz,
    foreign key (hotel_id, connection_id) references third_party_integrations (hotel_id, id) on delete cascade
);

comment on column alarms.what is 'messages: too many of the latest were answered with an error or a warning; dropped: a message was given up, and what it carried is refused still';

create unique index alarms_once on alarms (connection_id, what) where ended_at is null and what = 'messages';
create index alarms_open on alarms (hotel_id) where ended_at is null;

call serai_guard('alarms');
