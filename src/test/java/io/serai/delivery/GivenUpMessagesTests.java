package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class GivenUpMessagesTests {

    private static final LocalDate FIRST = LocalDate.now().plusDays(40);
    private static final String LATER =
            "{\"outcome\": \"later\", \"items\": [{\"outcome\": \"later\", \"code\": \"BUSY\", \"words\": \"not today\"}]}";
    private static final String APPLIED = "{\"outcome\": \"applied\", \"items\": []}";

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries here;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        here =
                new Deliveries(
                        database,
                        Clock.systemUTC(),
                        Deliveries.BY_MONTH.replace(
                                "then: hold", "then: hold\n  ends: { later: drop }"));
    }

    @AfterAll
    static void stop() {
        here.close();
        database.close();
    }

    @BeforeEach
    void aHotelWhoseChannelHoldsWhatIsWanted() {
        jdbc.sql("update third_party_integrations set is_enabled = false").update();
        hotel = SampleHotel.another(database);
        hotel.sell(database, FIRST, FIRST.plusDays(9), 5, 100_00);
        here.run(channel);
    }

    @Test
    void givesAMessageUpAtTheEndOfItsLadderAndGoesOnWithTheNext() {
        price(90_00);
        jdbc.sql("update room_nights set offered = 3 where hotel_id = ? and night = ?")
                .params(hotel.id(), FIRST)
                .update();

        for (int tries = 0; tries < 3; tries++) {
            here.due()
                    .forEach(
                            claim ->
                                    here.deliver(
                                            claim,
                                            sent ->
                                                    sent.contains("availability")
                                                            ? LATER
                                                            : APPLIED));
            here.passes(Duration.ofMinutes(5));
        }

        assertThat(count("refusals")).isOne();
        assertThat(givenUp()).containsExactly("not today");
        assertThat(here.due()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select prices[1] from held_nights where remote_id = ? and night = ?")
                                .params(hotel.remoteRate(), FIRST)
                                .query(Long.class)
                                .single())
                .isEqualTo(90_00);
    }

    @Test
    void refusesWhatAMessageGivenUpCarriedUntilOtherValuesAreWanted() {
        givesAMessageUpAtTheEndOfItsLadderAndGoesOnWithTheNext();

        jdbc.sql("update room_nights set offered = 4 where hotel_id = ? and night = ?")
                .params(hotel.id(), FIRST)
                .update();
        here.run(channel);

        assertThat(count("refusals")).isZero();
    }

    private void price(long minor) {
        jdbc.sql(
                        "update rate_nights set prices = array[?]::bigint[] where hotel_id = ? and night = ?")
                .params(minor, hotel.id(), FIRST)
                .update();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where hotel_id = ?")
                .param(hotel.id())
                .query(Integer.class)
                .single();
    }

    private List<String> givenUp() {
        return jdbc.sql(
                        """
                        select f.words from attempts a join refusals f on f.attempt_id = a.id where a.hotel_id = ? and a.given_up
                        """)
                .param(hotel.id())
                .query(String.class)
                .list();
    }
}
