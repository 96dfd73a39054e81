-- A rule waits for changes of nights under way: whoever wrote rooms before it was seen has marked no price, so its marks come after theirs.
create or replace function serai_mark_rules(rules price_rules[]) returns void
    language plpgsql
as $$
declare
    reached record;
begin
    perform serai_opens(hotel) from (select distinct (u).hotel_id as hotel from unnest(rules) u where (u).is_enabled order by 1) h;
    for reached in
        select r.hotel_id, array_agg(p) as products, array_agg(r.nights) as nights
          from (select (u).hotel_id, u::price_rules as rule, serai_rule_nights(u, serai_today((u).hotel_id), serai_horizon((u).hotel_id)) as nights
                  from unnest(rules) u where (u).is_enabled) r
          cross join lateral serai_rule_products(r.rule) p
         group by 1 loop
        perform serai_mark_priced(reached.hotel_id, reached.products, reached.nights);
    end loop;
end
$$;
