package io.serai.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.serai.bench.Editors.NotNow;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How those who work for a hotel write its nights: by the API of any instance, and by SQL. */
final class HotelFaces {

    /** The same edit is under way in another instance. */
    private static final int CONFLICT = 409;

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LOGIN =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(
                                    ("admin:" + Stage.PASSWORD)
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8));

    private static final String PRODUCT =
            """
             where night between :from and :to
               and product_id = (select s.id from products s join room_types t on t.id = s.room_type_id
                                   join rate_plans p on p.id = s.rate_plan_id where t.code = :room and p.code = :plan)
            """;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .build();
    private final Stage stage;
    private final int hotel;

    HotelFaces(Stage stage) {
        this.stage = stage;
        this.hotel = sql().sql("select id from hotels").query(Integer.class).single();
    }

    private JdbcClient sql() {
        return stage.database().jdbc();
    }

    void pricesByApi(String key, Product product, LocalDate from, LocalDate to, List<Long> cents) {
        var texts = cents.stream().map(price -> BigDecimal.valueOf(price, 2).toString()).toList();
        api(key, product, from, to, Map.of("prices", texts));
    }

    void minArrivalByApi(String key, Product product, LocalDate from, LocalDate to, int nights) {
        var set = new java.util.HashMap<String, Object>();
        set.put("minArrival", nights == 1 ? null : nights);
        api(key, product, from, to, set);
    }

    private void api(
            String key, Product product, LocalDate from, LocalDate to, Map<String, Object> set) {
        var update =
                Map.of(
                        "roomType",
                        product.roomType(),
                        "ratePlan",
                        product.ratePlan(),
                        "from",
                        from.toString(),
                        "to",
                        to.toString(),
                        "set",
                        set);
        try {
            post(key, ChannelDesk.JSON.writeValueAsString(Map.of("updates", List.of(update))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void post(String key, String body) {
        var all = stage.instances();
        var instance = all.get(ThreadLocalRandom.current().nextInt(all.size()));
        var address = instance.url() + "/api/rate-sync/hotels/" + hotel + "/nights";
        try {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .timeout(PATIENCE)
                                    .header("Authorization", LOGIN)
                                    .header("Content-Type", "application/json")
                                    .header("Idempotency-Key", key)
                                    .POST(BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString());
            int status = answer.statusCode();
            if (status >= 400 && status < 500 && status != CONFLICT) {
                throw new NotNow(status + " " + answer.body() + " for " + body);
            }
            if (status >= 300) {
                throw new NotNow(new IOException("status " + status));
            }
        } catch (IOException e) {
            throw new NotNow(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void pricesBySql(Product product, LocalDate from, LocalDate to, List<Long> cents) {
        var array = cents.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        rate("prices = cast(:value as bigint[])", array, product, from, to);
    }

    void minArrivalBySql(Product product, LocalDate from, LocalDate to, int nights) {
        rate("min_arrival = nullif(:value, 1)", nights, product, from, to);
    }

    private void rate(String set, Object value, Product product, LocalDate from, LocalDate to) {
        update(
                sql().sql("update rate_nights set " + set + PRODUCT)
                        .param("value", value)
                        .param("from", from)
                        .param("to", to)
                        .param("room", product.roomType())
                        .param("plan", product.ratePlan()));
    }

    void roomsBySql(String roomType, LocalDate from, LocalDate to, int rooms) {
        update(
                sql().sql(
                                """
                                update room_nights set offered = :rooms
                                 where night between :from and :to and room_type_id = (select id from room_types where code = :room)
                                """)
                        .param("rooms", rooms)
                        .param("from", from)
                        .param("to", to)
                        .param("room", roomType));
    }

    private static void update(JdbcClient.StatementSpec edit) {
        try {
            edit.update();
        } catch (DataAccessException e) {
            throw new NotNow(e);
        }
    }
}
