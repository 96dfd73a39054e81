package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.apache.camel.CamelContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends marked cards every way that a card can come into Serai and leave it. */
final class CardWays {

    private static final LocalDate DAY = LocalDate.now().plusDays(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Sink answers;

    /**
     * @param answers where what callers are answered is looked at
     */
    CardWays(Sink answers) {
        this.answers = answers;
    }

    /** Booking.com's queue; the number of the booking. */
    String polled(Story story) {
        String number = book(story, ",\"card\":true");
        taken(story.serai(), number);
        return number;
    }

    /** What the database refuses is parked; looked at, and sent again, it is taken. */
    void parked(Story story, Runnable looked) {
        JdbcClient sql = story.sql();
        sql.sql(
                        "alter table reservations add constraint none check (provider <> 'booking.com') not valid")
                .update();
        String refused = book(story, ",\"vcc\":true");
        await().atMost(Duration.ofSeconds(150))
                .until(
                        () ->
                                sql.sql("select exists (select from parked_messages)")
                                        .query(Boolean.class)
                                        .single());
        sql.sql("alter table reservations drop constraint none").update();
        looked.run();
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
    void told(ExpediaDesk desk) {
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
    void pushed(ExpediaHouse house) throws IOException, InterruptedException {
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
    void charged(Story story, String number) {
        ApiClient fay = ApiClient.user(story.serai(), "fay", "admin");
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
}
