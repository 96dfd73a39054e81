package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The stand-in on a free port, with a database of its own; queues without waiting times. */
public final class StandIn implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable StandIn shared;

    private final Map<String, Object> settings;
    private @Nullable ConfigurableApplicationContext context;
    private int port;

    private StandIn(Map<String, Object> settings) {
        this.settings = settings;
        begin();
    }

    /** The stand-in of Expedia in the same process. */
    public StandIn expedia() {
        var running = java.util.Objects.requireNonNull(context, "context");
        return at(
                running.getEnvironment().getRequiredProperty("local.expedia.port", Integer.class));
    }

    private StandIn(int port) {
        this.settings = Map.of();
        this.port = port;
    }

    private void begin() {
        context = SandboxApplication.start(settings);
        port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    /** One that runs in a process of its own. */
    static StandIn at(int port) {
        return new StandIn(port);
    }

    /** Waits until it answers. */
    void awaitStart() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> send("GET", "/sandbox/faults", null).statusCode() == 200);
    }

    /** One for all test classes of this run; give each test a hotel of its own. */
    public static synchronized StandIn shared() {
        if (shared == null) {
            shared = start(Map.of());
        }
        return shared;
    }

    /** One of its own, with settings that differ. */
    public static StandIn start(Map<String, Object> more) {
        var settings = new HashMap<String, Object>();
        settings.put("sandbox.port", 0);
        settings.put("sandbox.db.url", database());
        settings.put("sandbox.db.user", "postgres");
        settings.put("sandbox.db.password", "postgres");
        settings.put("sandbox.queue.min-interval", "0s");
        settings.put("sandbox.expedia.notification.every", "100ms");
        settings.put("sandbox.expedia.notification.again-after", "300ms");
        settings.put("sandbox.queue.after-ack", "0s");
        settings.putAll(more);
        return new StandIn(settings);
    }

    static synchronized String database() {
        try {
            if (postgres == null) {
                postgres =
                        EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(60)).start();
            }
            var name = "stand_in_" + DATABASES.incrementAndGet();
            try (var connection = postgres.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return postgres.getJdbcUrl("postgres", name);
        } catch (IOException | java.sql.SQLException e) {
            throw new IllegalStateException("no PostgreSQL for the stand-in", e);
        }
    }

    /** Where its faces begin. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Stops it and starts it anew on the same database. */
    public void restart() {
        close();
        begin();
    }

    public HttpResponse<String> send(
            String method, String path, @Nullable String body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A call of the control face that must succeed; its answer, or null when it has none. */
    public JsonNode control(String method, String path, @Nullable String body) {
        var answer = send(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(
                    method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return json(answer.body());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
