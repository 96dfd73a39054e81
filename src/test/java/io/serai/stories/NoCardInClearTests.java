package io.serai.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.console.Visitor;
import io.serai.testing.Database;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
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
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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

    private static final LocalDate DAY = LocalDate.now().plusDays(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sink log = new Sink("log", "reservation-take");
    private final Sink answers = new Sink("answers and pages", "Casa do Mar");
    private final Sink beans = new Sink("JMX, as the route console shows it", "reservation-take");
    private final Sink dump = new Sink("dump", "Casa do Mar");
    private final Sink files = new Sink("files of the database", "Casa do Mar");

    /** Everywhere that is looked; what else Serai writes to belongs here, too. */
    private final List<Sink> sinks = List.of(log, answers, beans, dump, files);

    @Test
    void showsNoCardWhicheverWayItCameAndWhateverIsLookedAt(@TempDir Path folder) throws Exception {
        Database database = Database.alone(folder.resolve("data"));
        Dump whole = new Dump(database);
        whole.uncompressed();
        try (RunningSerai serai = RunningSerai.on(database)) {
            Story booking = Story.begin(serai, 4);
            ExpediaDesk desk = new ExpediaDesk(serai, true);
            ExpediaHouse house = ExpediaHouse.notified(serai);
            house.awaitOpen();
            try (WatchedLog watched = new WatchedLog(log)) {
                String polled = polled(booking);
                told(desk);
                pushed(house);
                charged(booking, polled);
                shown(serai);

                assertThat(watched.traced()).isPositive();
            }

            assertThat(count(serai, "cards")).isGreaterThanOrEqualTo(4);
            beans();
            assertThat(whole.look(dump)).isGreaterThan(50);
            files(serai, folder);
            assertThat(sinks).allMatch(Sink::sawItsWitness);
            assertThat(sinks).flatExtracting(Sink::cards).isEmpty();
        }
    }

    /**
     * Booking.com's queue; what the database refuses is parked, and taken when it is sent again.
     * The number of the one that was taken at once.
     */
    private String polled(Story story) {
        String first = book(story, ",\"card\":true");
        taken(story.serai(), first);
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
        return first;
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
        String broken =
                good.replace("card_0123456789abcdefghijklmnop_1111", MarkedCards.MALFORMED.number);
        push(
                house,
                broken.substring(0, broken.indexOf("ExpireDate=\"\"><CardHolderName/>")),
                "8100000003",
                MarkedCards.MALFORMED);
        push(house, good.replace("known to both", "guessed"), "8100000004", MarkedCards.UNPROVED);
        push(
                house,
                good.replace("We arrive late", "take " + MarkedCards.IN_A_REMARK.number),
                "8100000005",
                MarkedCards.NOTIFIED);
        taken(house.serai(), "8100000001");
        taken(house.serai(), "8100000005");
    }

    private static String with(String message, MarkedCards card) {
        return message.replace("card_0123456789abcdefghijklmnop_1111", card.number)
                .replace("SeriesCode=\"\"", "SeriesCode=\"" + card.code + "\"");
    }

    private void push(ExpediaHouse house, String message, String number, MarkedCards card)
            throws IOException, InterruptedException {
        String told =
                with(message, card)
                        .replace("4000000001", number)
                        .replace("RequestId=\"880001\"", "RequestId=\"" + number + "\"")
                        .replace("EchoToken=\"880001\"", "EchoToken=\"" + number + "\"");
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
        answers.look("answer to the notification " + number, answer.body());
    }

    /** A card that is charged through a gateway, and seen in full by somebody who may. */
    private void charged(Story story, String number) {
        story.sql()
                .sql(
                        "insert into users (login, password_hash, role) values ('fay', '{noop}stub', 'admin')")
                .update();
        ApiClient fay = new ApiClient(story.serai().url(), "fay");
        String booking =
                story.sql()
                        .sql("select id::text from reservations where number = ?")
                        .param(number)
                        .query(String.class)
                        .single();
        String reveals =
                "/api/ota-payment/hotels/%d/bookings/%s/card/reveals"
                        .formatted(story.hotel(), booking);
        Reply leave = fay.post(reveals, "{\"reason\": \"charged at the terminal\"}");
        Reply seen = fay.get(reveals + "/" + leave.body().path("id").asText());
        assertThat(seen.body().path("number").asText()).isEqualTo(MarkedCards.POLLED.number);
        assertThat(seen.body().path("securityCode").asText()).isEqualTo(MarkedCards.POLLED.code);

        fay.once(
                "/api/ota-payment/bookings/" + booking + "/charges",
                "charge-of-" + booking,
                "{\"amount\": \"1.00\", \"currency\": \"EUR\"}");

        await("charge")
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                fay.get("/api/ota-payment/bookings/" + booking)
                                        .body()
                                        .at("/payment/acts/0/state")
                                        .asText()
                                        .equals("done"));
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

    /** Every attribute of every bean that JMX shows, more than the route console may. */
    private void beans() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        for (ObjectName name : server.queryNames(null, null)) {
            assertThat(name.getKeyProperty("type")).isNotEqualTo("tracer");
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

    /** The database's own files, its log of writes among them. */
    private void files(RunningSerai serai, Path folder) throws IOException {
        serai.sql().sql("checkpoint").update();
        boolean writes = false;
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                files.look(folder.relativize(file).toString(), bytes);
                writes |=
                        file.toString().contains("pg_wal")
                                && new String(bytes, UTF_8).contains("Casa do Mar");
            }
        }
        assertThat(writes).as("the log of writes shows what was written in clear").isTrue();
    }
}
