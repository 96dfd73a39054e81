-- Whoever enables a broken connection anew also has its account try once more, where the channel had stopped that.
create or replace function serai_enabled_anew() returns trigger
    language plpgsql security definer set search_path = public
as $$
begin
    if new.is_enabled and not old.is_enabled and new.state = 'broken' then
        new.state := 'reading';
        new.state_reason := null;
        new.read_at := null;
        update channel_accounts
           set state = 'ready', state_reason = null, exchange_after = '-infinity', exchange_failures = 0
         where id = new.account_id and state = 'broken';
    end if;
    return new;
end
$$;
