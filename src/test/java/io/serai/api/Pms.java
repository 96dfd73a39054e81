package io.serai.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.camel.CamelContext;

/**
 * A hotel with a system of its own, in the running Serai: one room type of 5 rooms and one plan,
 * sold at a channel that nobody calls, whose reservations a test brings in by the route that takes
 * them.
 */
final class Pms {

    static final LocalDate FIRST = LocalDate.now().plusDays(40);

    final RunningSerai serai = RunningSerai.shared();
    final String name = "pms-" + UUID.randomUUID().toString().substring(0, 8);
    final int hotel;
    final int account;
    final ApiClient api;

    Pms() {
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency) values (?, 'Inn', 'UTC', 'EUR') returning id",
                        name);
        account =
                key(
                        "insert into channel_accounts (provider, name, login_sealed, login_hash) values ('harbour.example', 'test', '\\x00', cast(? as bytea)) returning id",
                        name);
        int connection =
                key(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values ('harbour', 'ota', 'harbour.example', '{}', jsonb_build_object('hotel_id', cast(? as text)), ?, ?, 'open') returning id
                        """,
                        name,
                        hotel,
                        account);
        int room =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, 'DBL', 'Double', 5, 2) returning id",
                        hotel);
        serai.sql()
                .sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered) select ?, cast(? as date) + n, ?, 5 from generate_series(0, 9) n")
                .params(room, FIRST, hotel)
                .update();
        int plan =
                key(
                        "insert into rate_plans (hotel_id, code, name) values (?, 'BAR', 'Best') returning id",
                        hotel);
        int product =
                key(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, ?) returning id",
                        hotel,
                        room,
                        plan);
        key(
                "insert into ota_rate_plans (hotel_id, connection_id, remote_room, room_type_id) values (?, ?, 'R1', ?) returning id",
                hotel,
                connection,
                room);
        key(
                "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id) values (?, ?, 'R1', 'P1', ?) returning id",
                hotel,
                connection,
                product);
        api = user(name);
        serai.sql()
                .sql("insert into user_hotels select id, ? from users where login = ?")
                .params(hotel, name)
                .update();
    }

    ApiClient user(String login) {
        return ApiClient.user(serai, login, "operator");
    }

    int key(String sql, Object... params) {
        return serai.sql().sql(sql).params(params).query(Integer.class).single();
    }

    String text(String sql, Object... params) {
        return serai.sql().sql(sql).params(params).query(String.class).single();
    }

    /** Nothing of this hotel is sent any more. */
    void forgetHooks() {
        serai.sql().sql("delete from hook_subscriptions where hotel_id = ?").param(hotel).update();
    }

    /** A path below the hotel's. */
    String path(String rest) {
        return "/api/booking-engine/hotels/" + hotel + rest;
    }

    /** Brings in what a channel says of a reservation: so many nights from the first on. */
    void take(String number, String kind, int nights) {
        StringBuilder list = new StringBuilder();
        for (int night = 0; night < nights; night++) {
            list.append(night == 0 ? "" : ",")
                    .append(
                            "{\"night\":\"%s\",\"rate\":\"P1\",\"price\":\"50.00\"}"
                                    .formatted(FIRST.plusDays(night)));
        }
        String rooms =
                kind.equals("cancel")
                        ? ""
                        : """
                          ,"hotel":"%s","currency":"EUR","total":"%d.00","booker":{"given":"Ada","surname":"Lovelace"},
                          "rooms":[{"index":"1","room":"R1","adults":2,"children":0,"guest":"Ada Lovelace","nights":[%s]}]
                          """
                                .formatted(name, 50 * nights, list);
        String message = "{\"number\":\"%s\",\"kind\":\"%s\"%s}".formatted(number, kind, rooms);
        try (var template = serai.part(CamelContext.class).createProducerTemplate()) {
            var taken =
                    template.send(
                            "direct:reservation-take",
                            exchange -> {
                                exchange.getMessage().setBody(message);
                                exchange.getMessage().setHeader("Serai-Account", account);
                            });
            assertThat(taken.getMessage().getHeader("Serai-Receipt")).isNotNull();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
