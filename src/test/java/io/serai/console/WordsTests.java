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
    void countsOneAsOne() {
        assertThat(Words.counted("found", "nights", 1)).isEqualTo("1 night that differs");
        assertThat(Words.counted("found", "nights", 2)).isEqualTo("2 nights that differ");
        assertThat(Words.counted("found", "looked", 1)).isEqualTo("1 looked at");
        assertThat(Words.counted(1, "line")).isEqualTo("1 line");
        assertThat(Words.counted(0, "line")).isEqualTo("0 lines");
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
