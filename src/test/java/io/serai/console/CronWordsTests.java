package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CronWordsTests {

    @ParameterizedTest
    @CsvSource({
        "30 0/15 * * * ?, every 15 minutes",
        "0 7 * * * ?, 'every hour, 07 minutes past'",
        "0 5 3 * * ?, every day at 03:05",
        "0 0 3 ? * MON, 0 0 3 ? * MON"
    })
    void saysInWordsWhatHasShortOnes(String cron, String words) {
        assertThat(CronWords.of(cron)).isEqualTo(words);
    }
}
