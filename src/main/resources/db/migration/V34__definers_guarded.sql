-- A function that works with its owner's rights looks for tables where the schema lies, and among those of the session last:
-- without that a temporary table of the caller's, named audit, would take the rows meant for the audit, and its triggers would
-- run as the schema's owner.

do $$
declare
    definer record;
begin
    for definer in
        select p.oid::regprocedure as name
          from pg_proc p
         where p.pronamespace = current_schema()::regnamespace and p.prosecdef and pg_has_role(p.proowner, 'member')
           and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$')
    loop
        execute format('alter routine %s set search_path = %I, pg_temp', definer.name, current_schema());
    end loop;
end
$$;

-- Nobody needs such tables but the API, which stages the nights of a request in one. On a database that the owner of the
-- schema does not own, the server says by a warning that this stays as it is.
do $$
begin
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant temporary on database %I to serai_app', current_database());
end
$$;
