package io.serai.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a hotel on both sides, as a hotel's own system does: by plain SQL. */
final class Opening {

    private static final Duration TO_OPEN = Duration.ofMinutes(2);

    private static final String CONNECTION =
            """
            insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
            values (?, 'ota', ?, ?::jsonb, ?::jsonb, true, 'active')
            """;

    private final Hotel hotel;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Opening(Hotel hotel, OwnDatabase database) {
        this.hotel = hotel;
        this.jdbc = database.jdbc();
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    /** Writes rooms, plans, products and every night in one transaction. */
    void inSerai() {
        transaction.executeWithoutResult(status -> write());
    }

    private void write() {
        jdbc.sql("select serai_make_months(?, ?)")
                .params(hotel.today(), hotel.lastNight())
                .query(Integer.class)
                .single();
        jdbc.sql(
                        "insert into hotels (code, name, time_zone, currency, horizon, sold_until)"
                                + " values ('replay', 'Resort', 'Europe/Lisbon', 'EUR', ?, ?)")
                .params(hotel.horizon(), hotel.today().plusDays(hotel.horizon()))
                .update();
        hotel.house().sizes().forEach(this::roomType);
        hotel.ratePlans().forEach(this::ratePlan);
        hotel.products().forEach(this::product);
        jdbc.sql(
                        """
                        insert into room_nights (room_type_id, night, hotel_id, offered)
                        select id, d::date, hotel_id, size
                          from room_types, generate_series(?::date, ?::date, interval '1 day') d
                        """)
                .params(hotel.today(), hotel.lastNight())
                .update();
    }

    private void roomType(String code, int size) {
        jdbc.sql(
                        "insert into room_types (hotel_id, code, name, size, max_guests)"
                                + " select id, ?, ?, ?, ? from hotels")
                .params(code, Hotel.roomName(code), size, hotel.persons(code))
                .update();
    }

    private void ratePlan(String code) {
        jdbc.sql(
                        "insert into rate_plans (hotel_id, code, name, pricing, meal_plan) select"
                                + " id, ?, ?, ?, ? from hotels")
                .params(
                        code,
                        Hotel.planName(code),
                        code.equals(Pricing.BY_OCCUPANCY) ? "occupancy" : "per-day",
                        code)
                .update();
    }

    private void product(Product product) {
        int id =
                jdbc.sql(
                                """
                                insert into products (hotel_id, room_type_id, rate_plan_id)
                                select t.hotel_id, t.id, p.id from room_types t, rate_plans p
                                 where t.code = ? and p.code = ? returning id
                                """)
                        .params(product.roomType(), product.ratePlan())
                        .query(Integer.class)
                        .single();
        for (int month = 1; month <= 12; month++) {
            jdbc.sql(
                            """
                            insert into rate_nights (product_id, night, hotel_id, prices)
                            select p.id, d::date, p.hotel_id, ?::bigint[]
                              from products p, generate_series(?::date, ?::date, interval '1 day') d
                             where p.id = ? and extract(month from d) = ?
                            """)
                    .params(
                            hotel.pricing().prices(product, month),
                            hotel.today(),
                            hotel.lastNight(),
                            id,
                            month)
                    .update();
        }
    }

    /** Connects it to each by one statement, and waits until Serai has taken the connections in. */
    void connected(List<Seller> sellers) {
        sellers.forEach(this::connect);
        Patience.until(
                TO_OPEN,
                "the connections are open",
                () -> states().stream().allMatch(state -> state.startsWith("open")),
                () -> "their states are " + states());
    }

    private void connect(Seller seller) {
        jdbc.sql(CONNECTION)
                .params(
                        seller.name(),
                        seller.provider(),
                        text(seller.credentials()),
                        text(seller.configuration()))
                .update();
    }

    private static String text(Object value) {
        try {
            return ChannelDesk.JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> states() {
        return jdbc.sql("select concat_ws(': ', state, state_reason) from third_party_integrations")
                .query(String.class)
                .list();
    }
}
