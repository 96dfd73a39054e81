package io.serai.alert;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.ChannelFiles;
import io.serai.channel.Channels;
import io.serai.channel.account.CredentialSettings;
import io.serai.testing.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One instance's watch over a database, which looks when it is told to. */
final class Watching implements AutoCloseable {

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final JdbcClient owner;

    Watching(Database database) {
        this(database, 0);
    }

    Watching(Database database, double diskFree) {
        owner = JdbcClient.create(database.owner());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "test",
                                Map.of("serai.db.url", "given", "serai.flow.kept", "target")));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.engine()));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database.engine())));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Channels.class, () -> ChannelFiles.in(channel()));
        context.registerBean(AlertSettings.class, () -> settings(diskFree));
        context.registerBean(
                CredentialSettings.class,
                () ->
                        new CredentialSettings(
                                null,
                                Duration.ofHours(24),
                                Duration.ofDays(90),
                                Duration.ofDays(14)));
        context.register(AlertRows.class, AlertMessages.class, AlertWatch.class);
        context.scan("io.serai.alert.condition");
        context.refresh();
    }

    private static Path channel() {
        try {
            Path routes = Files.createTempDirectory(Path.of("target"), "routes");
            Files.writeString(
                    Files.createDirectory(routes.resolve("somechannel")).resolve("channel.yaml"),
                    """
                    code: booking.com
                    name: Booking.com
                    deadline: 20s
                    fields:
                      price: { at: product, request: rates, per: room }
                    requests:
                      rates: { one: [hotel, month], weekdays: no, updates: 1000 }
                    answers:
                      http: { 429: later, 5xx: later }
                    retries:
                      unreachable: [1m]
                      later: [1m]
                      then: hold
                    """);
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AlertSettings settings(double diskFree) {
        return new AlertSettings(
                Duration.ofMinutes(15),
                Duration.ofHours(24),
                Duration.ofDays(400),
                Duration.ofSeconds(1),
                3,
                4,
                Duration.ofMinutes(2),
                Duration.ofMinutes(10),
                Duration.ofMinutes(5),
                3,
                Duration.ofHours(6),
                20,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                diskFree,
                Duration.ofHours(24),
                new AlertSettings.Messages(Duration.ofHours(1), 100, 10, 0.1),
                new AlertSettings.Calls(Duration.ofMinutes(15), 20, 0.1));
    }

    void look(Instant now) {
        context.getBean(AlertWatch.class).look(now);
    }

    int forget() {
        return context.getBean(AlertWatch.class).forget();
    }

    /** An alert of a kind, as it is kept. */
    record Kept(
            long id,
            String title,
            String words,
            String todo,
            String page,
            String severity,
            boolean lasts,
            int returns) {}

    /** All of a kind, the oldest first. */
    List<Kept> alerts(AlertKind kind) {
        return owner.sql(
                        "select id, title, words, todo, page, severity, ended_at is null as lasts, returns from alarms where what = ? order by id")
                .param(kind.word())
                .query(Kept.class)
                .list();
    }

    /** What was told of the alerts of a kind, in order. */
    List<String> told(AlertKind kind) {
        return owner.sql(
                        "select m.what from alert_messages m join alarms a on a.id = m.alarm_id where a.what = ? order by m.id")
                .param(kind.word())
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
