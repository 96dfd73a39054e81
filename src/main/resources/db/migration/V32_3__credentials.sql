-- Credentials of accounts: changed after they were tried, with the ones before kept for a while; old ones are told of.

alter table channel_accounts drop constraint channel_accounts_state_check,
    add constraint channel_accounts_state_check check (state in ('ready', 'broken', 'trial')),
    add login_changed_at     timestamptz not null default now(),
    add login_expires_at     timestamptz,
    add login_before         text[]      not null default '{}',
    add login_before_until   timestamptz,
    add login_old_alarmed_at timestamptz,
    add login_end_alarmed_at timestamptz;

update channel_accounts set login_changed_at = created_at;

comment on column channel_accounts.state is
    'trial: credentials that are tried before they take the place of an account''s; nothing else is done with it, and it goes afterwards';
comment on column channel_accounts.login_expires_at is 'When the channel takes the credentials no more, as somebody said; null: nobody did';
comment on column channel_accounts.login_before is 'Credentials whose former values are kept as <name>_previous until login_before_until';
comment on column channel_accounts.login_old_alarmed_at is 'When it was told that they are old; null: not since they were changed';
comment on column channel_accounts.login_end_alarmed_at is 'When it was told that they end soon; null: not since they were changed';

alter table alarms drop constraint alarms_what_check,
    add constraint alarms_what_check check (what in ('messages', 'dropped', 'credentials'));
comment on column alarms.what is
    'messages: too many of the latest were answered with an error or a warning; dropped: a message was given up, and what it carried is refused still; credentials: they are old, or end soon';

-- What people change of a hotel's photos; how far they are at channels is Serai's own work.
create trigger audited after insert or update or delete on photos
    for each row execute function serai_audit_row('position,is_main,captions,sha256');
create trigger audited after insert or delete on photo_rooms
    for each row execute function serai_audit_row('photo_id,room_type_id');
