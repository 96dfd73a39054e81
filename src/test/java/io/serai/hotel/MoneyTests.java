package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234.5      | EUR | EUR 1,234.50",
                "0           | EUR | EUR 0.00",
                "-12.300     | EUR | EUR -12.30",
                "1234567.891 | EUR | EUR 1,234,567.891",
                "12000.00    | JPY | JPY 12,000",
                "5.25        | KWD | KWD 5.250",
                "5           | ??? | ??? 5.00",
                "5           |     | 5",
                "240.000     |     | 240.00"
            })
    void writesTheCodeAndTheDigitsOfItsCurrency(String amount, String currency, String written) {
        assertThat(Money.of(new BigDecimal(amount), currency)).isEqualTo(written);
    }

    @Test
    void writesMinorUnitsByTheSameRule() {
        assertThat(Money.of(123450, "EUR")).isEqualTo("EUR 1,234.50");
        assertThat(Money.number(123450, "EUR")).isEqualTo("1,234.50");
        assertThat(List.of(Money.brief(12000, "EUR"), Money.brief(123450, "EUR")))
                .containsExactly("120", "1,234.50");
        assertThat(Money.of(12000, "JPY")).isEqualTo("JPY 12,000");
    }

    @Test
    void beginsAFieldWithWhatCanBeEntered() {
        assertThat(Money.entered(123450, "EUR")).isEqualTo("1234.50");
    }
}
