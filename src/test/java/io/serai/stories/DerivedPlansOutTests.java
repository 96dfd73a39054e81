package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A plan that derives from another, told to two channels; each test on nights of its own. */
class DerivedPlansOutTests {

    private static final LocalDate FIRST = Story.month().atDay(1);

    private static TwoChannels channels;
    private static Story story;

    /**
     * Standard is a fifth off Half board, in prices that end with .99; only one channel has both.
     */
    @BeforeAll
    static void open() {
        channels = TwoChannels.open(8);
        story = channels.story();
        channels.sql(
                """
                update rate_plans set parent_id = (select rate_plan_id from products where id = ?), offset_percent = -20,
                       rounding_step = 100, rounding_ending = 99, rounding_mode = 'down'
                 where id = (select rate_plan_id from products where id = ?)
                """,
                story.product(1),
                story.product(0));
        awaitHeld(story.connection(), FIRST, 95_99);
        awaitHeld(channels.otherConnection(), FIRST, 95_99);
        channels.quiet();
    }

    @Test
    void tellsBothChannelsInOneMessageWhatAChangeOfTheParentChanges() {
        LocalDate night = FIRST.plusDays(2);
        long before = channels.moment();

        price(story.product(1), night, 200_00);

        awaitHeld(story.connection(), night, 159_99);
        awaitHeld(channels.otherConnection(), night, 159_99);
        channels.quiet();
        String nights = "[%s,%s)".formatted(night, night.plusDays(1));
        assertThat(channels.sentSince(before, story.connection()))
                .hasSize(2)
                .allMatch(sent -> sent.startsWith(nights))
                .anyMatch(sent -> sent.contains("200"))
                .anyMatch(sent -> sent.contains("159.99"));
        assertThat(channels.sentSince(before, channels.otherConnection()))
                .hasSize(1)
                .allMatch(sent -> sent.startsWith(nights) && sent.contains("159.99"));
        assertThat(attemptsSince(before, story.connection())).isOne();
        assertThat(attemptsSince(before, channels.otherConnection())).isOne();
    }

    @Test
    void closesWithItsParentAtBothChannels() {
        LocalDate night = FIRST.plusDays(5);

        channels.sql(
                "update rate_nights set closed = true where product_id = ? and night = ?",
                story.product(1),
                night);

        awaitClosed(story.connection(), night);
        awaitClosed(channels.otherConnection(), night);
    }

    @Test
    void keepsWhatAPersonSetWhileTheHotelsSystemWritesAndTakesItsPriceOnceReleased() {
        LocalDate night = FIRST.plusDays(8);
        channels.sql(
                """
                with act as (insert into hand_acts (hotel_id, actor) values (?, 'user:ana') returning id)
                update rate_nights set hand_prices = '{30000}', hand_act = act.id from act where product_id = ? and night = ?
                """,
                story.hotel(),
                story.product(1),
                night);
        awaitHeld(channels.otherConnection(), night, 239_99);
        long before = channels.moment();

        price(story.product(1), night, 100_00);
        price(story.product(1), night.plusDays(1), 100_00);
        awaitHeld(channels.otherConnection(), night.plusDays(1), 79_99);
        channels.quiet();

        assertThat(channels.sentSince(before, channels.otherConnection()))
                .noneMatch(sent -> sent.startsWith("[" + night));
        channels.sql(
                "update rate_nights set hand_prices = null, hand_act = null where product_id = ? and night = ?",
                story.product(1),
                night);
        awaitHeld(channels.otherConnection(), night, 79_99);
        awaitHeld(story.connection(), night, 79_99);
    }

    private static void price(int product, LocalDate night, long price) {
        channels.sql(
                "update rate_nights set prices = array [?::bigint] where product_id = ? and night = ?",
                price,
                product,
                night);
    }

    private static int attemptsSince(long moment, int connection) {
        return story.sql()
                .sql("select count(*) from attempts where connection_id = ? and id > ?")
                .params(connection, moment)
                .query(Integer.class)
                .single();
    }

    private static void awaitHeld(int connection, LocalDate night, long price) {
        awaitHeld(connection, night, "h.prices[1] = " + price);
    }

    private static void awaitClosed(int connection, LocalDate night) {
        awaitHeld(connection, night, "h.closed");
    }

    private static void awaitHeld(int connection, LocalDate night, String what) {
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                """
                                                select exists (select from held_nights h join ota_rate_plans r on r.id = h.remote_id
                                                                where r.connection_id = ? and r.product_id = ? and h.night = ? and h.unknown = 0 and %s)
                                                """
                                                        .formatted(what))
                                        .params(connection, story.product(0), night)
                                        .query(Boolean.class)
                                        .single());
    }
}
