-- Every call that came in beside every one that went out; and an audit that shows when somebody changed it.

alter table ota_sync_logs drop constraint ota_sync_logs_kind_check,
    add constraint ota_sync_logs_kind_check check (kind in ('run', 'call', 'api', 'webhook')),
    add who         text,
    add correlation text;

comment on table ota_sync_logs is 'Runs of jobs, calls to channels (call), and calls of programs (api) and of channels (webhook); no bodies';
comment on column ota_sync_logs.who is 'Who called, as the audit names them; for calls to channels, on whose behalf';
comment on column ota_sync_logs.correlation is 'The same for all that one request, or one attempt, led to';

create index ota_sync_logs_by_correlation on ota_sync_logs (correlation) where correlation is not null;

-- What is written in the audit stays as it is written.
revoke update, delete on audit from serai_engine;
alter table audit add reason text;
comment on column audit.reason is 'Why, in the words of who acted; nothing of people or cards';

-- Rows that no seal covers yet. Writers add to it without waiting for one another, nor for who seals.
create table audit_unsealed (
    audit_id bigint primary key
);

create function serai_audit_await_seal() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    insert into audit_unsealed select id from fresh;
    return null;
end
$$;

revoke execute on function serai_audit_await_seal() from public;
insert into audit_unsealed select id from audit;
create trigger await_seal after insert on audit referencing new table as fresh
    for each statement execute function serai_audit_await_seal();

-- Each seal covers a batch of rows, and with its hash all seals before it.
create table audit_seals (
    id        bigint         generated always as identity primary key,
    sealed_at timestamptz    not null default clock_timestamp(),
    ids       int8multirange not null,
    rows      integer        not null,
    hash      bytea          not null
);

create index audit_seals_covering on audit_seals using gist (ids);
comment on column audit_seals.hash is 'SHA-256 of the hash before and the SHA-256 of each row, in the order of their ids';

-- The SHA-256 of a row: of its values as a JSON array, times in UTC.
create function serai_audit_hash(entry audit) returns bytea
    language sql stable
return sha256(convert_to(jsonb_build_array(
    entry.id, to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), entry.actor, entry.hotel_id, entry.subject,
    entry.subject_id, entry.act, entry.nights::text, entry.change, entry.reason)::text, 'UTF8'));

-- Seals what is committed and not sealed, most rows at most; one at a time, nobody waits. Returns how many rows it sealed.
create function serai_seal_audit(most integer) returns integer
    language plpgsql security definer set search_path = public set datestyle = 'ISO'
as $$
declare
    batch  bigint[];
    before bytea;
begin
    if not pg_try_advisory_xact_lock('audit_seals'::regclass::oid::bigint) then
        return 0;
    end if;
    with taken as (
        delete from audit_unsealed where audit_id in (select audit_id from audit_unsealed order by 1 limit most) returning audit_id)
    select coalesce(array_agg(audit_id order by audit_id), '{}') into batch from taken;
    if batch = '{}' then
        return 0;
    end if;
    select hash into before from audit_seals order by id desc limit 1;
    insert into audit_seals (ids, rows, hash)
    select range_agg(int8range(a.id, a.id + 1)), count(*),
           sha256(coalesce(before, '') || string_agg(serai_audit_hash(a), '' order by a.id))
      from audit a where a.id = any (batch);
    return cardinality(batch);
end
$$;

-- Each seal, with whether the rows that it covers are those that were sealed, and no others.
create function serai_verify_audit() returns table (seal bigint, rows integer, hash bytea, intact boolean)
    language sql stable security definer set search_path = public set datestyle = 'ISO'
begin atomic
    select s.id, s.rows, s.hash,
           coalesce(s.hash = sha256(coalesce(lag(s.hash) over (order by s.id), '') || found.hashes) and s.rows = found.rows, false)
      from audit_seals s
      left join lateral (select string_agg(serai_audit_hash(a), '' order by a.id) as hashes, count(*) as rows
                           from audit a
                          where a.id >= lower(s.ids) and a.id < upper(s.ids) and s.ids @> a.id) found on true
     order by s.id;
end;

-- Rows that neither a seal covers nor one will: written past the trigger.
create function serai_audit_strangers() returns bigint
    language sql stable security definer set search_path = public
begin atomic
    select count(*) from audit a
     where not exists (select from audit_unsealed u where u.audit_id = a.id)
       and not exists (select from audit_seals s where s.ids @> a.id);
end;

grant select on audit_seals, audit_unsealed to serai_engine;
revoke execute on function serai_seal_audit(integer) from public;
revoke execute on function serai_verify_audit() from public;
revoke execute on function serai_audit_strangers() from public;
grant execute on function serai_seal_audit(integer), serai_verify_audit(), serai_audit_strangers() to serai_engine;

-- Writes that nothing wrote down before.
create trigger audited after insert or update or delete on hotels
    for each row execute function serai_audit_row('code,name,time_zone,currency,horizon,chain_id', 'sold_until,aged_on,recounted');
create trigger audited after insert or update of integration_name, credentials, configuration, is_enabled, status or delete on third_party_integrations
    for each row execute function serai_audit_row('integration_name,provider,is_enabled,status', 'state,state_reason,read_at,account_id,open');
create trigger audited after update of room_type_id, product_id, mapped_by on ota_rate_plans
    for each row execute function serai_audit_row('room_type_id,product_id,mapped_by');
create trigger audited after insert or delete on products
    for each row execute function serai_audit_row('room_type_id,rate_plan_id');
create trigger audited after insert or update or delete on cancellation_policies
    for each row execute function serai_audit_row('code,name');
