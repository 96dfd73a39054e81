-- Since when what a call carries had waited, so that the time from a change to its being accepted is in the record.
alter table attempts add column changed_at timestamptz;
comment on column attempts.changed_at is 'When the oldest change was written that was looked at for it; null: not known';
