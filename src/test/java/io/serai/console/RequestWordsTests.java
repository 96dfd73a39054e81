package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.TestChannels;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "booking.com | availability | rooms and restrictions",
                "booking.com | rates        | prices",
                "booking.com | restrictions | restrictions",
                "booking.com | offsets      | prices by guests",
                "expedia     | ar           | rooms, prices and restrictions",
                "expedia     | products-read | reading rooms and rates",
                "expedia     | something    | something"
            })
    void saysWhatAMessageCarries(String channel, String request, String words) {
        var definition =
                TestChannels.real(
                                Map.of(
                                        "serai.channels.bookingcom.auth-url",
                                        "https://auth.invalid"))
                        .findByCode(channel)
                        .orElseThrow()
                        .definition();

        assertThat(RequestWords.of(definition, request)).isEqualTo(words);
    }
}
