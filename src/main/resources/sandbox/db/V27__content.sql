create sequence content_number start with 8000001;

-- a property that a partner made; one that was put by the control face has no row
create table made_property (
    hotel_id        bigint primary key references hotel,
    target          text   not null check (target in ('test', 'production')),
    legal_entity_id bigint not null,
    status          text   not null check (status in ('being-built', 'test', 'open', 'closed'))
);

-- each part of a property's content as it was taken last
create table content_part (
    hotel_id bigint not null references hotel,
    part     text   not null,
    data     jsonb  not null,
    primary key (hotel_id, part)
);

-- a name to organise prices by; what it is sold for are rows of rate
create table rate_plan (
    rate_id  bigint  primary key,
    hotel_id bigint  not null references hotel,
    name     text    not null,
    active   boolean not null default true
);

create index rate_plan_of_hotel on rate_plan (hotel_id);
