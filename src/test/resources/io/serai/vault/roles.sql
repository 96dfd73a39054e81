-- what earlier migrations give to the vault's
create role serai_engine nologin;
create role serai_app nologin;
create function serai_hotels() returns int[] language sql stable
return coalesce(string_to_array(nullif(current_setting('serai.hotels', true), ''), ',')::int[], '{}');
