-- The stand-in of Expedia: images that it fetches, and what its product management keeps.

alter table expedia_account
    add column image_hosts        text[]  not null default '{localhost,127.0.0.1}',
    add column product_management boolean not null default false;

-- details: what its partner says of it. due_at: when it goes on; null at its end
create table expedia_image (
    image_id      uuid        primary key default gen_random_uuid(),
    made          bigint      generated always as identity,
    hotel_id      bigint      not null references expedia_hotel,
    url           text        not null,
    state         text        not null check (state in ('Received', 'DerivativesCreated', 'Published', 'Rejected', 'Duplicate', 'DownloadFailed')),
    details       jsonb       not null,
    comments      jsonb       not null default '[]',
    file_name     text,
    published_url text,
    sha256        bytea,
    updated_at    timestamptz not null,
    due_at        timestamptz
);

create index expedia_image_of on expedia_image (hotel_id, made);
create index expedia_image_due on expedia_image (due_at) where due_at is not null;

-- A hotel's rules of cancelling, as product management knows them; rate plans name one.
create table expedia_cancel_policy (
    policy_id bigint not null default nextval('expedia_number') primary key,
    hotel_id  bigint not null references expedia_hotel,
    name      text   not null,
    policy    jsonb  not null
);
