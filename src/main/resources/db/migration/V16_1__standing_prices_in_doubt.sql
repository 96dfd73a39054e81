-- What a channel was told means something else from now on: also what it had accepted before all was to be told anew.
create or replace function serai_doubt_prices(connection integer) returns boolean
    language plpgsql security definer set search_path = public
as $$
begin
    update held_nights h
       set unknown = h.unknown | serai_price_bits(coalesce(r.pricing, p.pricing), h.prices), prices = null, stood = null, attempt_id = 0
      from ota_rate_plans r
      left join products s on s.id = r.product_id
      left join rate_plans p on p.id = s.rate_plan_id
     where r.connection_id = connection and h.remote_id = r.id and (h.prices is not null or h.stood is not null);
    return found;
end
$$;
