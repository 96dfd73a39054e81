-- Keys by which programs call the API, and a trigger that writes down who changed a row.

-- Writes down a changed row: which columns, and the values of those that the first argument names. Columns of the second
-- argument do not count. It runs as the owner, for triggers alone: hotel systems may not write the audit themselves.
create function serai_audit_row() returns trigger
    language plpgsql security definer set search_path = public
as $$
declare
    before  jsonb  := case when tg_op <> 'INSERT' then to_jsonb(old) end;
    after   jsonb  := case when tg_op <> 'DELETE' then to_jsonb(new) end;
    shown   text[] := string_to_array(tg_argv[0], ',');
    silent  text[] := string_to_array(coalesce(tg_argv[1], ''), ',') || array ['id', 'created_at', 'updated_at'];
    touched text[];
begin
    touched := array(select key from jsonb_object_keys(coalesce(after, before)) key
                      where key <> all (silent) and before -> key is distinct from after -> key order by 1);
    if tg_op <> 'UPDATE' or touched <> '{}' then
        insert into audit (hotel_id, subject, subject_id, act, change)
        values ((coalesce(after, before) ->> case tg_table_name when 'hotels' then 'id' else 'hotel_id' end)::integer,
                tg_table_name, (coalesce(after, before) ->> 'id')::bigint, lower(tg_op),
                jsonb_strip_nulls(jsonb_build_object(
                    'columns', to_jsonb(touched),
                    'before', (select jsonb_object_agg(key, value) from jsonb_each(before) where key = any (shown) and key = any (touched)),
                    'after', (select jsonb_object_agg(key, value) from jsonb_each(after) where key = any (shown) and key = any (touched)))));
    end if;
    return null;
end
$$;

revoke execute on function serai_audit_row() from public;

create table api_keys (
    id             bigint generated always as identity primary key,
    name           text        not null check (name ~ '^[A-Za-z0-9][A-Za-z0-9 ._-]{0,59}$'),
    rights         text[]      not null check (rights <> '{}'),
    everywhere     boolean     not null,
    hash           bytea       not null,
    expires_at     timestamptz not null,
    hash_before    bytea,
    before_until   timestamptz,
    made_by        text        not null default serai_actor(),
    rotated_at     timestamptz,
    last_used_at   timestamptz,
    revoked_at     timestamptz,
    revoked_by     text,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now()
);

comment on table api_keys is 'A key itself is nowhere: 256 random bits, of which only the SHA-256 is kept';
comment on column api_keys.rights is 'read, operate, finance, reveal-card, engineer, admin';
comment on column api_keys.everywhere is 'At all hotels, those to come among them; else at those of api_key_hotels';
comment on column api_keys.hash_before is 'Of the secret before the last rotation, good until before_until';
comment on column api_keys.last_used_at is 'To the minute';

create table api_key_hotels (
    key_id   bigint  not null references api_keys (id) on delete cascade,
    hotel_id integer not null references hotels (id) on delete cascade,
    primary key (key_id, hotel_id)
);

grant select, insert, update on api_keys to serai_engine;
grant usage on sequence api_keys_id_seq to serai_engine;
call serai_guard('api_key_hotels');
create trigger touch before update on api_keys for each row execute function serai_touch();

create trigger audited after insert or update or delete on chains
    for each row execute function serai_audit_row('code,name');
create trigger audited after insert or update or delete on users
    for each row execute function serai_audit_row('login,role,is_enabled');
create trigger audited after insert or update or delete on user_hotels
    for each row execute function serai_audit_row('user_id,hotel_id,role');
create trigger audited after insert or update or delete on user_chains
    for each row execute function serai_audit_row('user_id,chain_id,role');
create trigger audited after insert or update or delete on api_keys
    for each row execute function serai_audit_row('name,rights,everywhere,expires_at,before_until,revoked_at', 'last_used_at');
create trigger audited after insert or delete on api_key_hotels
    for each row execute function serai_audit_row('key_id,hotel_id');
