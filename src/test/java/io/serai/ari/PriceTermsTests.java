package io.serai.ari;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class PriceTermsTests {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Currency JPY = Currency.getInstance("JPY");

    @Test
    void leavesThePriceThatIsTheHotelsWhenTheChannelHasItsCommission() {
        PriceTerms terms = terms(null, "15", null, EUR);

        assertThat(terms.convert(10000)).isEqualTo(11765);
    }

    @Test
    void marksUpThenExchangesThenRoundsOnce() {
        PriceTerms terms = terms("10", null, "161.337", JPY);

        assertThat(terms.convert(12345)).isEqualTo(21909);
    }

    @Test
    void saysEachStepFromTheHotelsPriceToTheOneThatIsSent() {
        List<String> said = new ArrayList<>();

        long sent =
                terms("10", null, "161.337", JPY)
                        .convert(
                                12345,
                                0,
                                (position, step) ->
                                        said.add(
                                                "%s %s: %s to %s"
                                                        .formatted(
                                                                step.kind().word(),
                                                                step.name(),
                                                                text(step.before()),
                                                                text(step.after()))));

        assertThat(sent).isEqualTo(21909);
        assertThat(said)
                .containsExactly(
                        "mark-up 10: 12345 to 13579.5",
                        "exchange 161.337: 13579.5 to 21908.757915",
                        "rounding JPY: 21908.757915 to 21909");
    }

    private static String text(BigDecimal price) {
        return price.stripTrailingZeros().toPlainString();
    }

    @Test
    void keepsThatNothingIsSold() {
        assertThat(terms("10", null, null, EUR).convert(Cell.NONE)).isEqualTo(Cell.NONE);
    }

    @Test
    void sellsNothingForAPriceBeyondAllNumbers() {
        assertThat(terms("10", null, null, EUR).convert(Long.MAX_VALUE - 1)).isEqualTo(Cell.NONE);
    }

    @Test
    void cannotSayAPriceInACurrencyWithoutARate() {
        assertThat(terms(null, null, null, JPY).isKnown()).isFalse();
        assertThat(terms(null, null, "161", JPY).isKnown()).isTrue();
    }

    @Test
    void refusesACommissionThatLeavesNothing() {
        assertThatThrownBy(() -> terms(null, "100", null, EUR))
                .hasMessage("commission: 100 (expected: a percentage from 0 to below 100)");
    }

    @Test
    void refusesAMarkUpBesideACommission() {
        assertThatThrownBy(() -> terms("5", "15", null, EUR))
                .hasMessageContaining("a mark-up or a commission, not both");
    }

    @Property
    void neverSellsBelowTheNetPrice(
            @ForAll @LongRange(max = 5_000_000) long net,
            @ForAll @BigRange(min = "0", max = "99.9") @Scale(2) BigDecimal commission) {
        PriceTerms terms = new PriceTerms(null, commission, null, EUR, EUR, RoundingMode.HALF_UP);

        assertThat(terms.convert(net)).isGreaterThanOrEqualTo(net);
    }

    @Property
    void leavesTheNetPriceWholeWhereItRoundsUp(
            @ForAll @LongRange(max = 5_000_000) long net,
            @ForAll @BigRange(min = "0", max = "99.9") @Scale(2) BigDecimal commission) {
        PriceTerms terms = new PriceTerms(null, commission, null, EUR, EUR, RoundingMode.UP);
        BigDecimal sold = BigDecimal.valueOf(terms.convert(net));

        BigDecimal left = sold.subtract(sold.multiply(commission).movePointLeft(2));

        assertThat(left).isGreaterThanOrEqualTo(BigDecimal.valueOf(net));
    }

    @Property
    void roundsByAtMostHalfAMinorUnit(
            @ForAll @LongRange(max = 5_000_000) long price,
            @ForAll @BigRange(min = "-99", max = "200") @Scale(4) BigDecimal markUp,
            @ForAll @BigRange(min = "0.0001", max = "500") @Scale(4) BigDecimal rate) {
        PriceTerms terms = new PriceTerms(markUp, null, rate, EUR, JPY, RoundingMode.HALF_UP);
        BigDecimal exact =
                BigDecimal.valueOf(price, 2)
                        .multiply(BigDecimal.ONE.add(markUp.movePointLeft(2)))
                        .multiply(rate);

        BigDecimal off = BigDecimal.valueOf(terms.convert(price)).subtract(exact).abs();

        assertThat(off).isLessThanOrEqualTo(new BigDecimal("0.5"));
    }

    private static PriceTerms terms(String markUp, String commission, String rate, Currency to) {
        return new PriceTerms(
                markUp == null ? null : new BigDecimal(markUp),
                commission == null ? null : new BigDecimal(commission),
                rate == null ? null : new BigDecimal(rate),
                EUR,
                to,
                RoundingMode.HALF_UP);
    }
}
