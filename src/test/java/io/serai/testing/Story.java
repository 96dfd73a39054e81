package io.serai.testing;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.TimeoutEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel of a story's own in the running Serai: its rooms and prices written with plain SQL,
 * opened on the sandbox by the statement that hotel systems use, with three rates on one room type.
 */
public final class Story {

    private static final AtomicInteger NUMBER = new AtomicInteger(100);

    private final RunningSerai serai;
    private final SandboxClient sandbox;
    private final int number = NUMBER.incrementAndGet();
    private final int hotel;
    private final int roomType;
    private final List<Integer> products = new ArrayList<>();
    private final int connection;

    private Story(RunningSerai serai, int rooms) {
        this.serai = serai;
        this.sandbox = new SandboxClient(serai.sandboxUrl());
        JdbcClient sql = serai.sql();
        hotel =
                key(
                        "insert into hotels (code, name, time_zone, currency, horizon) values (?,"
                                + " 'Casa do Mar', 'Europe/Lisbon', 'EUR', 510) returning id",
                        "story-" + number);
        roomType =
                key(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?,"
                                + " 'DBL', 'Garden Double', ?, 2) returning id",
                        hotel,
                        rooms);
        for (String plan : List.of("Standard", "Half board", "Saver")) {
            int id =
                    key(
                            "insert into rate_plans (hotel_id, code, name) values (?, ?, ?)"
                                    + " returning id",
                            hotel,
                            plan,
                            plan);
            products.add(
                    key(
                            "insert into products (hotel_id, room_type_id, rate_plan_id,"
                                    + " usual_prices) values (?, ?, ?, '{12000}') returning id",
                            hotel,
                            roomType,
                            id));
        }
        serai.part(io.serai.hotel.Horizon.class).roll(hotel);
        serai.part(io.serai.hotel.Ageing.class).age(hotel);
        sandbox.put("/sandbox/accounts/client-" + number, "{\"secret\":\"secret-" + number + "\"}");
        sandbox.put(
                "/sandbox/hotels/" + remoteHotel(),
                """
                {"name":"Casa do Mar","currency":"EUR","pricing":"standard","accounts":["client-%d"],
                 "rooms":[{"id":%d,"name":"Garden Double","maxPersons":2,"rates":[
                   {"id":%d,"name":"Standard","maxPersons":2},
                   {"id":%d,"name":"Half board","maxPersons":2},
                   {"id":%d,"name":"Saver","maxPersons":2}]}]}
                """
                        .formatted(
                                number, remoteRoom(), remoteRate(0), remoteRate(1), remoteRate(2)));
        connection =
                key(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                        values ('Booking.com', 'ota', 'booking.com', jsonb_build_object('api_key', ?::text, 'api_secret', ?::text),
                                jsonb_build_object('test_mode', true, 'hotel_id', ?::bigint, 'partner_id', 'P1', 'hotel', ?::text), true, 'active')
                        returning id
                        """,
                        "client-" + number,
                        "secret-" + number,
                        remoteHotel(),
                        "story-" + number);
        quiet();
    }

    /**
     * A hotel with so many rooms, on sale at 120 a night for 510 nights; the first sync is done.
     */
    public static Story begin(int rooms) {
        return begin(RunningSerai.shared(), rooms);
    }

    /** The same in another running Serai. */
    public static Story begin(RunningSerai serai, int rooms) {
        return new Story(serai, rooms);
    }

    private int key(String sql, Object... params) {
        return serai.sql().sql(sql).params(params).query(Integer.class).single();
    }

    public JdbcClient sql() {
        return serai.sql();
    }

    public RunningSerai serai() {
        return serai;
    }

    public SandboxClient sandbox() {
        return sandbox;
    }

    public int hotel() {
        return hotel;
    }

    public int roomType() {
        return roomType;
    }

    public int product(int plan) {
        return products.get(plan);
    }

    public int connection() {
        return connection;
    }

    public long remoteHotel() {
        return 777_000L + number;
    }

    public long remoteRoom() {
        return 900_000L + number * 10L;
    }

    public long remoteRate(int plan) {
        return 500_000L + number * 10L + plan;
    }

    /** Waits until the connection is open and nothing is left to tell. */
    public void quiet() {
        await().atMost(Duration.ofSeconds(90))
                .conditionEvaluationListener(
                        new ConditionEvaluationListener<Object>() {
                            @Override
                            public void conditionEvaluated(EvaluatedCondition<Object> condition) {}

                            @Override
                            public void onTimeout(TimeoutEvent timeout) {
                                System.err.println("not quiet: " + state());
                            }
                        })
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () ->
                                sql().sql(
                                                """
                                                select exists (select from third_party_integrations where id = :id and state = 'open')
                                                   and not exists (select from marks where connection_id = :id)
                                                   and exists (select from attempts where connection_id = :id)
                                                   and not exists (select from claims where connection_id = :id and owner is not null)
                                                """)
                                        .param("id", connection)
                                        .query(Boolean.class)
                                        .single());
    }

    private Object state() {
        return sql().sql(
                        """
                        select c.state, c.state_reason, c.read_at, (select json_agg(json_build_array(name, path, status, outcome)) from ota_sync_logs l where l.connection_id = c.id) as calls, c.is_enabled, c.account_id, k.owner, k.words, k.next_try_at,
                               (select count(*) from marks where connection_id = c.id) as marks,
                               (select count(*) from ota_rate_plans where connection_id = c.id) as remotes,
                               (select json_agg(json_build_array(request, outcome, code, words)) from attempts where connection_id = c.id) as attempts
                          from third_party_integrations c left join claims k on k.connection_id = c.id where c.id = ?
                        """)
                .param(connection)
                .query()
                .listOfRows();
    }

    /** The calls since a moment that carried rooms or prices of this hotel. */
    public List<JsonNode> pushesSince(long moment) {
        List<JsonNode> pushes = new ArrayList<>();
        for (JsonNode call : callsSince(moment)) {
            boolean push =
                    call.path("path")
                            .asText()
                            .matches(
                                    "/hotels/(ota/OTA_Hotel(Avail|RateAmount)Notif|xml/availability)");
            if (push && call.path("hotel").asLong() == remoteHotel()) {
                pushes.add(call);
            }
        }
        return pushes;
    }

    /** Now, as the sandbox numbers its calls. */
    public long moment() {
        long last = 0;
        for (JsonNode call : callsSince(0)) {
            last = Math.max(last, call.path("id").asLong());
        }
        return last;
    }

    private JsonNode callsSince(long moment) {
        return sandbox.get("/sandbox/calls?path=/hotels/&limit=100000&since=" + moment)
                .body()
                .path("calls");
    }

    /** The next month that begins more than a fortnight from today. */
    public static YearMonth month() {
        return YearMonth.from(LocalDate.now().plusDays(15)).plusMonths(1);
    }
}
