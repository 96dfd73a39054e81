package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.DriftChoice;
import io.serai.delivery.DriftSettling;
import io.serai.delivery.ReadBackWishes;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody changed at the channel behind Serai's back. */
class ReadBackTests {

    /** A queue that was asked in vain once is asked again within this time. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final LocalDate night = Story.month().atDay(6);

    @Test
    void findsNothingWhereTheChannelHoldsWhatItWasTold() {
        var story = asking(6);

        Map<String, Object> run = lookBack(story);

        assertThat(run).containsEntry("outcome", "equal");
        assertThat(drifts(story)).isEmpty();
        assertThat(((Number) run.get("shown")).intValue()).isGreaterThan(510 * 7);
    }

    @Test
    void showsEachDriftAsARangeAndSendsOursAgainWhenAPersonSaysSo() {
        var story = asking(6);
        var desk = new ChannelDesk(story);
        desk.setRooms(night, night.plusDays(2), 9);
        desk.close(1, night, night);
        desk.setMinStay(2, night, night.plusDays(1), 4);

        lookBack(story);

        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(certain(story))
                                        .extracting("field", "nights", "held", "shown")
                                        .containsExactlyInAnyOrder(
                                                row("closed", 1, "0", "1"),
                                                row("min-through", 2, "0", "4"),
                                                row("rooms", 3, "6", "9")));

        long before = story.moment();
        settle(story, DriftChoice.OURS);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(shown(story)).isEqualTo("6 open 0"));
        story.quiet();
        assertThat(story.pushesSince(before)).hasSize(1);
        assertThat(drifts(story)).isEmpty();
        assertThat(lookBack(story)).containsEntry("outcome", "equal");
    }

    @Test
    void takesTheirsIntoTheHotelsNightsWhenAPersonSaysSo() {
        var story = asking(6);
        sold(story, 2);
        var desk = new ChannelDesk(story);
        desk.setRooms(night, night, 1);
        desk.close(1, night, night);
        desk.setMinStay(2, night, night, 4);
        lookBack(story);
        await().atMost(PATIENCE).until(() -> certain(story).size() == 3);
        long before = story.moment();

        settle(story, DriftChoice.THEIRS);

        story.quiet();
        assertThat(story.pushesSince(before)).isEmpty();
        assertThat(shown(story)).isEqualTo("1 closed 4");
        assertThat(
                        one(
                                story,
                                "select offered from room_nights where room_type_id = ? and night = ?",
                                story.roomType()))
                .isEqualTo(3);
        assertThat(
                        one(
                                story,
                                "select min_through from rate_nights where product_id = ? and night = ?",
                                story.product(2)))
                .isEqualTo(4);
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) from audit where hotel_id = ? and subject = 'room_nights' and actor = 'user:anna'")
                                .param(story.hotel())
                                .query(Integer.class)
                                .single())
                .isEqualTo(1);
    }

    @Test
    void repairsByItselfUnlessToldToAsk() {
        var story = Story.begin(6);
        new ChannelDesk(story).setRooms(night, night, 9);

        lookBack(story);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(shown(story)).startsWith("6 "));
        assertThat(
                        story.sql()
                                .sql("select settled_as from drifts where connection_id = ?")
                                .param(story.connection())
                                .query(String.class)
                                .list())
                .containsExactly("ours");
    }

    @Test
    void takesAGuestsBookingThatIsNotPolledYetForNoDrift() {
        var story = Story.begin(6);
        polls(story, "'infinity'");
        book(story);
        long before = story.moment();

        lookBack(story);
        assertThat(drifts(story)).hasSize(1);
        assertThat(certain(story)).isEmpty();
        polls(story, "now()");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(drifts(story)).isEmpty());
        assertThat(
                        story.sql()
                                .sql("select settled_as from drifts where connection_id = ?")
                                .param(story.connection())
                                .query(String.class)
                                .list())
                .containsExactly("gone");
        story.quiet();
        assertThat(shown(story)).startsWith("5 ");
        assertThat(story.pushesSince(before).toString()).doesNotContain("BookingLimit=\\\"6\\\"");
    }

    @Test
    void looksAtEveryOpenConnectionEachNight() {
        var story = asking(6);
        new ChannelDesk(story).close(0, night, night);

        story.serai().part(ReadBackWishes.class).all(null);

        await().atMost(PATIENCE).until(() -> certain(story).size() == 1);
    }

    private static Story asking(int rooms) {
        var story = Story.begin(rooms);
        story.sql()
                .sql(
                        "update third_party_integrations set configuration = configuration || '{\"drift\":\"ask\"}' where id = ?")
                .param(story.connection())
                .update();
        return story;
    }

    /** Has the connection looked at, and waits until it was. */
    private static Map<String, Object> lookBack(Story story) {
        long runs = runs(story);
        assertThat(story.serai().part(ReadBackWishes.class).want(story.connection())).isTrue();
        await().atMost(PATIENCE).until(() -> runs(story) > runs);
        return story.sql()
                .sql(
                        """
                        select outcome, (detail ->> 'shown')::int as shown, detail::text as detail from ota_sync_logs
                         where connection_id = ? and name = 'read-back' order by id desc limit 1
                        """)
                .param(story.connection())
                .query()
                .singleRow();
    }

    private static long runs(Story story) {
        return story.sql()
                .sql(
                        "select count(*) from ota_sync_logs where connection_id = ? and name = 'read-back' and outcome <> 'gave-way'")
                .param(story.connection())
                .query(Long.class)
                .single();
    }

    private static List<Map<String, Object>> drifts(Story story) {
        return drifts(story, "");
    }

    private static List<Map<String, Object>> certain(Story story) {
        return drifts(story, " and confirmed_at is not null");
    }

    private static List<Map<String, Object>> drifts(Story story, String which) {
        return story.sql()
                .sql(
                        "select id, field, nights::text as nights, held, shown from drifts where settled_at is null and connection_id = ?"
                                + which)
                .param(story.connection())
                .query()
                .listOfRows();
    }

    private org.assertj.core.groups.Tuple row(String field, int nights, String held, String shown) {
        return org.assertj.core.groups.Tuple.tuple(
                field, "[" + night + "," + night.plusDays(nights) + ")", held, shown);
    }

    private static void settle(Story story, DriftChoice choice) {
        List<Long> ids = certain(story).stream().map(it -> (Long) it.get("id")).toList();
        story.serai().part(DriftSettling.class).settle(ids, choice, "user:anna");
    }

    /** Rooms left, whether the second plan is closed, the third one's shortest stay. */
    private String shown(Story story) {
        JsonNode room =
                story.sandbox()
                        .get(
                                "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                        .formatted(story.remoteHotel(), night, night))
                        .body()
                        .path("rooms")
                        .path(0);
        return room.path("nights").path(0).path("left").asText()
                + (rate(room, 1).path("closed").asBoolean() ? " closed " : " open ")
                + rate(room, 2).path("minThrough").asText();
    }

    private static JsonNode rate(JsonNode room, int plan) {
        return room.path("rates").path(plan).path("nights").path(0);
    }

    private Object one(Story story, String sql, int of) {
        return ((Number) story.sql().sql(sql).params(of, night).query().singleValue()).intValue();
    }

    private void sold(Story story, int rooms) {
        story.sql()
                .sql("update room_nights set sold = ? where room_type_id = ? and night = ?")
                .params(rooms, story.roomType(), night)
                .update();
        story.quiet();
    }

    /** Also where a poll is under way just now, which says itself when the next one is due. */
    private static void polls(Story story, String nextAt) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                story.sql()
                                                .sql(
                                                        "update channel_polls set next_at = "
                                                                + nextAt
                                                                + " where owner is null and account_id = (select account_id"
                                                                + " from third_party_integrations where id = ?)")
                                                .param(story.connection())
                                                .update()
                                        == 2);
    }

    private void book(Story story) {
        var reply =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                """
                                {"arrival":"%s","departure":"%s","card":true,
                                 "booker":{"firstName":"Ann","lastName":"Example","country":"NL"},
                                 "rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ann Example"}]}
                                """
                                        .formatted(
                                                night,
                                                night.plusDays(1),
                                                story.remoteRoom(),
                                                story.remoteRate(0)));
        assertThat(reply.status()).isEqualTo(201);
    }
}
