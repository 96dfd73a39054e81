-- Since when a part of a hotel's content needs a person, and what is said of people sealed at rest.
alter table content_syncs
    add column troubled_at    timestamptz,
    add column request_sealed bytea,
    add column reading        text check (reading in ('only', 'first')),
    add column read_at        timestamptz;

comment on column content_syncs.troubled_at is 'Since when it needs a person: kept while it is only looked at again';
comment on column content_syncs.request_sealed is 'pending: what the port that is asked next gets; it may name people, so it is sealed';
comment on column content_syncs.reading is 'It is to be read at the channel: only, or first, before it is told what differs';
comment on column content_syncs.read_at is 'When it was last read at the channel';

create function serai_content_troubled() returns trigger language plpgsql as $$
begin
    if new.state in ('lacking', 'refused', 'given-up', 'broken', 'there') then
        new.troubled_at := coalesce(old.troubled_at, now());
    elsif new.state in ('settled', 'absent', 'pending') then
        new.troubled_at := null;
    end if;
    return new;
end $$;

create trigger troubled before update of state on content_syncs for each row execute function serai_content_troubled();

-- what a channel works on is told anew: it was kept as it was written
update content_syncs
   set troubled_at   = case when state in ('lacking', 'refused', 'given-up', 'broken', 'there') then coalesce(looked_at, now()) end,
       state         = case when ask is null then state else 'waiting' end,
       next_try_at   = case when ask is null then next_try_at else now() end,
       pending_since = null,
       ask           = null;

alter table content_syncs drop column request;

-- Contacts are people: sealed as those of guests are.
alter table content_parts add column sealed bytea;
alter table ota_content_sync
    add column ours_sealed   bytea,
    add column theirs_sealed bytea;

-- what channels hold of them is told anew, and kept sealed
delete from ota_content_sync where sync_id is not null and (subject = 'contacts' or field like 'contacts.%');

comment on column content_parts.sealed is 'kind contacts: its content; the column content is empty then';
comment on column ota_content_sync.ours_sealed is 'ours, of a field that names people; ours is null then';
comment on column ota_content_sync.theirs_sealed is 'theirs, of a field that names people; theirs is null then';

alter table ota_rate_plans add column cancellation_code text;

comment on column ota_rate_plans.cancellation_code is 'The channel''s own code of its cancellation policy, by which another rate may be given the same; null when the channel does not say';
