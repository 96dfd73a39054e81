package io.serai.expedia;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.account.ChannelAccounts;
import io.serai.testing.Database;
import io.serai.testing.OwnFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * The real flows of Expedia's reservations, with the door, the vault and a real PostgreSQL, against
 * a host that a test instructs; started once.
 */
final class ReservationBench {

    /** A call as it was on the wire. */
    record Call(String path, String body) {}

    private static final Database DATABASE = Database.fresh();
    private static final HttpServer HOST = host();
    private static final LinkedBlockingQueue<String> ANSWERS = new LinkedBlockingQueue<>();
    private static final List<Call> CALLS = new CopyOnWriteArrayList<>();
    private static final ConfigurableApplicationContext CONTEXT = start();
    private static final AtomicInteger NUMBER = new AtomicInteger(650_000);

    final JdbcClient jdbc = bean(JdbcClient.class);
    final int remote = NUMBER.incrementAndGet();
    final int hotel;
    final int connection;
    final int room;
    final long account;

    /** A hotel in Lisbon with its own account: room 210001, sold as rate plan 330001. */
    ReservationBench() {
        ANSWERS.clear();
        CALLS.clear();
        hotel =
                id(
                        "insert into hotels (code, name, time_zone, currency) values (?, 'Casa', 'Europe/Lisbon', 'EUR') returning id",
                        "casa-" + remote);
        room =
                id(
                        "insert into room_types (hotel_id, code, name, size, max_guests) values (?, 'DBL', 'Double', 200, 2) returning id",
                        hotel);
        account =
                bean(ChannelAccounts.class)
                        .take(
                                "expedia",
                                "Casa",
                                Map.of(
                                        "api_key",
                                        "eqc-" + remote,
                                        "api_secret",
                                        "secret-" + remote));
        connection =
                id(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, account_id, state)
                        values ('Expedia', 'ota', 'expedia', '{}', jsonb_build_object('property_id', cast(? as text)), ?, ?, 'open') returning id
                        """,
                        "" + remote,
                        hotel,
                        account);
        var plan =
                id(
                        "insert into rate_plans (hotel_id, code, name) values (?, 'bar', 'Best') returning id",
                        hotel);
        var product =
                id(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) values (?, ?, ?) returning id",
                        hotel,
                        room,
                        plan);
        map(null, room, null);
        map("330001", null, product);
    }

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    /** What the host answers next; after the last one it cuts the connection. */
    ReservationBench answers(String... xml) {
        ANSWERS.addAll(List.of(xml));
        return this;
    }

    List<Call> calls() {
        return CALLS;
    }

    /** Asks the port as shared code does; the exchange when it has answered. */
    Exchange ask(String port, String body, Map<String, Object> headers) {
        return bean(CamelContext.class)
                .createProducerTemplate()
                .request(
                        "direct:expedia-" + port,
                        exchange -> {
                            exchange.getMessage().setBody(body);
                            exchange.getMessage().setHeader("Serai-Account", account);
                            headers.forEach(exchange.getMessage()::setHeader);
                        });
    }

    Exchange poll(String queue) {
        return ask("reservations-poll", null, Map.of("Serai-Queue", queue));
    }

    String one(String sql, Object... values) {
        return jdbc.sql(sql).params(values).query(String.class).single();
    }

    /** One thing about the latest revision of a booking. */
    String revision(long number, String what) {
        return one(
                "select ("
                        + what
                        + ")::text from reservation_revisions where account_id = ? and number = ? order by revision desc limit 1",
                account,
                "" + number);
    }

    /** Tables that hold a text anywhere. */
    List<String> tablesWith(String text) {
        var owner = JdbcClient.create(DATABASE.owner());
        return owner
                .sql(
                        "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                .query(String.class)
                .list()
                .stream()
                .filter(
                        table ->
                                owner.sql(
                                                "select exists (select from \"%s\" t where t::text like ?)"
                                                        .formatted(table))
                                        .param("%" + text + "%")
                                        .query(Boolean.class)
                                        .single())
                .toList();
    }

    private void map(String rate, Integer roomType, Integer product) {
        id(
                "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, room_type_id, product_id) values (?, ?, '210001', ?, ?, ?) returning id",
                hotel,
                connection,
                rate,
                roomType,
                product);
    }

    private int id(String sql, Object... values) {
        return jdbc.sql(sql).params(java.util.Arrays.asList(values)).query(Integer.class).single();
    }

    private static HttpServer host() {
        try {
            var server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", ReservationBench::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            CALLS.add(new Call(call.getRequestURI().getPath(), body));
            var answer = ANSWERS.poll();
            if (answer != null) {
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                call.getResponseHeaders().add("Content-Type", "text/xml;charset=UTF-8");
                call.sendResponseHeaders(200, bytes.length);
                call.getResponseBody().write(bytes);
            }
        }
    }

    private static ConfigurableApplicationContext start() {
        var context =
                new SpringApplicationBuilder(App.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--serai.db.url=" + DATABASE.url(),
                                "--serai.db.user=postgres",
                                "--serai.vault.key-file=" + OwnFolder.of("expedia/master.json"),
                                "--serai.channels.expedia.services-url=http://127.0.0.1:"
                                        + HOST.getAddress().getPort(),
                                "--serai.retry.first-delay=10",
                                "--server.port=0",
                                "--spring.main.banner-mode=off",
                                "--management.endpoint.health.validate-group-membership=false",
                                "--logging.level.root=warn");
        load(context.getBean(CamelContext.class));
        return context;
    }

    private static void load(CamelContext camel) {
        try (var files = Files.walk(Path.of("routes"))) {
            for (var file : files.filter(ReservationBench::isWanted).sorted().toList()) {
                PluginHelper.getRoutesLoader(camel)
                        .loadRoutes(
                                PluginHelper.getResourceLoader(camel)
                                        .resolveResource("file:" + file));
            }
        } catch (Exception e) {
            throw new IllegalStateException("the flows of reservations", e);
        }
    }

    private static boolean isWanted(Path file) {
        return file.toString()
                .matches(
                        "routes/(expedia/(reservation.*|eqc-(address|call)|answer)|common/(errors|message-park|message-replay|reservation-(take|left)))\\.camel\\.yaml");
    }

    /** Serai without its faces. */
    @EnableAutoConfiguration
    @ConfigurationPropertiesScan("io.serai")
    @ComponentScan({
        "io.serai.database",
        "io.serai.vault",
        "io.serai.channel",
        "io.serai.delivery",
        "io.serai.reservation"
    })
    static class App {

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        TaskScheduler scheduler() {
            return new SimpleAsyncTaskScheduler();
        }
    }
}
