package io.serai.sandbox;

import static io.serai.sandbox.TestHotel.count;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxFaultTests {

    private static final StandIn CHANNEL = StandIn.start(Map.of());

    private final TestHotel hotel = new TestHotel(CHANNEL);

    @AfterEach
    void clear() {
        CHANNEL.control("DELETE", "/sandbox/faults", null);
    }

    @AfterAll
    static void stop() {
        CHANNEL.close();
    }

    @Test
    void throttlesSoManyTimesAndSaysWhenToComeAgain() {
        fault("throttle", ", \"retryAfter\": 7, \"times\": 1");

        var first = push(3);
        var second = push(3);

        assertThat(first.statusCode()).isEqualTo(429);
        assertThat(first.headers().firstValue("Retry-After")).contains("7");
        assertThat(second.statusCode()).isEqualTo(200);
    }

    @Test
    void failsEachSecondCallWithoutEffect() {
        fault("error", ", \"status\": 503, \"every\": 2");

        assertThat(push(3).statusCode()).isEqualTo(200);
        assertThat(push(4).statusCode()).isEqualTo(503);
        assertThat(hotel.left(1)).isEqualTo(3);
        assertThat(push(5).statusCode()).isEqualTo(200);
    }

    @Test
    void cutsTheConnectionBeforeAnyEffect() {
        fault("cut", ", \"times\": 1");

        assertThatThrownBy(() -> push(3)).isInstanceOf(UncheckedIOException.class);

        assertThat(hotel.left(1)).isEqualTo(-1);
    }

    @Test
    void losesTheAnswerAfterTheEffect() {
        fault("lost-answer", ", \"times\": 1");

        assertThatThrownBy(() -> push(3)).isInstanceOf(UncheckedIOException.class);

        assertThat(hotel.left(1)).isEqualTo(3);
    }

    @Test
    void breaksTheAnswerOffInTheMiddle() {
        fault("truncated", ", \"times\": 1");

        assertThatThrownBy(() -> push(3)).isInstanceOf(UncheckedIOException.class);

        assertThat(hotel.left(1)).isEqualTo(3);
    }

    @Test
    void answersSlowly() {
        fault("slow", ", \"delay\": 300, \"times\": 1");
        var start = System.nanoTime();

        var answer = push(3);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - start).isGreaterThan(300_000_000L);
    }

    @Test
    void recordsEveryCallWithWhatItCarriedAndWithoutCards() {
        var since = lastCall();
        hotel.open(3);
        hotel.book(hotel.wish(1, 10, 12, ", \"card\": true"));
        hotel.newReservations();

        var calls = CHANNEL.control("GET", "/sandbox/calls?since=" + since, null).get("calls");

        assertThat(calls.findValuesAsText("path"))
                .containsExactly(
                        "/hotels/ota/OTA_HotelAvailNotif",
                        "/hotels/ota/OTA_HotelRateAmountNotif",
                        "/hotels/ota/OTA_HotelResNotif");
        assertThat(calls.at("/0/hotel").asLong()).isEqualTo(hotel.id);
        assertThat(calls.at("/0/account").asText()).isEqualTo(hotel.account);
        assertThat(calls.at("/0/items").asInt()).isEqualTo(2);
        assertThat(calls.at("/0/cells").asInt()).isEqualTo(2 * TestHotel.FIRST.lengthOfMonth());
        assertThat(calls.at("/0/body").asText()).contains("BookingLimit=\"3\"");
        assertThat(calls.at("/2/answer").asText())
                .contains("CardNumber=\"****\"")
                .doesNotContain("4111111111111111")
                .contains(calls.at("/2/ruid").asText());
    }

    private static long lastCall() {
        var calls = CHANNEL.control("GET", "/sandbox/calls", null).get("calls");
        return calls.isEmpty() ? 0 : calls.get(calls.size() - 1).get("id").asLong();
    }

    private java.net.http.HttpResponse<String> push(int rooms) {
        return hotel.availability(count(rooms, 1, hotel.control(hotel.doubleRoom, 1, 1)));
    }

    private static void fault(String kind, String more) {
        CHANNEL.control(
                "PUT",
                "/sandbox/faults",
                "[{\"path\": \"/hotels/ota/OTA_HotelAvailNotif\", \"kind\": \"%s\"%s}]"
                        .formatted(kind, more));
    }
}
