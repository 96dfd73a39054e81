-- Webhook calls are worked off after they are answered, again and again until their channel's route took them.

alter table ota_webhooks
    add column hook        text        not null default '',
    add column original_id bigint,
    add column tries       integer     not null default 0,
    add column next_try_at timestamptz not null default now(),
    add column owner       text,
    add column until       timestamptz not null default '-infinity';

comment on column ota_webhooks.hook is 'The name of the webhook that was called; empty for the channel''s own';
comment on column ota_webhooks.body_sealed is 'Without cards where the channel says in which fields they are';
comment on column ota_webhooks.original_id is 'The call as it came, cards and all, for as long as sealed originals are kept';

create index ota_webhooks_due on ota_webhooks (next_try_at) where state = 'received';
grant select (hook, tries, next_try_at) on ota_webhooks to serai_app;
