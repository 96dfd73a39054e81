package io.serai.ari.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTests {

    @ParameterizedTest
    @CsvSource({
        "100,  0, NEAREST, 8049.99, 8000",
        "100,  0, NEAREST, 8050,    8100",
        "100,  0, UP,      8000,    8000",
        "100,  0, UP,      8000.01, 8100",
        "500,  0, DOWN,    8499,    8000",
        "500,  0, NEAREST, 8250,    8500",
        "100, 99, NEAREST, 8049,    8099",
        "100, 99, NEAREST, 8048.9,  7999",
        "100, 99, DOWN,    8098,    7999",
        "100, 99, UP,      8099.01, 8199",
        "1000, 900, UP,    12000,   12900",
        "1,    0, NEAREST, 80.5,    81",
    })
    void makesAnEndingAndAMultipleOfItsStep(
            long step, long ending, Rounding.Mode mode, BigDecimal price, BigDecimal expected) {
        Rounding rounding = new Rounding(step, ending, mode);

        BigDecimal rounded = rounding.of(price);

        assertThat(rounded).isEqualByComparingTo(expected);
    }

    @Test
    void makesNoPriceFreeOfCharge() {
        assertThat(new Rounding(500, 0, Rounding.Mode.DOWN).of(BigDecimal.ONE))
                .isEqualByComparingTo("500");
        assertThat(new Rounding(100, 99, Rounding.Mode.DOWN).of(BigDecimal.ONE))
                .isEqualByComparingTo("99");
    }

    @Test
    void refusesAnEndingThatIsNotBelowItsStep() {
        assertThatThrownBy(() -> new Rounding(100, 100, Rounding.Mode.UP))
                .hasMessage(
                        "step: 100, ending: 100 (expected: a step from 1, an ending from 0 to"
                                + " below it)");
    }

    @Property
    void goesTheRightWayAndNoFurtherThanAStep(
            @ForAll @BigRange(min = "2000", max = "99999999") BigDecimal price,
            @ForAll @LongRange(min = 1, max = 1000) long step,
            @ForAll @LongRange(min = 0, max = 999) long any,
            @ForAll Rounding.Mode mode) {
        Rounding rounding = new Rounding(step, any % step, mode);

        BigDecimal rounded = rounding.of(price);

        assertThat(rounded.longValueExact() % step).isEqualTo(any % step);
        assertThat(rounding.of(rounded)).isEqualByComparingTo(rounded);
        BigDecimal moved = rounded.subtract(price);
        BigDecimal whole = BigDecimal.valueOf(step);
        switch (mode) {
            case UP -> assertThat(moved).isBetween(BigDecimal.ZERO, whole);
            case DOWN -> assertThat(moved.negate()).isBetween(BigDecimal.ZERO, whole);
            default -> assertThat(moved.abs().add(moved.abs())).isLessThanOrEqualTo(whole);
        }
    }
}
