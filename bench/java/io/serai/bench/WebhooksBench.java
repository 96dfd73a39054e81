package io.serai.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.channel.account.ChannelAccounts;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/**
 * How fast webhook calls are verified, stored durably and answered: 32 clients, against the same
 * route doing nothing, and beside {@code pgbench} inserting single rows into the same server.
 * {@code -Dbench.seconds} sets how long each repeat lasts.
 */
final class WebhooksBench {

    private static final int CLIENTS = 32;
    private static final int WARM_CLIENTS = 4;
    private static final int WARM = 40;
    private static final int REPEATS = 3;
    private static final double LEAST = 0.8;
    private static final double SLOWEST = 50;
    private static final String SECRET = "a secret of the bench";
    private static final String KEY = "a key of the bench";

    /** The path of tokens is the one below /webhooks that no door stands before. */
    private static final String IDLE = "/webhooks/idle/token";

    private static final String STORED = "/webhooks/expedia/notifications";

    /** What the door and the route for kept calls do, less the door. */
    private static final String ROUTE =
            """
            - route:
                id: bench-idle
                from:
                  uri: platform-http
                  parameters: { path: "%s", httpMethodRestrict: POST }
                  steps:
                    - to: { uri: direct, parameters: { name: bench-idle-answer } }
            - route:
                id: bench-idle-answer
                from:
                  uri: direct
                  parameters: { name: bench-idle-answer }
                  steps:
                    - choice:
                        when:
                          - expression: { simple: { expression: "${exchangeProperty.endpoint} != null" } }
                            steps:
                              - removeHeaders: { pattern: "*" }
                        otherwise:
                          steps:
                            - removeHeaders: { pattern: "*" }
                            - setBody: { expression: { constant: { expression: "" } } }
                            - setHeader: { name: CamelHttpResponseCode, expression: { simple: { expression: "202", resultType: java.lang.Integer } } }
            """
                    .formatted(IDLE);

    private static final String INSERT =
            """
            \\set id random(1, 1000000000000)
            insert into ota_webhooks (provider, hook, kind, message_id, body_sealed, state)
            values ('pgbench', '', 'MessageReceived', (:id)::text, decode(repeat('5a', 260), 'hex'), 'unused');
            """;

    private final PrintStream out;

    WebhooksBench(PrintStream out) {
        this.out = out;
    }

    /** In a process of its own. */
    void run() throws IOException {
        BenchProcess.run(
                List.of("-Xmx1g", "-Dbench.seconds=" + System.getProperty("bench.seconds", "10")),
                WebhooksBench.class);
    }

    public static void main(String[] args) throws Exception {
        try (var serai =
                new SeraiHere(Path.of("target/bench/webhooks-" + ProcessHandle.current().pid()))) {
            new WebhooksBench(System.out).measure(serai);
        }
        System.exit(0);
    }

    private void measure(SeraiHere serai) throws Exception {
        serai.part(ChannelAccounts.class)
                .take(
                        "expedia",
                        "bench",
                        Map.of(
                                "api_key",
                                "bench",
                                "api_secret",
                                "bench",
                                "webhook_key",
                                KEY,
                                "webhook_secret",
                                SECRET));
        var camel = serai.part(CamelContext.class);
        PluginHelper.getRoutesLoader(camel)
                .loadRoutes(ResourceHelper.fromString("bench-idle.camel.yaml", ROUTE));
        var callers = new Callers(serai.port());
        int seconds = Integer.getInteger("bench.seconds", 10);
        var table =
                new Table(
                        out,
                        "Webhooks       verified, stored durably, answered; %d clients"
                                .formatted(CLIENTS));
        for (int turn = 0; turn < 4; turn++) {
            callers.run(WARM_CLIENTS, WARM / 8, calls(IDLE));
            callers.run(WARM_CLIENTS, WARM / 8, calls(STORED));
        }
        List<Double> idle = new ArrayList<>();
        List<Double> stored = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> slowest = new ArrayList<>();
        List<Double> inserts = new ArrayList<>();
        List<String> cpu = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            var before = spent(serai);
            var nothing = callers.run(CLIENTS, seconds, calls(IDLE));
            var between = spent(serai);
            var kept = callers.run(CLIENTS, seconds, calls(STORED));
            cpu.add("doing nothing: " + each(between.since(before), nothing));
            cpu.add("stored: " + each(spent(serai).since(between), kept));
            idle.add(nothing.rate());
            stored.add(kept.rate());
            ratios.add(kept.rate() / nothing.rate());
            slowest.add(kept.millis().percentile(99));
            pgbench(serai, seconds).ifPresent(inserts::add);
        }
        table.atLeast("against the same route doing nothing", LEAST, "×", ratios, "");
        table.atMost("p99 of calls that are stored", SLOWEST, "ms", slowest, "");
        table.note(
                "%,.0f a second stored, %,.0f doing nothing"
                        .formatted(
                                Spread.of(stored).percentile(50), Spread.of(idle).percentile(50)));
        cpu.forEach(table::note);
        table.note(beside(Spread.of(stored).percentile(50), inserts));
        table.note(PostgresPrograms.disk());
    }

    private static Cpu spent(SeraiHere serai) {
        return new Cpu(
                Cpu.spent(() -> Stream.of(ProcessHandle.current())),
                Cpu.spent(serai.database()::handles),
                0);
    }

    private static String each(Cpu spent, Callers.Reached reached) {
        double each = 1000.0 / reached.calls();
        return "%.0f µs of processor time of Serai a call, %.0f µs of its PostgreSQL, %.0f µs of the client"
                .formatted(
                        (spent.serai() - reached.cpu()) * each,
                        spent.database() * each,
                        reached.cpu() * each);
    }

    private static Optional<Double> pgbench(SeraiHere serai, int seconds)
            throws IOException, SQLException {
        return PostgresPrograms.pgbench(serai.database().environment(), INSERT, CLIENTS, seconds);
    }

    private static String beside(double stored, List<Double> inserts) {
        if (inserts.isEmpty()) {
            return "pgbench is not on this machine";
        }
        double single = Spread.of(inserts).percentile(50);
        return "pgbench inserts %,.0f single rows a second: %.2f × of it (aim: 0.8 ×)"
                .formatted(single, stored / single);
    }

    /** Notifications of messages: kept, and nothing is read for them. */
    private static Supplier<byte[]> calls(String path) {
        return () -> {
            String body =
                    """
                    {"event_name":"MessageReceived","creation_time":"2026-11-22T10:00:00.000000000Z","notification_id":"%s","payload":{"property_id":"777001","message_thread_id":"1","message_id":"2","message_type":"FREE_TEXT","from_role":"TRAVELER"}}"""
                            .formatted(UUID.randomUUID());
            String stamp = Long.toString(System.currentTimeMillis());
            String head =
                    """
                    POST %s HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Content-Type: application/json\r
                    Content-Length: %d\r
                    api-key: %s\r
                    x-eg-notification-timestamp: %s\r
                    x-eg-notification-signature-v2: sha256=%s\r
                    \r
                    """
                            .formatted(path, body.length(), KEY, stamp, signature(stamp, body));
            return (head + body).getBytes(UTF_8);
        };
    }

    private static String signature(String stamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((stamp + "." + body).getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
