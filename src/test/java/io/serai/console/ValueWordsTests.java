package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWordsTests {

    @Test
    void saysWhatWasSentInTheConnectionsCurrency() {
        String sent =
                "{\"price\": {\"1\": \"1100.00\", \"2\": \"1200.00\"}, \"closed\": false, \"min-through\": 2, \"max-through\": 0}";

        assertThat(ValueWords.sent(sent, "USD"))
                .isEqualTo(
                        "price USD 1,100.00 for 1, USD 1,200.00 for 2, open, min stay 2, no max stay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price:2     | 120000 | price for 2 EUR 1,200.00",
                "rooms       | 3      | 3 to sell",
                "closed      | 1      | closed",
                "cta         | 0      | arrival free",
                "min-arrival | 4      | min stay on arrival 4"
            })
    void saysAValueThatWasRefused(String field, String value, String words) {
        assertThat(ValueWords.one(field, value, "EUR")).isEqualTo(words);
    }
}
