-- Alerts that begin together go to a mail box in one mail, a digest; and each receiver has its own turn.

alter table alert_messages add column digest text;
comment on column alert_messages.digest is 'With which others it is sent: the message_id of the first of them, under which all go however often; none: not put together yet';

create index alert_messages_waiting on alert_messages (receiver_id, id) where state = 'waiting';
create index alert_messages_tried on alert_messages (receiver_id, tried_at) where tried_at is not null;
create index alert_messages_tests on alert_messages (receiver_id, created_at) where what = 'test';

alter table alert_receivers add column failing_since timestamptz;
comment on column alert_receivers.failing_since is 'Since when nothing was taken there: such ones do not take the turns of the others; none: the last message was taken';

-- The messages of the last hour are looked at each minute: by their time, however many there were before.
create index attempts_latest on attempts (opened_at);

-- So are the calls; what was written since the last vacuum is known by its time, too, and need not be read each time.
drop index ota_sync_logs_latest;
create index ota_sync_logs_latest on ota_sync_logs using brin (at) with (pages_per_range = 32, autosummarize = on);
