package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SandboxVisitTests {

    @Test
    void letsGuestsComeToTheHotelsOfBothStandIns() {
        try (var channel =
                StandIn.start(
                        Map.of("sandbox.guests.enabled", true, "sandbox.guests.every", "10ms"))) {
            var first = new TestHotel(channel).open(200);
            var second = new ExpediaHotel(channel.expedia()).open(200);

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> booked(channel) > 0 && booked(channel.expedia()) > 0);

            assertThat(first.newReservations()).contains("<HotelReservation");
            assertThat(second.retrieve("")).contains("<Booking ");
        }
    }

    private static int booked(StandIn channel) {
        return channel.control("GET", "/sandbox/counters", null).get("bookings").asInt();
    }
}
