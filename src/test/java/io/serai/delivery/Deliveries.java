package io.serai.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.ChannelFiles;
import io.serai.channel.Channels;
import io.serai.channel.connection.BaseUrls;
import io.serai.database.DatabaseAddress;
import io.serai.database.Notices;
import io.serai.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * One instance's deliveries without routes: rounds are driven step by step, and a death is a round
 * that is simply dropped.
 */
final class Deliveries implements AutoCloseable {

    static final int ISOLATING = 12;
    static final int BULK = 10;
    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration DEADLINE = Duration.ofSeconds(20);

    /** One month a request, single prices. */
    static final String BY_MONTH =
            """
            code: booking.com
            deadline: 20s
            fields:
              rooms:       { at: room,    request: availability, min: 0, max: 254 }
              room-closed: { at: room,    request: availability }
              closed:      { at: product, request: availability }
              min-through: { at: product, request: availability, none: 0, min: 0, max: 31 }
              cta:         { at: product, request: availability }
              price:       { at: product, request: rates, per: room }
            requests:
              availability: { one: [hotel, month], weekdays: no, updates: 1000 }
              rates:        { one: [hotel, month], weekdays: no, updates: 1000, bytes: 100000 }
            answers:
              http: { 429: later, 5xx: later }
              codes: { NO: refused }
            retries:
              unreachable: [1m, 2m]
              later: [1m, 3m]
              then: hold
            """;

    /** Weekdays, all months and all prices of a night at once, few updates a request. */
    static final String BY_WEEKDAYS =
            BY_MONTH.replace("[hotel, month], weekdays: no", "[hotel], weekdays: yes")
                    .replace("updates: 1000", "updates: 7")
                    .replace("per: room", "per: occupancy, send: vector");

    /** What one guest pays, where the hotel's plan is priced so. */
    static final String BY_PERSON =
            BY_MONTH
                    + """
                    pricing:
                      per-person:
                        price: { at: product, request: rates, per: room }
                    """;

    /** By length of stay; what was told once stays on sale. */
    static final String BY_STAY =
            BY_MONTH.replace(
                    "  price:       { at: product, request: rates, per: room }",
                    """
                      max-arrival: { at: product, request: availability, none: 28, min: 1, max: 28 }
                      stay-price:  { at: product, request: rates, per: stay, send: vector, keeps: yes }\
                    """);

    static final GateSettings ANY_PRICE = new GateSettings(new BigDecimal(1_000_000), 0);

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final CamelContext camel = new DefaultCamelContext();
    private final JdbcClient owner;

    /** Prices may be what they like. */
    Deliveries(Database database, Clock clock, String channel) {
        this(database, clock, channel, ANY_PRICE);
    }

    Deliveries(Database database, Clock clock, String channel, GateSettings gate) {
        this(database, clock, channel, gate, Duration.ZERO);
    }

    /**
     * @param rest how long a connection is left alone after a look that found nothing to tell
     */
    Deliveries(Database database, Clock clock, String channel, GateSettings gate, Duration rest) {
        owner = JdbcClient.create(database.owner());
        context.registerBean(DataSource.class, database::engine);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.engine()));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new JdbcTransactionManager(database.engine()));
        context.registerBean(
                ObjectMapper.class,
                () ->
                        JsonMapper.builder()
                                .findAndAddModules()
                                .disable(
                                        com.fasterxml.jackson.databind.SerializationFeature
                                                .WRITE_DATES_AS_TIMESTAMPS)
                                .build());
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Channels.class, () -> ChannelFiles.in(routes(channel)));
        context.registerBean(ProducerTemplate.class, () -> camel.createProducerTemplate());
        context.registerBean(
                DatabaseAddress.class, () -> new DatabaseAddress(database.url(), "postgres", ""));
        context.registerBean("flywayInitializer", Object.class, Object::new);
        context.registerBean(
                DeliverySettings.class,
                () ->
                        new DeliverySettings(
                                1000,
                                LEASE,
                                Duration.ofSeconds(5),
                                20_000,
                                ISOLATING,
                                BULK,
                                Duration.ofHours(1),
                                Duration.ofMillis(20),
                                rest));
        context.registerBean(GateSettings.class, () -> gate);
        context.register(
                Transactions.class,
                Notices.class,
                Claims.class,
                BaseUrls.class,
                Connections.class,
                Marks.class,
                Refusals.class,
                PriceApprovals.class,
                Gates.class,
                RateBounds.class,
                Comparing.class,
                RecordTurns.class,
                RecordCheck.class,
                Attempts.class,
                DeliveryMeters.class,
                Settlements.class,
                Ladder.class,
                Fitting.class,
                DeliveryAlerts.class,
                Wakes.class,
                Workers.class,
                Closures.class,
                Rounds.class);
        context.refresh();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    private static Path routes(String channel) {
        try {
            Path routes = Files.createTempDirectory(Path.of("target"), "routes");
            Path folder = Files.createDirectory(routes.resolve("somechannel"));
            Files.writeString(folder.resolve("channel.yaml"), channel);
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** From now on the dispatcher is there; counts how often a round wakes it: no notice does. */
    AtomicInteger wakes() throws Exception {
        AtomicInteger wakes = new AtomicInteger();
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:ari-wake")
                                .routeId("ari-wake")
                                .filter(exchange -> !isNotice())
                                .process(exchange -> wakes.incrementAndGet());
                    }
                });
        camel.start();
        return wakes;
    }

    private static boolean isNotice() {
        return Thread.currentThread().getName().equals("database-notices");
    }

    /** Sends all that is due until nothing is; returns how many rounds it took. */
    int run(TestChannel channel) {
        int rounds = 0;
        for (List<Claim> due = due(); !due.isEmpty(); due = due()) {
            rounds += due.size();
            due.forEach(claim -> deliver(claim, channel::call));
        }
        return rounds;
    }

    List<Claim> due() {
        return bean(Rounds.class).due();
    }

    /** A round from beginning to end, as the routes make it. */
    void deliver(Claim claim, UnaryOperator<String> channel) {
        Underway underway = new Underway(claim);
        try {
            underway.begin();
            while (underway.isOpen()) {
                underway.settle(channel.apply(underway.open()));
            }
        } finally {
            underway.finish();
        }
    }

    /** A round that is driven step by step. */
    Underway begin(Claim claim) {
        Underway underway = new Underway(claim);
        underway.begin();
        return underway;
    }

    /** Lets time pass, as far as claims and attempts know. */
    void passes(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        owner.sql(
                        "update claims set until = until - ? * interval '1 second', next_try_at = next_try_at - ? * interval '1 second'")
                .params(seconds, seconds)
                .update();
        owner.sql(
                        "update attempts set deadline = deadline - ? * interval '1 second', again_at = again_at - ? * interval '1 second'")
                .params(seconds, seconds)
                .update();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A round and the exchange it is made on. */
    final class Underway {

        private final Exchange exchange = new DefaultExchange(camel);
        private final Rounds rounds = bean(Rounds.class);

        private Underway(Claim claim) {
            exchange.setProperty("claim", claim);
        }

        private void begin() {
            exchange.setProperty("round", rounds.begin(exchange.getProperty("claim", Claim.class)));
        }

        boolean isOpen() {
            return exchange.getProperty("round", Round.class).isOpen();
        }

        /** The newest mark that was looked at. */
        long lookedTo() {
            return exchange.getProperty("round", Round.class).lookedTo();
        }

        /** The message that is to be sent now. */
        String open() {
            try {
                rounds.open(exchange);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            return exchange.getMessage().getBody(String.class);
        }

        /** How urgent the message is. */
        String urgency() {
            return exchange.getMessage().getHeader("Serai-Urgency", String.class);
        }

        /** The attempt under which the message is sent. */
        long attempt() {
            return exchange.getMessage().getHeader("Serai-Attempt", Long.class);
        }

        void settle(String answer) {
            exchange.getMessage().setBody(answer);
            try {
                rounds.settle(exchange);
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        void finish() {
            rounds.finish(exchange);
        }
    }
}
