package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTests {

    private final Expiry expiry =
            new Expiry(Duration.ofMinutes(30), Duration.ofMinutes(60), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        "2030-05-03T22:30:00Z, Europe/Lisbon, 2030-05-03, PT30M",
        "2030-05-03T22:30:00Z, Europe/Lisbon, 2030-05-04, PT1H",
        "2030-05-03T22:30:00Z, Europe/Lisbon, 2030-05-05, PT24H",
        "2030-05-03T22:30:00Z, Asia/Tokyo, 2030-05-04, PT30M",
        "2030-05-03T22:30:00Z, Asia/Tokyo, 2030-05-05, PT1H",
        "2030-05-03T22:30:00Z, Europe/Lisbon, 2030-05-01, PT30M",
        "2030-05-03T22:30:00Z, Europe/Lisbon, , PT30M"
    })
    void givesTheTimeThatTheHotelsOwnDayOfArrivalLeaves(
            Instant created, ZoneId zone, LocalDate arrival, Duration left) {
        var expires = expiry.of(created, arrival, zone);

        assertThat(expires).isEqualTo(created.plus(left));
    }
}
