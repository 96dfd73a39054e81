package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RoomsAndPricesOutTests {

    @Test
    void sellsAHotelThatWasConnectedWithPlainSql() {
        var story = Story.begin(7);

        var night = Story.month().atDay(3);
        JsonNode room = grid(story, night, night).path("rooms").path(0);

        assertThat(room.path("nights").path(0).path("left").asInt()).isEqualTo(7);
        assertThat(room.path("rates").path(0).path("nights").path(0).path("closed").asBoolean())
                .isFalse();
        assertThat(room.path("rates").path(0).path("nights").path(0).path("prices").toString())
                .contains("120.0");
    }

    @Test
    void sendsOnePriceMessageForAHundredEditsOfOneRatePlanInOneTransaction() {
        var story = Story.begin(5);
        long before = story.moment();
        var first = Story.month().atDay(1);

        inOneTransaction(
                story,
                () -> {
                    for (int edit = 1; edit <= 100; edit++) {
                        price(
                                story,
                                0,
                                first.plusDays(edit % 20),
                                first.plusDays(edit % 20),
                                13_000 + edit);
                    }
                });

        var pushes = after(story, before, 1);
        assertThat(pushes).hasSize(1);
        assertThat(pushes.get(0).path("path").asText()).contains("RateAmount");
    }

    @Test
    void sendsNothingForAnEditThatWasUndoneBeforeItWasLookedAt() {
        var story = Story.begin(5);
        long before = story.moment();
        var night = Story.month().atDay(4);

        inOneTransaction(
                story,
                () -> {
                    price(story, 0, night, night, 15_000);
                    price(story, 0, night, night, 12_000);
                });

        looked(story);
        assertThat(story.pushesSince(before)).isEmpty();
    }

    @Test
    void sendsOnePriceOnOneNightAsOneValueAndNothingElse() {
        var story = Story.begin(5);
        long before = story.moment();
        var night = Story.month().atDay(5);

        price(story, 1, night, night, 14_950);

        var pushes = after(story, before, 1);
        assertThat(pushes).hasSize(1);
        String body = pushes.get(0).path("body").asText();
        assertThat(body.split("<RateAmountMessage ", -1)).hasSize(2);
        assertThat(body)
                .contains("Start=\"" + night + "\"")
                .contains("End=\"" + night + "\"")
                .contains("AmountAfterTax=\"14950\"")
                .contains("RatePlanCode=\"" + story.remoteRate(1) + "\"")
                .doesNotContain("NumberOfGuests");
    }

    @Test
    void sendsThreeRangesOnThreeRatePlansInsideAMonthAsOneMessage() {
        var story = Story.begin(5);
        long before = story.moment();
        var first = Story.month().atDay(1);

        inOneTransaction(
                story,
                () -> {
                    price(story, 0, first.plusDays(1), first.plusDays(6), 11_000);
                    price(story, 1, first.plusDays(3), first.plusDays(9), 12_500);
                    price(story, 2, first.plusDays(12), first.plusDays(20), 9_900);
                });

        var pushes = after(story, before, 1);
        assertThat(pushes).hasSize(1);
        assertThat(pushes.get(0).path("body").asText().split("<RateAmountMessage ", -1)).hasSize(4);
    }

    @Test
    void sendsNothingMoreWhileNothingChanges() {
        var story = Story.begin(5);
        long before = story.moment();

        story.sql()
                .sql("update rate_nights set prices = prices where hotel_id = ?")
                .param(story.hotel())
                .update();

        looked(story);
        assertThat(story.pushesSince(before)).isEmpty();
    }

    @Test
    void sendsAStayLimitOnArrivalByTheMessageThatTakesIt() {
        var story = Story.begin(5);
        var night = Story.month().atDay(8);

        story.sql()
                .sql("update rate_nights set min_arrival = 3 where product_id = ? and night = ?")
                .params(story.product(0), night)
                .update();

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(
                                                grid(story, night, night)
                                                        .at("/rooms/0/rates/0/nights/0/minArrival")
                                                        .asInt())
                                        .isEqualTo(3));
    }

    @Test
    void keepsWhatTheChannelAnsweredWithItsReference() {
        var story = Story.begin(5);

        var references =
                story.sql()
                        .sql(
                                "select reference from attempts where connection_id = ? and outcome = 'applied'")
                        .param(story.connection())
                        .query(String.class)
                        .list();

        assertThat(references).isNotEmpty().doesNotContainNull();
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) from ota_inventory_sync where connection_id = ? and unknown <> 0")
                                .param(story.connection())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    private static JsonNode grid(Story story, LocalDate from, LocalDate to) {
        return story.sandbox()
                .get(
                        "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                .formatted(story.remoteHotel(), from, to))
                .body();
    }

    private static void price(Story story, int plan, LocalDate from, LocalDate to, long cents) {
        story.sql()
                .sql(
                        "update rate_nights set prices = array [?::bigint] where product_id = ? and night between ? and ?")
                .params(cents, story.product(plan), from, to)
                .update();
    }

    private static void inOneTransaction(Story story, Runnable edits) {
        new TransactionTemplate(new DataSourceTransactionManager(story.serai().database().owner()))
                .executeWithoutResult(status -> edits.run());
    }

    private static List<JsonNode> after(Story story, long before, int expected) {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> story.pushesSince(before).size() >= expected);
        looked(story);
        return story.pushesSince(before);
    }

    private static void looked(Story story) {
        story.quiet();
    }
}
