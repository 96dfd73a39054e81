package io.serai.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.job.JobOutcome;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource({
        "delivery, applied, accepted",
        "passing, half-open, being tried",
        "family, cannot-pass, needs you",
        "inbox, discarded, set aside",
        "action, card-invalid, reporting an invalid card",
        "call, reservations-poll, asking for bookings",
        "call, never-heard-of, never heard of"
    })
    void callsWhatIsKeptByWordsThatAHotelUses(String what, String kept, String words) {
        assertThat(Words.of(what, kept)).isEqualTo(words);
    }

    @Test
    void hasWordsForEachEndOfAJob() {
        assertThat(Arrays.stream(JobOutcome.values()).map(JobOutcome::word))
                .allSatisfy(
                        outcome ->
                                assertThat(Words.of("job", outcome))
                                        .isNotEmpty()
                                        .doesNotContain("partly-")
                                        .isNotEqualTo("ok"));
    }
}
