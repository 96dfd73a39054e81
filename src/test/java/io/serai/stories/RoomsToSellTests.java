package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Rooms to sell as a revenue manager sets them, told to two channels; each on nights of its own.
 */
class RoomsToSellTests {

    private static final LocalDate FIRST = Story.month().atDay(1);

    private static TwoChannels channels;
    private static Story story;

    @BeforeAll
    static void open() {
        channels = TwoChannels.open(8);
        story = channels.story();
    }

    @Test
    void tellsEachChannelOneValueWhereTheSafetyStockOfOneNightIsLowered() {
        LocalDate night = FIRST.plusDays(1);
        channels.sql(
                "update room_nights set safety_stock = 3 where room_type_id = ? and night between ? and ?",
                story.roomType(),
                night.minusDays(1),
                night.plusDays(1));
        channels.awaitLeft(night, 5, 5);
        long before = channels.moment();

        channels.sql(
                "update room_nights set safety_stock = 1 where room_type_id = ? and night = ?",
                story.roomType(),
                night);

        channels.awaitLeft(night, 7, 7);
        String sent = "[%s,%s) {\"rooms\": 7}".formatted(night, night.plusDays(1));
        assertThat(channels.sentSince(before, story.connection())).containsExactly(sent);
        assertThat(channels.sentSince(before, channels.otherConnection())).containsExactly(sent);
        channels.awaitLeft(night.plusDays(1), 5, 5);
    }

    @Test
    void tellsEachChannelWhatItIsToGetOfTheRoomsLeft() {
        LocalDate night = FIRST.plusDays(5);
        LocalDate last = FIRST.plusDays(6);
        channels.sql(
                "update room_nights set offered = 2 where room_type_id = ? and night = ?",
                story.roomType(),
                last);
        channels.awaitLeft(last, 2, 2);

        share(3, null);
        channels.awaitLeft(night, 3, 8);
        channels.awaitLeft(last, 2, 2);

        share(null, 2);
        channels.awaitLeft(night, 8, 8);
        channels.awaitLeft(last, 0, 2);

        share(null, null);
        channels.awaitLeft(last, 2, 2);
    }

    @Test
    void tellsTheCeilingAgainAfterAChannelSoldOfItByItself() {
        LocalDate night = FIRST.plusDays(10);
        share(3, null);
        channels.awaitLeft(night, 3, 8);
        long ago = channels.moment();
        sentLongAgo();

        book(night, "");

        await().atMost(Duration.ofSeconds(30)).until(() -> sold(night) == 1);
        channels.awaitLeft(night, 3, 7);
        assertThat(channels.sentSince(ago, story.connection()))
                .containsExactly("[%s,%s) {\"rooms\": 3}".formatted(night, night.plusDays(1)));
        share(null, null);
        channels.awaitLeft(night, 7, 7);
    }

    @Test
    void sellsOneMoreThanOfferedWithinTheAllowanceAndThenNone() {
        LocalDate night = FIRST.plusDays(15);
        channels.sql(
                "update room_nights set offered = 1, overbooking = 1 where room_type_id = ? and night = ?",
                story.roomType(),
                night);
        channels.awaitLeft(night, 2, 2);

        book(night, "");
        channels.awaitLeft(night, 1, 1);
        book(night, "");
        channels.awaitLeft(night, 0, 0);
        assertThat(oversold()).isZero();

        book(night, ",\"force\":true");
        await().atMost(Duration.ofSeconds(30)).until(() -> oversold() == 1);
    }

    @Test
    void tellsBothChannelsWhatABookingOfTheHotelsOwnLeaves() {
        LocalDate night = FIRST.plusDays(20);
        channels.awaitLeft(night, 8, 8);
        ApiClient desk =
                ApiClient.user(story.serai(), "rooms-to-sell-desk", "operator", story.hotel());
        String bookings = "/api/booking-engine/hotels/" + story.hotel() + "/bookings";

        Reply booked =
                desk.post(
                        bookings,
                        """
                        {"arrival": "%s", "departure": "%s", "rooms": [{"roomType": "DBL", "ratePlan": "Standard", "adults": 2}],
                         "booker": {"surname": "Lovelace"}}
                        """
                                .formatted(night, night.plusDays(1)));

        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        channels.awaitLeft(night, 7, 7);
        desk.post(bookings + "/" + booked.body().path("id").asText() + "/cancel", "{}");
        channels.awaitLeft(night, 8, 8);
    }

    private static void share(Integer most, Integer last) {
        story.sql()
                .sql(
                        "update ota_rate_plans set most_rooms = :most, last_rooms = :last where connection_id = :id and remote_rate is null")
                .param("most", most)
                .param("last", last)
                .param("id", story.connection())
                .update();
    }

    /** As if the counts had been told long before the guest books: the channel lowers its own. */
    private static void sentLongAgo() {
        for (String table : new String[] {"attempts", "attempt_ranges"}) {
            channels.sql(
                    "update "
                            + table
                            + " set opened_at = opened_at - interval '10 minutes' where connection_id = ?",
                    story.connection());
        }
    }

    private static void book(LocalDate night, String more) {
        assertThat(
                        story.sandbox()
                                .post(
                                        "/sandbox/hotels/%d/bookings"
                                                .formatted(story.remoteHotel()),
                                        """
                                        {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                                         "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}%s}
                                        """
                                                .formatted(
                                                        night,
                                                        night.plusDays(1),
                                                        story.remoteRoom(),
                                                        story.remoteRate(0),
                                                        more))
                                .status())
                .isEqualTo(201);
    }

    private static int sold(LocalDate night) {
        return story.sql()
                .sql("select sold from room_nights where room_type_id = ? and night = ?")
                .params(story.roomType(), night)
                .query(Integer.class)
                .single();
    }

    private static int oversold() {
        return story.sql()
                .sql("select count(*) from reservations where hotel_id = ? and is_oversold")
                .param(story.hotel())
                .query(Integer.class)
                .single();
    }
}
