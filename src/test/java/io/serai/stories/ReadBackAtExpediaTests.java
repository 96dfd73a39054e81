package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.delivery.ReadBackWishes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Reading back at Expedia, which only some accounts still may. */
class ReadBackAtExpediaTests {

    @Test
    void findsWhatSomebodyClosedThereAndOpensItAgain() throws Exception {
        ExpediaHouse house = ExpediaHouse.begin(", \"read-back\": true", "\"parr\": true");
        LocalDate night = LocalDate.now().plusDays(10);
        house.awaitOpen();
        awaitHeld(house, night);

        close(house, night);
        boolean wanted = house.serai().part(ReadBackWishes.class).want(house.connection());

        assertThat(wanted).isTrue();
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(
                                                house.sql()
                                                        .sql(
                                                                """
                                                                select concat_ws(' ', r.remote_rate, d.field, d.held, d.shown, d.settled_as)
                                                                  from drifts d join ota_rate_plans r on r.id = d.remote_id
                                                                 where d.connection_id = ? and d.nights @> ?::date
                                                                """)
                                                        .params(house.connection(), night)
                                                        .query(String.class)
                                                        .list())
                                        .containsExactly(house.plan(1) + "A closed 0 1 ours"));
        await().atMost(Duration.ofSeconds(90)).until(() -> !isClosed(house, night));
        assertThat(shown(house, night))
                .as("the price as somebody wrote it there")
                .isEqualTo("12000 13350");
        assertThat(
                        house.sql()
                                .sql(
                                        "select max((detail ->> 'prices')::int) > 0 from ota_sync_logs where connection_id = ? and name = 'read-back'")
                                .param(house.connection())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    /** What Expedia accepted, and what it showed instead. */
    private static String shown(ExpediaHouse house, LocalDate night) {
        return house.sql()
                .sql(
                        """
                        select string_agg(p.held || ' ' || p.shown, ',') from shown_prices p join ota_rate_plans r on r.id = p.remote_id
                         where p.connection_id = ? and p.night = ? and r.remote_rate = ?
                        """)
                .params(house.connection(), night, house.plan(1) + "A")
                .query(String.class)
                .single();
    }

    @Test
    void asksNoAccountThatIsNotMarked() {
        ExpediaHouse house = ExpediaHouse.begin("");
        house.awaitOpen();

        boolean wanted = house.serai().part(ReadBackWishes.class).want(house.connection());

        assertThat(wanted).isFalse();
    }

    private static void awaitHeld(ExpediaHouse house, LocalDate night) {
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                house.sql()
                                        .sql(
                                                """
                                                select exists (select from held_nights h join ota_rate_plans r on r.id = h.remote_id
                                                                where r.connection_id = ? and r.remote_rate = ? and h.night = ? and h.closed = false and h.unknown = 0)
                                                       and not exists (select from marks where connection_id = ?)
                                                """)
                                        .params(
                                                house.connection(),
                                                house.plan(1) + "A",
                                                night,
                                                house.connection())
                                        .query(Boolean.class)
                                        .single());
    }

    /** As somebody does who works in the channel's own pages. */
    private static void close(ExpediaHouse house, LocalDate night)
            throws IOException, InterruptedException {
        String message =
                """
                <AvailRateUpdateRQ xmlns="http://www.expediaconnect.com/EQC/AR/2011/06">
                  <Authentication username="%s" password="open sesame"/><Hotel id="%d"/>
                  <AvailRateUpdate><DateRange from="%s" to="%s"/><RoomType id="%s"><RatePlan id="%sA" closed="true"><Rate currency="EUR"><PerDay rate="133.50"/></Rate></RatePlan></RoomType></AvailRateUpdate>
                </AvailRateUpdateRQ>"""
                        .formatted(
                                house.account(),
                                house.number(),
                                night,
                                night,
                                house.room(),
                                house.plan(1));
        String answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(
                                                        house.serai().standInUrl("expedia")
                                                                + "/eqc/ar"))
                                        .header("Content-Type", "text/xml")
                                        .POST(BodyPublishers.ofString(message))
                                        .build(),
                                BodyHandlers.ofString())
                        .body();
        assertThat(answer).contains("Success");
        assertThat(isClosed(house, night)).isTrue();
    }

    private static boolean isClosed(ExpediaHouse house, LocalDate night) {
        return house.sandbox()
                .get(
                        "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                .formatted(house.number(), night, night))
                .body()
                .toString()
                .contains("\"closed\":true");
    }
}
