package io.serai.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Collector;
import io.serai.testing.Collector.Span;
import io.serai.testing.Database;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Marked cards go every way that a card can come: asked for, told, pushed, parked and sent again,
 * refused, broken. Nothing that is kept, shown or logged anywhere holds one in clear.
 */
class NoCardInClearTests {

    private static final LocalDate DAY = LocalDate.now().plusDays(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> answers = new ArrayList<>();

    @Test
    void showsNoCardWhicheverWayItCameAndWhateverIsLookedAt(@TempDir Path folder) throws Exception {
        try (Collector collector = new Collector();
                RunningSerai serai =
                        RunningSerai.on(
                                Database.alone(folder.resolve("data")),
                                Map.of("serai.tracing.endpoint", collector.url()))) {
            Story booking = Story.begin(serai, 4);
            ExpediaDesk desk = new ExpediaDesk(serai, true);
            ExpediaHouse house = ExpediaHouse.notified(serai);
            house.awaitOpen();
            try (WatchedLog log = new WatchedLog()) {
                polled(booking);
                told(desk);
                pushed(house);

                assertThat(log.traced()).isPositive();
                assertThat(log.withCards()).isEmpty();
            }

            assertThat(count(serai, "cards")).isGreaterThanOrEqualTo(4);
            assertThat(inAny(answers)).isEmpty();
            assertThat(beans()).isEmpty();
            Map<String, List<String>> tables = tables(serai);
            assertThat(tables.get("channel_accounts")).isEmpty();
            assertThat(tables)
                    .hasSizeGreaterThan(50)
                    .allSatisfy((table, cards) -> assertThat(cards).as(table).isEmpty());
            assertThat(files(serai, folder, house)).isEmpty();
            assertThat(collector.spans(Span::isStatement)).hasSizeGreaterThan(100);
            assertThat(MarkedCards.in(collector.texts())).isEmpty();
        }
    }

    /**
     * Booking.com's queue; what the database refuses is parked, and taken when it is sent again.
     */
    private void polled(Story story) {
        taken(story.serai(), book(story, ",\"card\":true"));
        JdbcClient sql = story.sql();
        sql.sql(
                        "alter table reservations add constraint none check (provider <> 'booking.com') not valid")
                .update();
        String refused = book(story, ",\"vcc\":true");
        await().atMost(Duration.ofSeconds(150))
                .until(() -> count(story.serai(), "parked_messages") > 0);
        sql.sql("alter table reservations drop constraint none").update();
        for (long id :
                sql.sql("select id from parked_messages where body_sealed is not null")
                        .query(Long.class)
                        .list()) {
            try (var template = story.serai().part(CamelContext.class).createProducerTemplate()) {
                template.send(
                        "direct:message-replay", exchange -> exchange.getMessage().setBody(id));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        taken(story.serai(), refused);
        answers.addAll(
                sql.sql("select concat_ws(' ', reason, met, expected, note) from parked_messages")
                        .query(String.class)
                        .list());
    }

    private static String book(Story story, String card) {
        LocalDate arrival = Story.month().atDay(6);
        return story.sandbox()
                .post(
                        "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                        """
                        {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                         "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}%s}
                        """
                                .formatted(
                                        arrival,
                                        arrival.plusDays(1),
                                        story.remoteRoom(),
                                        story.remoteRate(0),
                                        card))
                .body()
                .path("id")
                .asText();
    }

    /** Expedia's notification, and the booking that is read then. */
    private void told(ExpediaDesk desk) {
        long own = desk.book(DAY, DAY.plusDays(2), ", \"card\": true, \"collect\": \"hotel\"");
        long virtual =
                desk.book(DAY, DAY.plusDays(2), ", \"card\": true, \"collect\": \"expedia\"");

        taken(desk.serai, Long.toString(own));
        taken(desk.serai, Long.toString(virtual));
    }

    /**
     * Booking Notification: taken, not to be understood, broken, unproved, and a card where none
     * belongs.
     */
    private void pushed(ExpediaHouse house) throws IOException, InterruptedException {
        String good = notification(house);
        push(house, good, "8100000001", MarkedCards.NOTIFIED);
        push(
                house,
                good.replace("Start=\"2027-02-03\"", "Start=\"never\"")
                        .replace("EffectiveDate=\"2027-02-03\"", "EffectiveDate=\"never\""),
                "8100000002",
                MarkedCards.UNREADABLE);
        String broken = good.replace("card_0123456789abcdefghijklmnop_1111", MarkedCards.MALFORMED);
        push(
                house,
                broken.substring(0, broken.indexOf("ExpireDate=\"\"><CardHolderName/>")),
                "8100000003",
                MarkedCards.MALFORMED);
        push(house, good.replace("known to both", "guessed"), "8100000004", MarkedCards.UNPROVED);
        push(
                house,
                good.replace("We arrive late", "take " + MarkedCards.IN_A_REMARK),
                "8100000005",
                MarkedCards.NOTIFIED);
        taken(house.serai(), "8100000001");
        taken(house.serai(), "8100000005");
    }

    private void push(ExpediaHouse house, String message, String number, String card)
            throws IOException, InterruptedException {
        String told =
                message.replace("4000000001", number)
                        .replace("RequestId=\"880001\"", "RequestId=\"" + number + "\"")
                        .replace("EchoToken=\"880001\"", "EchoToken=\"" + number + "\"")
                        .replace("card_0123456789abcdefghijklmnop_1111", card);
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                house.serai().url()
                                                        + "/webhooks/expedia/reservations"))
                                .header("Content-Type", "text/xml")
                                .POST(BodyPublishers.ofString(told))
                                .build(),
                        BodyHandlers.ofString());
        answers.add(answer.statusCode() + " " + answer.body());
    }

    private static String notification(ExpediaHouse house) throws IOException {
        return Files.readString(
                        Path.of("mappings/expedia/examples/bn-in.booked-hotel-collect.input.xml"))
                .replace("777001", "" + house.number())
                .replace("Password=\"\"", "Password=\"known to both\"")
                .replace("900001", house.room())
                .replace("500001A", house.plan(1));
    }

    /** Waits for it, and has its queue asked instead of waiting for that too. */
    private static void taken(RunningSerai serai, String number) {
        await("reservation " + number)
                .atMost(Duration.ofSeconds(150))
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        () -> {
                            serai.sql()
                                    .sql(
                                            "update channel_polls set next_at = now() where owner is null and next_at > now() + interval '2 seconds'")
                                    .update();
                            return serai.sql()
                                    .sql(
                                            "select exists (select from reservations where number = ? and revision > 0)")
                                    .param(number)
                                    .query(Boolean.class)
                                    .single();
                        });
    }

    private static int count(RunningSerai serai, String table) {
        return serai.sql().sql("select count(*) from " + table).query(Integer.class).single();
    }

    private static List<String> inAny(List<String> texts) {
        return texts.stream().filter(text -> !MarkedCards.in(text).isEmpty()).toList();
    }

    /** Every attribute of every bean that JMX shows, more than the route console may. */
    private static List<String> beans() throws Exception {
        List<String> found = new ArrayList<>();
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            for (var attribute : server.getMBeanInfo(name).getAttributes()) {
                try {
                    if (!MarkedCards.in(
                                    String.valueOf(server.getAttribute(name, attribute.getName())))
                            .isEmpty()) {
                        found.add(name + " " + attribute.getName());
                    }
                } catch (Exception unreadable) {
                    // shows nothing
                }
            }
            assertThat(name.getKeyProperty("type")).isNotEqualTo("tracer");
        }
        return found;
    }

    /** A dump: what of marked cards the copy of each table holds. */
    private static Map<String, List<String>> tables(RunningSerai serai)
            throws SQLException, IOException {
        Map<String, List<String>> found = new TreeMap<>();
        try (var connection = serai.database().owner().getConnection()) {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table :
                    serai.sql()
                            .sql(
                                    "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace")
                            .query(String.class)
                            .list()) {
                var dump = new ByteArrayOutputStream();
                copies.copyOut("copy " + table + " to stdout", dump);
                found.put(table, MarkedCards.in(dump.toByteArray()));
            }
        }
        return found;
    }

    /** The database's own files, its log of writes among them. */
    private static List<String> files(RunningSerai serai, Path folder, ExpediaHouse house)
            throws IOException {
        serai.sql().sql("checkpoint").update();
        List<String> found = new ArrayList<>();
        boolean sees = false;
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (!MarkedCards.in(bytes).isEmpty()) {
                    found.add(file.toString());
                }
                sees |=
                        file.toString().contains("pg_wal")
                                && new String(bytes, UTF_8).contains("Casa do Mar");
            }
        }
        assertThat(sees)
                .as("what is written in clear is seen in the log of writes of " + house.number())
                .isTrue();
        return found;
    }
}
