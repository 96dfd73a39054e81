-- What the JSON faces of the stand-in of Expedia make and keep.

create sequence expedia_number start with 46000001;

create table expedia_deposit_policy (
    hotel_id bigint primary key references expedia_hotel,
    policy   jsonb  not null
);

-- A property on its way to become a hotel, or one that became it.
create table expedia_onboarding (
    provider    text        not null,
    property_id text        not null,
    account     text        not null references expedia_account,
    property    jsonb       not null,
    told_at     timestamptz not null,
    hotel_id    bigint      references expedia_hotel,
    primary key (provider, property_id)
);
