package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

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

        await().atMost(Duration.ofSeconds(20))
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

        await().atMost(Duration.ofSeconds(30)).until(() -> house.refusals().size() == 4);
        assertThat(house.refusals()).allMatch(words -> words.contains("is above maxLOS 4"));
        assertThat(rate(house, 10).path("prices").path("1").asDouble()).isEqualTo(130.0);
        assertThat(references(house)).isNotEmpty();

        house.sql()
                .sql(
                        "update rate_nights set max_arrival = 10 where hotel_id = ? and night between ? and ?")
                .params(house.hotel(), TODAY.plusDays(10), TODAY.plusDays(11))
                .update();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rate(house, 11).path("minLos").asInt() == 9);
    }

    @Test
    void stopsAnAccountThatIsNotLetInWithTheChannelsWords() {
        ExpediaHouse house = open("");
        String login = "{\"secret\": \"%s\"}";
        house.sandbox().put("/sandbox/accounts/" + house.account(), login.formatted("another one"));

        house.price(5, 14_000);

        await().atMost(Duration.ofSeconds(20)).until(() -> house.state().equals("broken"));
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
        assertThat(account.get("state_reason")).isEqualTo(account.get("words"));
    }

    private static ExpediaHouse open(String switches) {
        ExpediaHouse house = ExpediaHouse.begin(switches);
        house.awaitOpen();
        await().atMost(Duration.ofSeconds(30))
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
