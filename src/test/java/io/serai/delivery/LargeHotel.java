package io.serai.delivery;

import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel varied as a revenue manager leaves it, written with plain SQL, and connected to a channel
 * that holds nothing of it: weeks differ, weekends cost more, some nights have restrictions. The
 * dispatcher leaves it alone.
 *
 * @param id the hotel
 * @param connection its connection
 */
public record LargeHotel(int id, int connection) {

    /**
     * Writes one, open at a channel, all of it marked.
     *
     * @param provider the channel's code
     * @param name its name at the channel, which no other has there
     * @param ratePlans each sold for every room type
     */
    public static LargeHotel open(
            JdbcClient jdbc,
            String provider,
            String name,
            int roomTypes,
            int ratePlans,
            int nights) {
        jdbc.sql("select serai_make_months(current_date, current_date + ?)")
                .param(nights)
                .query(Integer.class)
                .single();
        int hotel =
                key(
                        jdbc,
                        "insert into hotels (code, name, time_zone, currency, horizon, sold_until) values (?, ?, 'UTC', 'EUR', ?, current_date + ?) returning id",
                        provider + name,
                        name,
                        nights,
                        nights);
        sells(jdbc, hotel, roomTypes, ratePlans);
        nights(jdbc, hotel, nights);
        int connection = connect(jdbc, provider, name, hotel);
        return new LargeHotel(hotel, connection);
    }

    private static void sells(JdbcClient jdbc, int hotel, int roomTypes, int ratePlans) {
        jdbc.sql(
                        "insert into room_types (hotel_id, code, name, size, max_guests) select ?, 'R' || n, 'Room ' || n, 10 + n, 2 from generate_series(1, ?) n")
                .params(hotel, roomTypes)
                .update();
        jdbc.sql(
                        "insert into rate_plans (hotel_id, code, name) select ?, 'P' || n, 'Plan ' || n from generate_series(1, ?) n")
                .params(hotel, ratePlans)
                .update();
        jdbc.sql(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) select t.hotel_id, t.id, p.id from room_types t join rate_plans p using (hotel_id) where hotel_id = ? order by t.id, p.id")
                .param(hotel)
                .update();
    }

    private static void nights(JdbcClient jdbc, int hotel, int nights) {
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select t.id, d::date, t.hotel_id, t.size - (t.size + extract(doy from d)::int / 4) % 5
                          from room_types t, generate_series(current_date, current_date + ? - 1, interval '1 day') d
                         where t.hotel_id = ?
                        """)
                .params(nights, hotel)
                .update();
        jdbc.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, prices, min_through, min_arrival, cta)
                        select p.id, d::date, p.hotel_id,
                               array [round((8000 + 900 * (p.rank % 10) + 1500 * (p.rank / 10))
                                            * (0.8 + 0.02 * (p.rank * 7 + extract(week from d)::int * 13) % 40)
                                            * case when extract(isodow from d) in (5, 6) then 1.2 else 1 end / 100) * 100]::bigint[],
                               case when (p.rank + extract(week from d)::int) % 6 = 0 then 2 end,
                               case when (p.rank + extract(week from d)::int) % 6 = 0 then 2 end,
                               (p.rank + extract(doy from d)::int) % 61 = 0
                          from (select p.*, row_number() over (order by p.id)::int as rank from products p where p.hotel_id = ?) p,
                               generate_series(current_date, current_date + ? - 1, interval '1 day') d
                        """)
                .params(hotel, nights)
                .update();
    }

    private static int connect(JdbcClient jdbc, String provider, String name, int hotel) {
        int account =
                key(
                        jdbc,
                        "insert into channel_accounts (provider, name, login_sealed, login_hash) values (?, ?, '', ?) returning id",
                        provider,
                        name,
                        name.getBytes(StandardCharsets.UTF_8));
        int connection =
                key(
                        jdbc,
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values (?, 'ota', ?, '{}', jsonb_build_object('hotel_id', ?::text, 'property_id', ?::text, 'test_mode', true), ?, ?, 'broken')
                        returning id
                        """,
                        provider,
                        provider,
                        name,
                        name,
                        hotel,
                        account);
        jdbc.sql(
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id, max_guests) select hotel_id, ?, 210000 + id, id, 2 from room_types where hotel_id = ? order by id")
                .params(connection, hotel)
                .update();
        jdbc.sql(
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id, max_guests) select hotel_id, ?, 210000 + room_type_id, 3000000 + id, id, 2 from products where hotel_id = ? order by room_type_id, id")
                .params(connection, hotel)
                .update();
        jdbc.sql(
                        """
                        update third_party_integrations set state = 'open' where id = :connection;
                        update claims set next_try_at = 'infinity' where connection_id = :connection
                        """)
                .param("connection", connection)
                .update();
        return connection;
    }

    private static int key(JdbcClient jdbc, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
