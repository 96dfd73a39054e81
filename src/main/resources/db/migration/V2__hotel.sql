-- What the hotel is, and the first record: its nights, as the hotel set them.

create table hotels (
    id         integer generated always as identity primary key,
    code       text        not null unique check (code <> ''),
    name       text        not null check (name <> ''),
    time_zone  text        not null,
    currency   text        not null check (currency ~ '^[A-Z]{3}$'),
    horizon    integer     not null default 550 check (horizon between 1 and 1100),
    sold_until date,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
);

comment on column hotels.time_zone is 'IANA zone; today and the nights past are judged in it';
comment on column hotels.horizon is 'Nights ahead of today that are kept and sold';

comment on column hotels.sold_until is 'The night after the last that is made and marked; behind today + horizon: to be rolled on';

call serai_guard('hotels', 'id');
create trigger touch before update on hotels for each row execute function serai_touch();

create function serai_check_time_zone() returns trigger
    language plpgsql
as $$
begin
    if not exists (select from pg_timezone_names where name = new.time_zone) then
        raise exception 'time_zone: ''%'' (expected: an IANA zone such as Europe/Lisbon)', new.time_zone
            using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger check_time_zone before insert or update of time_zone on hotels
    for each row execute function serai_check_time_zone();

create function serai_today(hotel integer) returns date
    language sql stable
begin atomic
    select (now() at time zone time_zone)::date from hotels where id = hotel;
end;

alter table hotel_logins add foreign key (hotel_id) references hotels (id) on delete cascade;

create table room_types (
    id         integer generated always as identity primary key,
    hotel_id   integer     not null references hotels (id) on delete cascade,
    code       text        not null check (code <> ''),
    name       text        not null check (name <> ''),
    size       smallint    not null check (size >= 0),
    max_guests smallint    not null check (max_guests between 1 and 50),
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (hotel_id, code),
    unique (hotel_id, id)
);

comment on column room_types.size is 'Rooms of this type that the house has';

create table rate_plans (
    id           integer generated always as identity primary key,
    hotel_id     integer     not null references hotels (id) on delete cascade,
    code         text        not null check (code <> ''),
    name         text        not null check (name <> ''),
    pricing      text        not null default 'per-day' check (pricing in ('per-day', 'occupancy', 'length-of-stay')),
    longest_stay smallint    not null default 1 check (longest_stay between 1 and 90),
    meal_plan    text,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    unique (hotel_id, code),
    unique (hotel_id, id)
);

comment on column rate_plans.longest_stay is 'length-of-stay: prices are kept for stays of 1 to this many nights; 1 for the other kinds of pricing';

-- A rate plan as sold for a room type.
create table products (
    id           integer generated always as identity primary key,
    hotel_id     integer     not null references hotels (id) on delete cascade,
    room_type_id integer     not null,
    rate_plan_id integer     not null,
    usual_prices bigint[],
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    unique (room_type_id, rate_plan_id),
    unique (hotel_id, id),
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id) on delete cascade,
    foreign key (hotel_id, rate_plan_id) references rate_plans (hotel_id, id) on delete cascade
);

comment on column products.usual_prices is 'Prices (as in rate_nights.prices) of a night that comes newly into the horizon; none: it stays closed';

-- Rooms to sell of a room type on a night. offered is the hotel's; sold is kept by reservations alone.
create table room_nights (
    room_type_id integer  not null,
    night        date     not null,
    hotel_id     integer  not null,
    offered      smallint not null check (offered >= 0),
    sold         smallint not null default 0 check (sold >= 0),
    held_back    smallint not null default 0 check (held_back >= 0),
    out_of_order smallint not null default 0 check (out_of_order >= 0),
    closed       boolean  not null default false,
    primary key (room_type_id, night),
    foreign key (hotel_id, room_type_id) references room_types (hotel_id, id) on delete cascade
) partition by range (night);

-- Price and restrictions of a product on a night.
create table rate_nights (
    product_id  integer  not null,
    night       date     not null,
    hotel_id    integer  not null,
    closed      boolean  not null default false,
    cta         boolean  not null default false,
    ctd         boolean  not null default false,
    min_through smallint check (min_through >= 1),
    max_through smallint check (max_through >= 1),
    min_arrival smallint check (min_arrival >= 1),
    max_arrival smallint check (max_arrival >= 1),
    prices      bigint[],
    primary key (product_id, night),
    foreign key (hotel_id, product_id) references products (hotel_id, id) on delete cascade
) partition by range (night);

comment on column rate_nights.prices is
    'Minor units of the hotel''s currency. per-day: one element; occupancy: element n is for n guests; length-of-stay: element (guests - 1) * longest_stay + nights. Null element: not sold so';
comment on column rate_nights.min_through is 'Shortest stay that may touch this night; null: none';
comment on column rate_nights.min_arrival is 'Shortest stay that may begin on this night; null: none';

call serai_guard('room_types');
call serai_guard('rate_plans');
call serai_guard('products');
call serai_guard('room_nights');
call serai_guard('rate_nights');

grant insert, update, delete on room_types, rate_plans, products, rate_nights to serai_app;
grant insert (room_type_id, night, hotel_id, offered, held_back, out_of_order, closed),
      update (offered, held_back, out_of_order, closed), delete on room_nights to serai_app;
grant select on hotels, room_types, rate_plans, products, room_nights, rate_nights to serai_pms;
grant insert, update, delete on rate_nights to serai_pms;
grant insert (room_type_id, night, hotel_id, offered, held_back, out_of_order, closed),
      update (offered, held_back, out_of_order, closed) on room_nights to serai_pms;

create trigger touch before update on room_types for each row execute function serai_touch();
create trigger touch before update on rate_plans for each row execute function serai_touch();
create trigger touch before update on products for each row execute function serai_touch();

-- Cell tables are cut by month of night. Nights outside every month go to the default part until their month is made.
create table cell_tables (
    name       text    primary key,
    fillfactor integer not null
);

insert into cell_tables values ('room_nights', 85), ('rate_nights', 90);
create table room_nights_other partition of room_nights default;
create table rate_nights_other partition of rate_nights default;

-- Makes the months that hold from_night to to_night; months whose nights already lie in the default part are left there.
create function serai_make_months(from_night date, to_night date) returns integer
    language plpgsql security definer set search_path = public
as $$
declare
    cells record;
    month date;
    taken boolean;
    made  integer := 0;
begin
    for cells in select name, fillfactor from cell_tables loop
        for month in select generate_series(date_trunc('month', from_night), date_trunc('month', to_night), interval '1 month')::date loop
            if to_regclass(format('%s_%s', cells.name, to_char(month, 'YYYY_MM'))) is null then
                execute format('select exists (select from %I where night >= %L and night < %L)',
                        cells.name || '_other', month, month + interval '1 month') into taken;
                if not taken then
                    execute format('create table %I partition of %I for values from (%L) to (%L) with (fillfactor = %s)',
                            cells.name || '_' || to_char(month, 'YYYY_MM'), cells.name, month,
                            (month + interval '1 month')::date, cells.fillfactor);
                    made := made + 1;
                end if;
            end if;
        end loop;
    end loop;
    return made;
end
$$;

select serai_make_months((current_date - interval '1 month')::date, (current_date + interval '25 months')::date);
revoke execute on function serai_make_months(date, date) from public;
grant execute on function serai_make_months(date, date) to serai_engine;

-- People who sign in.
create table users (
    id            bigint generated always as identity primary key,
    login         text        not null unique check (login <> ''),
    password_hash text        not null,
    role          text        not null check (role in ('operator', 'engineer', 'admin')),
    is_enabled    boolean     not null default true,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

create table user_hotels (
    user_id  bigint  not null references users (id) on delete cascade,
    hotel_id integer not null references hotels (id) on delete cascade,
    primary key (user_id, hotel_id)
);

grant select, insert, update, delete on users to serai_engine;
call serai_guard('user_hotels');
create trigger touch before update on users for each row execute function serai_touch();
