package io.serai.channel.door;

import static io.serai.channel.door.Inn.saying;
import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class LimitsAtTheDoorTests {

    private static final String LIMITS =
            """
            limits:
              counts: { account: 10/s, in-flight: { hotel: 1 } }
              bookings: { calls: [pushes, confirmations], in-flight: { hotel: 1 } }
            """
                    + "  scarce";

    private static Database database;

    @TempDir static Path folder;
    private Inn inn;
    private final List<Stage> instances = new ArrayList<>();

    @BeforeAll
    static void openDatabase() {
        database = Database.fresh();
    }

    @AfterAll
    static void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void openTwoInstances() {
        inn = new Inn();
        for (int instance = 0; instance < 2; instance++) {
            instances.add(
                    Stage.before(
                            inn,
                            folder,
                            database,
                            text ->
                                    text.replace("limits:\n  scarce", LIMITS)
                                            .replace("deadline: 1500ms", "deadline: 30s")));
        }
    }

    @AfterEach
    void close() {
        instances.forEach(Stage::close);
        inn.close();
        JdbcClient.create(database.owner())
                .sql(
                        "truncate channel_accounts, call_limits, call_turns, call_stops, calls_in_flight cascade")
                .update();
    }

    @Test
    void theChannelIsCalledNoMoreThanItsLimitInAnyStretchOfItsTimeByTwoInstances() {
        long account = instances.get(0).account();
        ConcurrentLinkedQueue<Long> came = new ConcurrentLinkedQueue<>();
        inn.answers(
                exchange -> {
                    came.add(System.nanoTime());
                    saying(200, "application/xml", "<ok/>").answer(exchange);
                });

        long end = System.nanoTime() + Duration.ofSeconds(4).toNanos();
        List<CompletableFuture<Void>> callers = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
            Stage stage = instances.get(caller % 2);
            callers.add(
                    CompletableFuture.runAsync(
                            () -> {
                                while (System.nanoTime() < end) {
                                    call(stage, account, "counts");
                                }
                            }));
        }
        callers.forEach(CompletableFuture::join);

        List<Long> times = came.stream().sorted().toList();
        assertThat(times).hasSizeBetween(12, 42);
        for (int i = 10; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 10)).isGreaterThan(1_000_000_000L);
        }
    }

    @Test
    void leavesTheChannelAloneInAllInstancesForAsLongAsA429Says() {
        long account = instances.get(0).account();
        inn.answers(
                exchange -> {
                    exchange.getResponseHeaders().add("Retry-After", "40");
                    saying(429, "application/xml", "<slow/>").answer(exchange);
                });

        Exchange theirs = call(instances.get(0), account, "counts", "Serai-Connection", "1");
        Exchange ours = call(instances.get(1), account, "counts", "Serai-Connection", "2");
        Exchange another = call(instances.get(1), account, "scarce");

        assertThat(status(theirs)).isEqualTo(429);
        assertThat(theirs.getMessage().getHeader("Serai-Limited")).isNull();
        assertThat(ours.getMessage().getHeader("Serai-Limited")).isEqualTo("true");
        assertThat(ours.getMessage().getHeader("Retry-After", Integer.class)).isBetween(30, 40);
        assertThat(another.getMessage().getHeader("Serai-Limited")).isNull();
        assertThat(inn.asked()).hasSize(2);
    }

    @Test
    void makesOneCallForAHotelAtATimeOverEndpointsAndInstances() throws Exception {
        long account = instances.get(0).account();
        CompletableFuture<Void> arrived = new CompletableFuture<>();
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        inn.answers(
                exchange -> {
                    arrived.complete(null);
                    goOn.join();
                    saying(200, "application/xml", "<ok/>").answer(exchange);
                });
        CompletableFuture<Exchange> first =
                CompletableFuture.supplyAsync(
                        () -> call(instances.get(0), account, "pushes", "Serai-Connection", "1"));
        arrived.join();

        Exchange second = call(instances.get(1), account, "confirmations", "Serai-Connection", "1");
        goOn.complete(null);
        first.join();
        Exchange third = call(instances.get(1), account, "confirmations", "Serai-Connection", "1");

        assertThat(second.getMessage().getHeader("Serai-Limited")).isEqualTo("true");
        assertThat(status(first.get())).isEqualTo(200);
        assertThat(status(third)).isEqualTo(200);
    }

    @Test
    void givesTheAnswerEvenIfTheDatabaseFailsAfterTheCall() {
        long account = instances.get(0).account();
        JdbcClient owner = JdbcClient.create(database.owner());
        inn.answers(
                exchange -> {
                    owner.sql("alter table calls_in_flight rename to gone_flights").update();
                    owner.sql("alter table call_stops rename to gone_stops").update();
                    exchange.getResponseHeaders().add("Retry-After", "40");
                    saying(429, "application/xml", "<slow/>").answer(exchange);
                });

        Exchange answered = call(instances.get(0), account, "counts", "Serai-Connection", "1");
        owner.sql("alter table gone_flights rename to calls_in_flight").update();
        owner.sql("alter table gone_stops rename to call_stops").update();

        assertThat(answered.getException()).isNull();
        assertThat(status(answered)).isEqualTo(429);
        assertThat(answered.getMessage().getHeader("Serai-Limited")).isNull();
    }

    @Test
    void knowsWhoseHotelItIsThatTheChannelNamesByANumber() {
        SampleHotel hotel = SampleHotel.another(database);
        JdbcClient jdbc = JdbcClient.create(database.owner());
        Map<String, Object> row =
                jdbc.sql(
                                "select account_id, remote_hotel from third_party_integrations where id = ?")
                        .param(hotel.connection())
                        .query()
                        .singleRow();
        CallingHotels hotels = new CallingHotels(JdbcClient.create(database.engine()));
        long account = ((Number) row.get("account_id")).longValue();

        assertThat(hotels.connection(account, (String) row.get("remote_hotel")))
                .hasValue((long) hotel.connection());
        assertThat(hotels.connection(account, "nobody's")).isEmpty();
    }

    private Exchange call(Stage stage, long account, String call, String... headers) {
        return stage.call(inn.url() + "/x", account, call, "<a/>", headers);
    }

    private static int status(Exchange exchange) {
        return exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }
}
