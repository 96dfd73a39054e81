package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PriceMappingTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final PriceTerms TENTH_MORE =
            new PriceTerms(BigDecimal.TEN, null, null, EUR, EUR, RoundingMode.HALF_UP);

    @Test
    void sellsAPriceForEachGuestAsAPriceForAllOfThemWhateverTheChannelTakes() {
        assertThat(perPerson(Pricing.OCCUPANCY, 3)).containsExactly(4000, 8000, 12000);
        assertThat(perPerson(Pricing.PER_DAY, 3)).containsExactly(12000);
        assertThat(perPerson(Pricing.PER_PERSON, 3)).containsExactly(4000);
        assertThat(perPerson(Pricing.PER_PERSON, 1)).containsExactly(4000);
        assertThat(perPerson(Pricing.DERIVED, 3)).containsExactly(12000, -8000, -4000, 0);
    }

    @Test
    void convertsThePriceForEachNumberOfGuests() {
        assertThat(sent(TENTH_MORE, Pricing.OCCUPANCY, Pricing.OCCUPANCY, 2, 1, 8005, 10000))
                .containsExactly(8806, 11000);
    }

    @Test
    void sendsTheDifferenceOfConvertedPrices() {
        assertThat(sent(TENTH_MORE, Pricing.OCCUPANCY, Pricing.DERIVED, 2, 1, 8005, 10003))
                .containsExactly(11003, 8806 - 11003, 0);
    }

    @Test
    void convertsHalfOfWhatTwoPay() {
        assertThat(sent(TENTH_MORE, Pricing.OCCUPANCY, Pricing.PER_PERSON, 2, 1, 8000, 10000))
                .containsExactly(5500);
    }

    @Test
    void convertsTheTotalOfEveryStay() {
        assertThat(
                        sent(
                                TENTH_MORE,
                                Pricing.LENGTH_OF_STAY,
                                Pricing.LENGTH_OF_STAY,
                                1,
                                3,
                                10000,
                                Cell.NONE,
                                27005))
                .containsExactly(11000, Cell.NONE, 29706);
    }

    private static long[] perPerson(Pricing pricing, int guests) {
        return sent(PriceTerms.UNCHANGED, Pricing.PER_PERSON, pricing, guests, 1, 4000);
    }

    private static long[] sent(
            PriceTerms terms,
            Pricing plan,
            Pricing pricing,
            int guests,
            int longestStay,
            long... prices) {
        Remote remote = AChannel.rate(1, plan, pricing, guests, longestStay);
        Cell wanted = Cell.empty(remote.prices());
        RateNight night = new RateNight(false, false, false, 0, 0, 0, 0, prices);

        PriceMapping.write(remote, terms, night, wanted);

        return IntStream.range(0, wanted.prices()).mapToLong(wanted::price).toArray();
    }
}
