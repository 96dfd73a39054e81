package io.serai.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Expiry.Told;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryTests {

    private final ReservationWays expedia = file("expedia");
    private final ReservationWays bookingcom = file("bookingcom");

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
    void givesTheTimeThatTheHotelsOwnDayOfArrivalLeavesWhereBookingsAreRetrieved(
            Instant created, ZoneId zone, LocalDate arrival, Duration left) {
        var waits = expedia.waits(told(created, arrival, zone, "retrieval", List.of()));

        assertThat(waits).contains(left);
    }

    @ParameterizedTest
    @CsvSource({
        "notification, 2030-05-03, PT30M",
        "notification, 2030-05-04, PT1H",
        "notification, 2030-05-05, PT150M",
        "graphql, 2030-05-03, PT150M",
        "graphql, 2030-06-03, PT150M",
        "graphql, , PT150M"
    })
    void givesTwoHoursAndAHalfAtMostWhereExpediaPushes(
            String way, LocalDate arrival, Duration left) {
        var waits =
                expedia.waits(
                        told(
                                Instant.parse("2030-05-03T10:00:00Z"),
                                arrival,
                                ZoneId.of("Europe/Lisbon"),
                                way,
                                List.of()));

        assertThat(waits).contains(left);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 2030-07-01, PT30M",
        "recovery, 2030-07-01, PT24H",
        "recovery, 2030-05-06, PT24H",
        "recovery, 2030-05-05, PT30M",
        "recovery, 2030-05-03, PT30M",
        "recovery, , PT30M"
    })
    void givesADayWhereBookingcomHasRecoveryUnlessTheGuestComesWithinTwo(
            String mark, LocalDate arrival, Duration left) {
        var waits =
                bookingcom.waits(
                        told(
                                Instant.parse("2030-05-03T10:00:00Z"),
                                arrival,
                                ZoneId.of("Europe/Lisbon"),
                                "",
                                List.of(mark)));

        assertThat(waits).contains(left);
    }

    @Test
    void waitsForeverWhereNothingIsSaid() {
        assertThat(
                        ReservationWays.ONE.waits(
                                told(
                                        Instant.EPOCH,
                                        LocalDate.EPOCH,
                                        ZoneId.of("UTC"),
                                        "",
                                        List.of())))
                .isEmpty();
    }

    private static Told told(
            Instant begin, LocalDate arrival, ZoneId zone, String way, List<String> marks) {
        return new Told(begin, arrival, zone, () -> way, marks::contains);
    }

    private static ReservationWays file(String channel) {
        return TestChannels.real(
                        Map.of(
                                "serai.channels.bookingcom.auth-url", "https://auth.invalid",
                                "serai.channels.expedia.services-url", "https://services.invalid",
                                "serai.channels.expedia.api-url", "https://api.invalid",
                                "serai.channels.expedia.sandbox-api-url",
                                        "https://sandbox.invalid"))
                .find(channel)
                .orElseThrow()
                .definition()
                .reservations();
    }
}
