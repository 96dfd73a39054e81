package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.Story;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingOutTests {

    @Test
    void tellsPricesByLengthOfStayByTheMessageThatTakesThem() {
        var story = Story.begin(4);
        var night = Story.month().atDay(9);
        sandboxPrices(story, "los");
        story.sql()
                .sql(
                        """
                        update rate_plans set pricing = 'length-of-stay', longest_stay = 3
                         where id = (select rate_plan_id from products where id = ?)
                        """)
                .param(story.product(0))
                .update();
        story.quiet();
        long before = story.moment();

        story.sql()
                .sql(
                        "update rate_nights set prices = '{9000,17000,24000,12000,23000,33000}' where product_id = ? and night = ?")
                .params(story.product(0), night)
                .update();

        var sent = awaitCall(story, before, "/hotels/csv/los_pricing");
        assertThat(sent.path("status").asInt()).isEqualTo(200);
        assertThat(sent.path("body").asText())
                .contains(night.toString())
                .contains("120.00,230.00,330.00");
        assertThat(outcomes(story, "los")).containsOnly("applied");
    }

    @Test
    void tellsWhatANumberOfGuestsAddsWhereTheChannelDerivesItsPrices() {
        var story = Story.begin(4);
        var night = Story.month().atDay(9);
        sandboxPrices(story, "derived");
        story.sql()
                .sql(
                        "update rate_plans set pricing = 'occupancy' where id = (select rate_plan_id from products where id = ?)")
                .param(story.product(1))
                .update();
        story.sql()
                .sql(
                        "update ota_rate_plans set pricing = 'derived' where connection_id = ? and product_id = ?")
                .params(story.connection(), story.product(1))
                .update();
        story.quiet();
        long before = story.moment();

        story.sql()
                .sql(
                        "update rate_nights set prices = '{10000,12000}' where product_id = ? and night = ?")
                .params(story.product(1), night)
                .update();

        var sent = awaitCall(story, before, "/hotels/xml/derivedprices");
        assertThat(sent.path("status").asInt()).isEqualTo(200);
        assertThat(sent.path("body").asText()).contains("-20.00").contains(night.toString());
        assertThat(outcomes(story, "offsets")).containsOnly("applied");
    }

    private static void sandboxPrices(Story story, String pricing) {
        story.sandbox()
                .put(
                        "/sandbox/hotels/" + story.remoteHotel(),
                        """
                        {"name":"Casa do Mar","currency":"EUR","pricing":"standard","accounts":["client-%d"],
                         "rooms":[{"id":%d,"name":"Garden Double","maxPersons":2,"rates":[
                           {"id":%d,"name":"Standard","maxPersons":2%s},
                           {"id":%d,"name":"Half board","maxPersons":2%s},
                           {"id":%d,"name":"Saver","maxPersons":2}]}]}
                        """
                                .formatted(
                                        story.remoteHotel() - 777_000,
                                        story.remoteRoom(),
                                        story.remoteRate(0),
                                        pricing.equals("los") ? ",\"pricing\":\"los\"" : "",
                                        story.remoteRate(1),
                                        pricing.equals("derived") ? ",\"pricing\":\"derived\"" : "",
                                        story.remoteRate(2)));
    }

    private static JsonNode awaitCall(Story story, long before, String path) {
        return await().atMost(Duration.ofSeconds(90))
                .until(() -> calls(story, before, path), calls -> !calls.isEmpty())
                .get(0);
    }

    private static List<JsonNode> calls(Story story, long before, String path) {
        var calls = new ArrayList<JsonNode>();
        story.sandbox()
                .get("/sandbox/calls?limit=1000&path=" + path + "&since=" + before)
                .body()
                .path("calls")
                .forEach(calls::add);
        calls.removeIf(call -> call.path("hotel").asLong() != story.remoteHotel());
        return calls;
    }

    private static List<String> outcomes(Story story, String request) {
        story.quiet();
        return story.sql()
                .sql(
                        "select distinct outcome from attempts where connection_id = ? and request = ?")
                .params(story.connection(), request)
                .query(String.class)
                .list();
    }
}
