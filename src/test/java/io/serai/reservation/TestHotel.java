package io.serai.reservation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel of its own for a test: a room type {@code double} of 5 rooms, open for 30 nights from
 * {@link #FIRST}, sold at one channel under the numbers {@code R1} and {@code P1}.
 */
final class TestHotel {

    static final LocalDate FIRST = LocalDate.now().plusDays(30);
    static final int NIGHTS = 30;

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);

    final JdbcClient jdbc = TestSerai.jdbc();
    final ReservationInbox inbox = TestSerai.bean(ReservationInbox.class);
    final String remote = String.valueOf(NUMBER.incrementAndGet());
    final long account;
    final int hotel;
    final int connection;
    final int room;
    final int remoteRoom;

    TestHotel() {
        hotel =
                insert(
                        """
                        insert into hotels (code, name, time_zone, currency) values (?, 'Inn', 'UTC', 'EUR') returning id
                        """,
                        "inn-" + remote);
        room = roomType("double", 5);
        account =
                insert(
                        """
                        insert into channel_accounts (provider, name, login_sealed, login_hash)
                        values ('harbour.example', 'test', '\\x00', cast(? as bytea)) returning id
                        """,
                        "login " + remote);
        jdbc.sql(
                        """
                        insert into channel_polls (account_id, queue, owner, fence) values (?, 'new', 'me', 1), (?, 'changed', 'me', 1)
                        """)
                .params(account, account)
                .update();
        connection =
                insert(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values ('harbour', 'ota', 'harbour.example', '{}', jsonb_build_object('hotel_id', cast(? as text)), ?, ?, 'open') returning id
                        """,
                        remote,
                        hotel,
                        account);
        remoteRoom = map("R1", null, room, null);
        var plan =
                insert(
                        """
                        insert into rate_plans (hotel_id, code, name) values (?, 'bar', 'Best') returning id
                        """,
                        hotel);
        var product =
                insert(
                        """
                        insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, ?) returning id
                        """,
                        hotel,
                        room,
                        plan);
        map("R1", "P1", null, product);
    }

    int roomType(String code, int rooms) {
        var id =
                insert(
                        """
                        insert into room_types (hotel_id, code, name, size, max_guests) values (?, ?, 'Room', ?, 2) returning id
                        """,
                        hotel,
                        code,
                        rooms);
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select ?, cast(? as date) + n, ?, ? from generate_series(0, ? - 1) n
                        """)
                .params(id, FIRST, hotel, rooms, NIGHTS)
                .update();
        return id;
    }

    int map(String remoteRoom, String remoteRate, Integer roomType, Integer product) {
        return insert(
                """
                insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, room_type_id, product_id)
                values (?, ?, ?, ?, ?, ?)
                on conflict (connection_id, remote_room, remote_rate) do update
                   set room_type_id = excluded.room_type_id, product_id = excluded.product_id
                returning id
                """,
                hotel,
                connection,
                remoteRoom,
                remoteRate,
                roomType,
                product);
    }

    Receipt take(Message message) {
        return take(message, new Delivery.Polled(claim(message.queue())));
    }

    Receipt take(Message message, Delivery delivery) {
        return inbox.take(account, message.at(remote), delivery);
    }

    PollClaim claim(String queue) {
        return PollClaim.of(account, "harbour", "reservations-poll", queue, "me", 1);
    }

    void acknowledged(String number) {
        jdbc.sql(
                        """
                        update reservation_revisions set acknowledged_at = now() where account_id = ? and number = ?
                        """)
                .params(account, number)
                .update();
    }

    /** Rooms sold on the first nights, one number a night. */
    List<Integer> sold(int nights) {
        return sold(room, nights);
    }

    List<Integer> sold(int roomType, int nights) {
        return jdbc.sql(
                        """
                        select sold from room_nights where room_type_id = ? and night < cast(? as date) + ? and night >= ? order by night
                        """)
                .params(roomType, FIRST, nights, FIRST)
                .query(Integer.class)
                .list();
    }

    List<String> stockDifferences() {
        return jdbc.sql(
                        "select night || ' ' || counted || ' ' || reserved from stock_differences where hotel_id = ?")
                .param(hotel)
                .query(String.class)
                .list();
    }

    String status(String number) {
        return one(
                "select status from reservations where account_id = ? and number = ?",
                account,
                number);
    }

    int revisions(String number) {
        return Integer.parseInt(
                one(
                        "select count(*)::text from reservation_revisions where account_id = ? and number = ?",
                        account,
                        number));
    }

    String one(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(String.class).single();
    }

    /** The channel was told this many rooms for the first nights, and accepted it then. */
    void told(int rooms, int nights, Instant opened) {
        jdbc.sql(
                        """
                        insert into held_nights (remote_id, night, hotel_id, attempt_id, rooms)
                        select ?, cast(? as date) + n, ?, 7, ? from generate_series(0, ? - 1) n
                        on conflict (remote_id, night) do update set rooms = excluded.rooms, unknown = 0, attempt_id = 7
                        """)
                .params(remoteRoom, FIRST, hotel, rooms, nights)
                .update();
        sent(nights, opened);
    }

    /** A count left for the channel. */
    void sent(int nights, Instant opened) {
        jdbc.sql(
                        """
                        insert into attempt_ranges (attempt_id, opened_at, hotel_id, connection_id, remote_id, nights, fields, sent)
                        values (7, cast(? as timestamptz), ?, ?, ?, daterange(?, cast(? as date) + ?), 1, '{}')
                        """)
                .params(opened.toString(), hotel, connection, remoteRoom, FIRST, FIRST, nights)
                .update();
    }

    /** What the channel is held to have, one text a night: rooms, or ? where it is not known. */
    List<String> held() {
        return jdbc.sql(
                        """
                        select case when unknown & 1 = 0 then rooms::text else '?' || attempt_id end
                          from held_nights where remote_id = ? order by night
                        """)
                .param(remoteRoom)
                .query(String.class)
                .list();
    }

    private int insert(String sql, Object... values) {
        return jdbc.sql(sql).params(java.util.Arrays.asList(values)).query(Integer.class).single();
    }
}
