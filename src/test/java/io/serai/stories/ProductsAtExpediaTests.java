package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.channel.connection.ConnectionReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Expedia sells of a hotel: read, mapped, made and changed. */
class ProductsAtExpediaTests {

    private static ExpediaHouse house;

    @BeforeAll
    static void begin() {
        house = ExpediaHouse.begin("");
        house.price(40, 1500);
        house.awaitOpen();
    }

    @Test
    void mapsBothIdsOfAPlanAndSendsToOne() {
        List<Map<String, Object>> rates =
                house.sql()
                        .sql(
                                """
                                select remote_rate, is_readonly, collects, product_id is not null as mapped, remote_pricing, remote_status
                                  from ota_rate_plans where connection_id = ? and rate_name = 'Standard' order by remote_rate
                                """)
                        .param(house.connection())
                        .query()
                        .listOfRows();

        assertThat(rates)
                .extracting(
                        it -> it.get("remote_rate"),
                        it -> it.get("collects"),
                        it -> it.get("is_readonly"),
                        it -> it.get("mapped"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(house.plan(1), "channel", true, true),
                        org.assertj.core.groups.Tuple.tuple(
                                house.plan(1) + "A", "hotel", false, true));
        assertThat(rates.get(0))
                .containsEntry("remote_pricing", "PerDayPricing")
                .containsEntry("remote_status", "active");
    }

    @Test
    void showsWhatIsDerivedAndWhatIsInactiveThere() {
        List<String> others =
                house.sql()
                        .sql(
                                """
                                select concat_ws(' ', rate_name, case when is_child then 'child' end, remote_status)
                                  from ota_rate_plans where connection_id = ? and rate_name in ('Deal', 'Sleeping') and collects = 'hotel' order by 1
                                """)
                        .param(house.connection())
                        .query(String.class)
                        .list();

        assertThat(others).containsExactly("Deal child active", "Sleeping inactive");
    }

    @Test
    void keepsAPriceBackThatLiesBelowTheThreshold() {
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () ->
                                assertThat(house.refusals())
                                        .anySatisfy(
                                                words ->
                                                        assertThat(words)
                                                                .contains(
                                                                        "15.00 is below the channel's threshold")
                                                                .contains(
                                                                        "20.00 a night (RecentBookings)")));

        house.price(40, 6000);
        await().atMost(Duration.ofSeconds(90)).until(() -> house.refusals().isEmpty());
    }

    @Test
    void readsThresholdsAnewAndMarksOnlyWhatTheyReach() {
        ExpediaHouse other = ExpediaHouse.begin("");
        other.awaitOpen();
        await().atMost(Duration.ofSeconds(90)).until(() -> other.marks() == 0);
        other.threshold(35);

        other.serai().part(ConnectionReading.class).again(null);

        await().atMost(Duration.ofSeconds(90)).until(() -> other.least().equals("35"));
        assertThat(other.state()).isEqualTo("open");
        assertThat(other.gone()).isZero();
        await().atMost(Duration.ofSeconds(90)).until(() -> other.marks() == 0);
    }
}
