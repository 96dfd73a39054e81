package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.delivery.gate.HeldDecisions;
import io.serai.delivery.gate.HeldPrice;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices that are held on their way to Expedia, and one that it refuses among many. */
class HeldPricesAtExpediaTests {

    private static final LocalDate TODAY = LocalDate.now();

    private final ExpediaHouse house = ExpediaHouse.begin("");

    @Test
    void holdsTheMistypedPriceAndKeepsTheChannelsWordsForTheOneItRefuses() {
        house.awaitOpen();
        await().atMost(Duration.ofSeconds(60)).until(() -> price(45) == 120.0);

        house.sql()
                .sql(
                        "begin; update rate_nights set prices = array [13000 + night - date '2020-01-01'] where hotel_id = %1$d; update rate_nights set prices = '{250000}' where hotel_id = %1$d and night = '%2$s'; commit"
                                .formatted(house.hotel(), TODAY.plusDays(20)))
                .update();

        await().atMost(Duration.ofSeconds(60)).until(() -> price(45) > 130.0);
        await().atMost(Duration.ofSeconds(60)).until(() -> held().size() == 1);
        assertThat(price(20)).isEqualTo(120.0);
        assertThat(price(19)).isGreaterThan(130.0);
        assertThat(price(21)).isGreaterThan(130.0);
        assertThat(held().get(0).reasons()).containsExactly("channel-bounds", "jump");

        HeldDecisions.approve(
                house.sql(), house.hotel(), held().stream().map(HeldPrice::id).toList());
        house.price(22, 14_000);

        await().atMost(Duration.ofSeconds(60)).until(() -> price(22) == 140.0);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(house.refusals())
                                        .singleElement()
                                        .asString()
                                        .contains("outside the verification threshold"));
        assertThat(price(20)).isEqualTo(120.0);
        assertThat(held()).isEmpty();

        house.price(20, 15_000);
        await().atMost(Duration.ofSeconds(60)).until(() -> price(20) == 150.0);
        await().atMost(Duration.ofSeconds(60)).until(() -> house.refusals().isEmpty());
    }

    private List<HeldPrice> held() {
        return HeldPrices.list(
                house.sql(),
                house.hotel(),
                new HeldWish(null, null, null, TODAY, TODAY.plusDays(500), null, 100));
    }

    private double price(int days) {
        LocalDate night = TODAY.plusDays(days);
        return house.sandbox()
                .get(
                        "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                .formatted(house.number(), night, night))
                .body()
                .at("/rooms/0/rates/0/nights/0/prices/1")
                .asDouble();
    }
}
