-- What became of a call is said more exactly, and registrations at channels and their secrets' ends are known.

alter table ota_webhooks
    drop constraint ota_webhooks_state_check,
    add constraint ota_webhooks_state_check check (state in ('received', 'done', 'parked', 'unknown', 'unused', 'malformed'));

comment on column ota_webhooks.state is
    'received: to be worked off; done; parked: given up until somebody sends it again; unknown: of a kind nobody knows, or without one; '
    'unused: of a known kind that nothing follows from, reason says why; malformed: proved, and neither JSON nor XML';

create index ota_webhooks_idle on ota_webhooks (id desc) where state in ('unknown', 'unused', 'malformed');
-- What is due is found in its order, however much of it waits.
drop index ota_webhooks_due;
create index ota_webhooks_due on ota_webhooks (confirm_by, next_try_at) where state = 'received';
create index ota_webhooks_latest on ota_webhooks (provider, hook, account_id, id desc);

-- An address that a channel calls because Serai registered it there, and when the secret ends that its calls are signed with.
create table webhook_registrations (
    account_id     bigint      not null references channel_accounts (id) on delete cascade,
    hook           text        not null,
    url            text        not null,
    email          text        not null,
    registered_at  timestamptz not null default now(),
    secret_until   timestamptz,
    previous_until timestamptz,
    tested_at      timestamptz,
    test_outcome   text,
    primary key (account_id, hook)
);

comment on column webhook_registrations.secret_until is 'When the secret ends; null where the channel did not say';
comment on column webhook_registrations.test_outcome is 'What the channel said of the notification that it sent for a test';

grant select, insert, update, delete on webhook_registrations to serai_engine;
