package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.webhook.KeptBodies;
import io.serai.console.Visitor;
import io.serai.delivery.Parking;
import io.serai.flow.trial.OpenedMessages;
import io.serai.testing.Collector;
import io.serai.testing.Collector.Span;
import io.serai.testing.Database;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marked cards go every way that a card can come: asked for, told, pushed, parked and sent again,
 * refused, broken. Nothing that is kept, shown or logged anywhere holds one in clear.
 */
class NoCardInClearTests {

    private final Sink log = new Sink("log", "reservation-take");
    private final Sink answers = new Sink("answers and pages", "Casa do Mar");
    private final Sink beans = new Sink("JMX, as the route console shows it", "reservation-take");
    private final Sink opened = new Sink("sealed bodies, opened", "CardNumber=\"card_");
    private final Sink dump = new Sink("dump", "Casa do Mar");
    private final Sink files = new Sink("files of the database", "Casa do Mar");
    private final Sink writes = new Sink("log of writes", "Casa do Mar");
    private final Sink traces = new Sink("traces", "serai.correlation");

    /** Everywhere that is looked; what else Serai writes to belongs here, too. */
    private final List<Sink> sinks =
            List.of(log, answers, beans, opened, dump, files, writes, traces);

    @Test
    void showsNoCardWhicheverWayItCameAndWhateverIsLookedAt(@TempDir Path folder) throws Exception {
        Database database = Database.alone(folder.resolve("data"));
        Dump whole = new Dump(database);
        whole.uncompressed();
        try (Collector collector = new Collector();
                RunningSerai serai =
                        RunningSerai.on(
                                database, Map.of("serai.tracing.endpoint", collector.url()))) {
            Story booking = Story.begin(serai, 4);
            ExpediaDesk desk = new ExpediaDesk(serai, true);
            ExpediaHouse house = ExpediaHouse.notified(serai);
            house.awaitOpen();
            try (WatchedLog watched = new WatchedLog(log)) {
                CardWays ways = new CardWays(answers);
                String polled = ways.polled(booking);
                ways.parked(booking, () -> opened(serai));
                ways.told(desk);
                ways.pushed(house);
                ways.charged(booking, polled);
                shown(serai);

                assertThat(watched.traced()).isPositive();
            }

            assertThat(count(serai, "cards")).isGreaterThanOrEqualTo(4);
            beans(serai);
            opened(serai);
            assertThat(whole.look(dump)).isGreaterThan(50);
            files(serai, folder);
            traces.look("spans", collector.texts());
            assertThat(collector.spans(Span::isStatement)).hasSizeGreaterThan(100);
            assertThat(sinks).flatExtracting(Sink::cards).isEmpty();
            assertThat(sinks).allMatch(Sink::sawItsWitness);
        }
    }

    /** Pages and answers of the API about all of it. */
    private void shown(RunningSerai serai) {
        Visitor admin = Visitor.signedIn(serai, Visitor.user(serai, "admin"));
        JdbcClient sql = serai.sql();
        Stream<String> bookings =
                sql
                        .sql(
                                "select format('/hotels/%s/bookings/%s', hotel_id, id) from reservations where hotel_id is not null")
                        .query(String.class)
                        .list()
                        .stream()
                        .flatMap(booking -> Stream.of(booking, booking + "/payments"));
        Stream<String> parked =
                sql.sql("select id from parked_messages").query(String.class).list().stream()
                        .flatMap(id -> Stream.of("/inbox/" + id, "/api/inbox/" + id));
        Stream<String> others =
                Stream.of(
                        "/inbox?state=all",
                        "/audit",
                        "/engineer",
                        "/jobs",
                        "/api/inbox",
                        "/api/inbox/webhooks",
                        "/api/access/calls?limit=500",
                        "/actuator/prometheus");
        Stream.of(bookings, parked, others)
                .flatMap(each -> each)
                .forEach(path -> answers.look(path, admin.get(path).body()));
    }

    private static int count(RunningSerai serai, String table) {
        return serai.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }

    /**
     * Every attribute of every bean that JMX shows, more than the route console may; routes of
     * other tests' Serais were never on a card's way.
     */
    private void beans(RunningSerai serai) throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        String ours = serai.part(CamelContext.class).getManagementName();
        for (ObjectName name : server.queryNames(null, null)) {
            assertThat(name.getKeyProperty("type")).isNotEqualTo("tracer");
            String context = name.getKeyProperty("context");
            if (context != null && !context.equals(ours)) {
                continue;
            }
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    beans.look(
                            name + " " + attribute.getName(),
                            String.valueOf(server.getAttribute(name, attribute.getName())));
                } catch (Exception unreadable) {
                    // shows nothing
                }
            }
        }
    }

    /**
     * Bodies that wait to be sent again: sealed, and yet without cards. A number in a remark is
     * part of what was said; it is masked wherever it is shown.
     */
    private void opened(RunningSerai serai) {
        Parking parking = serai.part(Parking.class);
        KeptBodies calls = serai.part(KeptBodies.class);
        ids(
                        serai,
                        "select id from parked_messages where state = 'parked' and body_sealed is not null")
                .forEach(id -> opened.look("parked message " + id, parking.open(id).body()));
        ids(serai, "select id from ota_webhooks where body_sealed is not null")
                .forEach(
                        id ->
                                opened.look(
                                        "webhook call " + id,
                                        calls.text(id)
                                                .orElseThrow()
                                                .replace(MarkedCards.IN_A_REMARK.number, "")));
        OpenedMessages.of(serai).forEach(text -> opened.look("mapped message", text));
    }

    private static List<Long> ids(RunningSerai serai, String select) {
        return serai.sql().sql(select).query(Long.class).list();
    }

    /** The database's own files, its log of writes among them; one may go while it is looked at. */
    private void files(RunningSerai serai, Path folder) throws IOException {
        serai.sql().sql("checkpoint").update();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        String place = folder.relativize(file).toString();
                        try (InputStream bytes = Files.newInputStream(file)) {
                            (place.contains("pg_wal") ? writes : files).look(place, bytes);
                        } catch (NoSuchFileException gone) {
                            return visitFileFailed(file, gone);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                });
    }
}
