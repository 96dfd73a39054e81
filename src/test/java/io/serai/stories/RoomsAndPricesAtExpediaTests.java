package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.RunningSerai;
import io.serai.testing.SandboxClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms, prices and restrictions told to Expedia, and what becomes of what it does not take. */
class RoomsAndPricesAtExpediaTests {

    private static final LocalDate TODAY = LocalDate.now();

    @Test
    void tellsAHotelInOneMessageAndAClosedRoomTypeAsClosedAndNone() {
        ExpediaHouse house = open("");

        assertThat(night(house, 20).path("left").asInt()).isEqualTo(5);
        assertThat(rate(house, 20).path("prices").path("1").asDouble()).isEqualTo(120.0);
        assertThat(attempts(house)).extracting(it -> it.get("outcome")).containsOnly("applied");

        house.sql()
                .sql("update room_nights set closed = true where hotel_id = ? and night = ?")
                .params(house.hotel(), TODAY.plusDays(20))
                .update();

        await().atMost(Duration.ofSeconds(90))
                .until(() -> night(house, 20).path("closed").asBoolean());
        assertThat(night(house, 20).path("left").asInt()).isZero();
        assertThat(night(house, 21).path("left").asInt()).isEqualTo(5);
        assertThat(attempts(house)).hasSize(2);
    }

    @Test
    void keepsTheChannelsWordsForTheNightItDoesNotTakeAndHoldsTheRest() {
        ExpediaHouse house = open("");

        house.sql()
                .sql(
                        """
                        update rate_nights set min_arrival = 9, max_arrival = 4, prices = '{13000}'
                         where hotel_id = ? and night between ? and ?
                        """)
                .params(house.hotel(), TODAY.plusDays(10), TODAY.plusDays(11))
                .update();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(house.refusals())
                                        .as("%s", attempts(house))
                                        .hasSize(2)
                                        .allMatch(words -> words.contains("is below minLOS 9")));
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rate(house, 10).path("prices").path("1").asDouble() == 130.0);
        assertThat(references(house)).isNotEmpty();

        house.sql()
                .sql(
                        "update rate_nights set max_arrival = 10 where hotel_id = ? and night between ? and ?")
                .params(house.hotel(), TODAY.plusDays(10), TODAY.plusDays(11))
                .update();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rate(house, 11).path("minLos").asInt() == 9);
    }

    /** What was believed of the longest stay was wrong: then both are told. */
    @Test
    void tellsTheLongestStayTooWhereSomebodyElseMadeItShorterThanTheShortest() {
        ExpediaHouse house = open("");
        LocalDate night = TODAY.plusDays(12);
        somebodyElse(
                house,
                """
                <DateRange from="%s" to="%s"/><RoomType id="%s"><RatePlan id="%sA"><Restrictions maxLOS="3"/></RatePlan></RoomType>"""
                        .formatted(night, night, house.room(), house.plan(1)));
        assertThat(rate(house, 12).path("maxLos").asInt()).isEqualTo(3);

        house.sql()
                .sql("update rate_nights set min_arrival = 5 where hotel_id = ? and night = ?")
                .params(house.hotel(), night)
                .update();

        await().atMost(Duration.ofSeconds(60)).until(() -> ladder(house) != null);
        assertThat(rate(house, 12).path("minLos").asInt()).isEqualTo(1);
        house.sql()
                .sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(house.connection())
                .update();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rate(house, 12).path("minLos").asInt() == 5);
        assertThat(rate(house, 12).path("maxLos").asInt()).isEqualTo(28);
        assertThat(house.refusals()).isEmpty();
    }

    private static void somebodyElse(ExpediaHouse house, String update) {
        String message =
                """
                <AvailRateUpdateRQ xmlns="http://www.expediaconnect.com/EQC/AR/2011/06"><Authentication username="%s" password="open sesame"/>
                <Hotel id="%d"/><AvailRateUpdate>%s</AvailRateUpdate></AvailRateUpdateRQ>"""
                        .formatted(house.account(), house.number(), update);
        try {
            var answer =
                    HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create(
                                                            house.serai().standInUrl("expedia")
                                                                    + "/eqc/ar"))
                                            .header("Content-Type", "application/xml")
                                            .POST(HttpRequest.BodyPublishers.ofString(message))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("<Success");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void stopsAnAccountThatIsNotLetInWithTheChannelsWords() {
        ExpediaHouse house = open("");
        String login = "{\"secret\": \"%s\"}";
        house.sandbox().put("/sandbox/accounts/" + house.account(), login.formatted("another one"));

        house.price(5, 14_000);

        await().atMost(Duration.ofSeconds(90)).until(() -> house.state().equals("broken"));
        Map<String, Object> account =
                house.sql()
                        .sql(
                                """
                                select a.state, a.state_reason, c.state_reason as words from channel_accounts a
                                  join third_party_integrations c on c.account_id = a.id where c.id = ?
                                """)
                        .param(house.connection())
                        .query()
                        .singleRow();
        assertThat(account).containsEntry("state", "broken");
        assertThat((String) account.get("words")).contains("Bad user name or password");
        // a question for reservations may have been refused besides, under another reference
        assertThat((String) account.get("state_reason")).contains("Bad user name or password");

        house.sandbox().put("/sandbox/accounts/" + house.account(), login.formatted("open sesame"));
        enable(house, false);
        enable(house, true);

        house.awaitOpen();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> rate(house, 5).path("prices").path("1").asDouble() == 140.0);
    }

    @Test
    void callsTheHostThatTheConnectionNamesAndNoneThatIsNotListed() {
        ExpediaHouse house = open("");
        configure(house, "base_url", house.serai().standInUrl("expedia") + "/elsewhere");
        house.price(5, 14_000);
        await().atMost(Duration.ofSeconds(90)).until(() -> attempts(house).size() == 2);
        await().atMost(Duration.ofSeconds(90)).until(() -> ladder(house) != null);
        assertThat(attempts(house).get(1).get("outcome")).isNotEqualTo("applied");
        assertThat(rate(house, 5).path("prices").path("1").asDouble()).isEqualTo(120.0);

        configure(house, "base_url", "https://collector.example");
        house.sql()
                .sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(house.connection())
                .update();

        await().atMost(Duration.ofSeconds(90)).until(() -> house.state().equals("broken"));
        assertThat(attempts(house)).hasSize(2);
    }

    @Test
    void makesOneCallForAHotelAtATimeAndInOrder() {
        ExpediaHouse house = open("");
        fault(house, "\"kind\": \"slow\", \"delay\": 300, \"times\": 20");

        for (int edit = 0; edit < 8; edit++) {
            house.price(7, 13_000 + edit * 100);
            house.price(8 + edit, 15_000);
        }

        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                rate(house, 7).path("prices").path("1").asDouble() == 137.0
                                        && rate(house, 15).path("prices").path("1").asDouble()
                                                == 150.0);
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(attempts(house))
                                        .extracting(it -> it.get("outcome"))
                                        .containsOnly("applied"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"error\", \"status\": 200, \"code\": \"4206\" | later   | internal",
                "\"kind\": \"error\", \"status\": 200, \"code\": \"3210\" | later   | busy",
                "\"kind\": \"html\"                                         | unknown | unreachable",
                "\"kind\": \"lost-answer\"                                  | unknown | unreachable"
            })
    void triesTheSameAgainByTheLadderOfWhatWentWrong(String kind, String outcome, String ladder) {
        ExpediaHouse house = open("");
        fault(house, kind + ", \"times\": 1");

        house.price(6, 14_500);

        await().atMost(Duration.ofSeconds(90)).until(() -> ladder.equals(ladder(house)));
        assertThat(attempts(house)).last().extracting(it -> it.get("outcome")).isEqualTo(outcome);
        house.sql()
                .sql("update claims set next_try_at = '-infinity' where connection_id = ?")
                .param(house.connection())
                .update();
        await().atMost(Duration.ofSeconds(90)).until(() -> ladder(house) == null);
        assertThat(rate(house, 6).path("prices").path("1").asDouble()).isEqualTo(145.0);
        assertThat(attempts(house)).last().extracting(it -> it.get("outcome")).isEqualTo("applied");
    }

    private static void fault(ExpediaHouse house, String kind) {
        house.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\": \"/eqc/ar\", \"containing\": \"Hotel id=\\\"%d\\\"\", %s}]"
                                .formatted(house.number(), kind));
    }

    private static @Nullable String ladder(ExpediaHouse house) {
        return (String)
                house.sql()
                        .sql("select ladder from claims where connection_id = ?")
                        .param(house.connection())
                        .query()
                        .singleRow()
                        .get("ladder");
    }

    @AfterEach
    void noMoreFaults() {
        new SandboxClient(RunningSerai.shared().standInUrl("expedia")).delete("/sandbox/faults");
    }

    @Test
    void triesAConnectionByReadingTheHotel() {
        ExpediaHouse house = open("");
        var ports = house.serai().part(org.apache.camel.ProducerTemplate.class);
        Map<String, Object> headers =
                Map.of("Serai-Account", account(house), "Serai-Connection", house.connection());

        String works =
                ports.requestBodyAndHeaders(
                        "direct:expedia-connection-test",
                        "{\"hotel\": \"" + house.number() + "\"}",
                        headers,
                        String.class);
        String fails =
                ports.requestBodyAndHeaders(
                        "direct:expedia-connection-test",
                        "{\"hotel\": \"1\"}",
                        headers,
                        String.class);

        assertThat(works).contains("\"outcome\":\"applied\"");
        assertThat(fails).doesNotContain("applied");
    }

    private static long account(ExpediaHouse house) {
        return house.sql()
                .sql("select account_id from third_party_integrations where id = ?")
                .param(house.connection())
                .query(Long.class)
                .single();
    }

    private static void enable(ExpediaHouse house, boolean enabled) {
        house.sql()
                .sql("update third_party_integrations set is_enabled = ? where id = ?")
                .params(enabled, house.connection())
                .update();
    }

    private static void configure(ExpediaHouse house, String key, String value) {
        house.sql()
                .sql(
                        "update third_party_integrations set configuration = configuration || jsonb_build_object(?::text, ?::text) where id = ?")
                .params(key, value, house.connection())
                .update();
    }

    private static ExpediaHouse open(String switches) {
        ExpediaHouse house = ExpediaHouse.begin(switches);
        house.awaitOpen();
        await().atMost(Duration.ofSeconds(90))
                .until(
                        () ->
                                !attempts(house).isEmpty()
                                        && house.sql()
                                                .sql(
                                                        "select not exists (select from marks where connection_id = ?)")
                                                .param(house.connection())
                                                .query(Boolean.class)
                                                .single());
        return house;
    }

    private static JsonNode night(ExpediaHouse house, int days) {
        return grid(house, days).at("/rooms/0/nights/0");
    }

    private static JsonNode rate(ExpediaHouse house, int days) {
        return grid(house, days).at("/rooms/0/rates/0/nights/0");
    }

    private static JsonNode grid(ExpediaHouse house, int days) {
        LocalDate night = TODAY.plusDays(days);
        return house.sandbox()
                .get(
                        "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                .formatted(house.number(), night, night))
                .body();
    }

    private static List<Map<String, Object>> attempts(ExpediaHouse house) {
        return house.sql()
                .sql(
                        "select outcome, code, words from attempts where connection_id = ? order by id")
                .param(house.connection())
                .query()
                .listOfRows();
    }

    private static List<String> references(ExpediaHouse house) {
        return house.sql()
                .sql(
                        "select reference from attempts where connection_id = ? and reference is not null")
                .param(house.connection())
                .query(String.class)
                .list();
    }
}
