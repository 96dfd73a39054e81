package io.serai.testing;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel with one room type, one rate plan and an open connection, written with plain SQL.
 *
 * @param id the hotel
 * @param roomType its room type
 * @param product the rate plan as sold for it
 * @param connection the connection
 * @param account the connection's account
 * @param remoteRoom the room's key among the channel's rooms and rates
 * @param remoteRate the rate's
 */
public record SampleHotel(
        int id,
        int roomType,
        int product,
        int connection,
        long account,
        int remoteRoom,
        int remoteRate) {

    private static final AtomicInteger NUMBER = new AtomicInteger(880_000);

    /** Creates one whose numbers at the channel no other has. */
    public static SampleHotel another(Database database) {
        String number = Integer.toString(NUMBER.incrementAndGet());
        return in(database, number, number + "01", number + "02");
    }

    /** Creates one; its number at the channel is 777001, its room 900001, its rate 500001. */
    public static SampleHotel in(Database database) {
        return in(database, "777001", "900001", "500001");
    }

    /** Creates one with these numbers at the channel. */
    public static SampleHotel in(Database database, String hotel, String room, String rate) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        int id =
                key(
                        jdbc,
                        "insert into hotels (code, name, time_zone, currency) values (?, 'Casa do"
                                + " Mar', 'Europe/Lisbon', 'EUR') returning id",
                        "hotel-" + hotel);
        int roomType =
                key(
                        jdbc,
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?,"
                                + " 'DBL', 'Garden Double', 10, 2) returning id",
                        id);
        int plan =
                key(
                        jdbc,
                        "insert into rate_plans (hotel_id, code, name, pricing) values (?, 'STD',"
                                + " 'Standard', 'per-day') returning id",
                        id);
        int product =
                key(
                        jdbc,
                        "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?,"
                                + " ?) returning id",
                        id,
                        roomType,
                        plan);
        long account =
                key(
                        jdbc,
                        "insert into channel_accounts (provider, name, login_sealed, login_hash)"
                                + " values ('booking.com', 'test', '', ?) returning id",
                        (Object) hotel.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        int connection =
                key(
                        jdbc,
                        "insert into third_party_integrations (integration_name, integration_type,"
                                + " provider, credentials, configuration, hotel_id, account_id,"
                                + " state) values ('Booking.com', 'ota', 'booking.com', '{}',"
                                + " jsonb_build_object('hotel_id', ?::text, 'test_mode', true), ?,"
                                + " ?, 'open') returning id",
                        hotel,
                        id,
                        account);
        int remoteRoom =
                key(
                        jdbc,
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room,"
                                + " room_type_id, max_guests) values (?, ?, ?, ?, 2) returning id",
                        id,
                        connection,
                        room,
                        roomType);
        int remoteRate =
                key(
                        jdbc,
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room,"
                                + " remote_rate, product_id, max_guests) values (?, ?, ?, ?, ?, 2)"
                                + " returning id",
                        id,
                        connection,
                        room,
                        rate,
                        product);
        return new SampleHotel(id, roomType, product, connection, account, remoteRoom, remoteRate);
    }

    /** Writes rooms and a price in cents for a range of nights, as the hotel's own system would. */
    public void sell(Database database, LocalDate from, LocalDate to, int rooms, long price) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select ?, d::date, ?, ? from generate_series(?::date, ?::date, interval '1 day') d
                        on conflict (room_type_id, night) do update set offered = excluded.offered
                        """)
                .params(roomType, id, rooms, from, to)
                .update();
        jdbc.sql(
                        """
                        insert into rate_nights (product_id, night, hotel_id, prices)
                        select ?, d::date, ?, array [?::bigint] from generate_series(?::date, ?::date, interval '1 day') d
                        on conflict (product_id, night) do update set prices = excluded.prices
                        """)
                .params(product, id, price, from, to)
                .update();
    }

    /** Adds another rate plan of the same room type, and the channel's rate for it. */
    public Rate rate(Database database, String code) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        int plan =
                key(
                        jdbc,
                        "insert into rate_plans (hotel_id, code, name) values (?, ?, ?) returning"
                                + " id",
                        id,
                        code,
                        code);
        int sold =
                key(
                        jdbc,
                        "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?,"
                                + " ?) returning id",
                        id,
                        roomType,
                        plan);
        int remote =
                key(
                        jdbc,
                        "insert into ota_rate_plans (hotel_id, connection_id, remote_room,"
                                + " remote_rate, product_id, max_guests) select hotel_id,"
                                + " connection_id, remote_room, ?, ?, 2 from ota_rate_plans where"
                                + " id = ? returning id",
                        code,
                        sold,
                        remoteRoom);
        return new Rate(sold, remote);
    }

    /**
     * A rate plan as sold for the room type.
     *
     * @param product the product
     * @param remote the key of the channel's rate
     */
    public record Rate(int product, int remote) {}

    private static int key(JdbcClient jdbc, String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
