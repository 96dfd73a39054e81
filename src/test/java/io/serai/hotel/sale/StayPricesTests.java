package io.serai.hotel.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.price.RatePlan;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class StayPricesTests {

    private static final long NONE = Cell.NONE;

    @Test
    void takesThePriceOfEachNightWhoeverComes() {
        var plan = plan(Pricing.PER_DAY, 1);

        var prices = StayPrices.of(plan, List.of(night(10000), night(12000)), 3);

        assertThat(prices).containsExactly(10000, 12000);
    }

    @Test
    void takesThePriceOfOneGuestForEachOfThem() {
        var plan = plan(Pricing.PER_PERSON, 1);

        var prices = StayPrices.of(plan, List.of(night(4000), night(NONE)), 3);

        assertThat(prices).containsExactly(12000, NONE);
    }

    @Test
    void takesThePriceForTheNextLargerNumberOfGuestsWhereTheirsIsOpen() {
        var plan = plan(Pricing.OCCUPANCY, 1);
        var nights = List.of(night(8000, NONE, 11000), night(8000, 9000), night());

        assertThat(StayPrices.of(plan, nights, 2)).containsExactly(11000, 9000, NONE);
        assertThat(StayPrices.of(plan, nights, 3)).containsExactly(11000, NONE, NONE);
    }

    @Test
    void laysThePriceOfAStayOnItsNightsAndWhatDoesNotDivideOnTheFirst() {
        var plan = plan(Pricing.LENGTH_OF_STAY, 3);
        var arrival = night(7000, 13000, 20000, 9000, NONE, 25000);
        var nights = List.of(arrival, night(1), night(1));

        assertThat(StayPrices.of(plan, nights, 1)).containsExactly(6668, 6666, 6666);
        assertThat(StayPrices.of(plan, nights, 2)).containsExactly(8334, 8333, 8333);
        assertThat(StayPrices.of(plan, nights.subList(0, 2), 2)).containsExactly(NONE, NONE);
        assertThat(StayPrices.of(plan, List.of(arrival, arrival, arrival, arrival), 1))
                .containsOnly(NONE);
    }

    @Property(tries = 200)
    void losesNothingOfThePriceOfAStay(
            @ForAll @LongRange(min = 1, max = 1_000_000_000L) long price,
            @ForAll @IntRange(min = 1, max = 30) int length) {
        var plan = plan(Pricing.LENGTH_OF_STAY, length);
        var arrival =
                night(
                        LongStream.concat(
                                        LongStream.generate(() -> NONE).limit(length - 1L),
                                        LongStream.of(price))
                                .toArray());

        var prices = StayPrices.of(plan, Stream.generate(() -> arrival).limit(length).toList(), 1);

        assertThat(LongStream.of(prices).sum()).isEqualTo(price);
    }

    private static RatePlan plan(Pricing pricing, int longest) {
        return new RatePlan(1, "bar", pricing, longest);
    }

    private static RateNight night(long... prices) {
        return new RateNight(false, false, false, 0, 0, 0, 0, prices);
    }
}
