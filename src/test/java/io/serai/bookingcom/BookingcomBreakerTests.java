package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.channel.breaker.BreakerState;
import io.serai.channel.breaker.Breakers;
import io.serai.testing.ChannelStandIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingcomRoutes
class BookingcomBreakerTests {

    private static final String PUSH =
            """
            {"hotel": "777001", "currency": "EUR", "request": "rates", "target": "production", "updates": [
              {"id": 1, "room": "900001", "rate": "500001", "from": "2027-02-01", "to": "2027-02-14", "set": {"price": {"2": "99.00"}}}]}
            """;

    private static final String SUCCESS =
            "<OTA_HotelAvailNotifRS xmlns='http://www.opentravel.org/OTA/2003/05'><Success/></OTA_HotelAvailNotifRS>";

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;
    @Autowired private Breakers breakers;

    @BeforeEach
    void forget() {
        ports.closeBreakers();
        channel.forget();
    }

    @Test
    void callsNothingWhileTheBreakerIsOpen() {
        open();

        var answer = push(11, "rates");

        assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
        assertThat(answer.retryAfter()).isBetween(25, 30);
        assertThat(answer.items()).extracting(Item::code).containsExactly(PushAnswer.HELD_BACK);
        assertThat(channel.calls()).hasSize(10);
    }

    @Test
    void callsForTheOtherConnectionOfTheSameAccountGoOn() {
        open();
        channel.answers(200, SUCCESS);

        var other = push(12, "rates");

        assertThat(other.outcome()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void callsOfAnotherEndpointGoOn() {
        open();
        channel.answers(200, SUCCESS);

        var other = push(11, "offsets");

        assertThat(other.items()).extracting(Item::code).doesNotContain(PushAnswer.HELD_BACK);
    }

    @Test
    void takesAnAnswerForNoFailureWhateverItRefuses() {
        for (int call = 0; call < 6; call++) {
            channel.answers(400, "<no/>").answers(429, "");
        }

        for (int call = 0; call < 12; call++) {
            push(11, "rates");
        }

        assertThat(breakers.of(11, 7)).extracting(BreakerState::state).containsOnly("closed");
        assertThat(channel.calls()).hasSize(12);
    }

    @Test
    void callsAgainOnceAPersonClosesIt() {
        open();
        channel.answers(200, SUCCESS);

        assertThat(breakers.close(11, 7)).isEqualTo(1);

        assertThat(push(11, "rates").outcome()).isEqualTo(Outcome.APPLIED);
    }

    private void open() {
        for (int call = 0; call < 5; call++) {
            channel.answers(500, "<no/>").cuts("<no");
        }
        for (int call = 0; call < 10; call++) {
            assertThat(push(11, "rates").outcome()).isEqualTo(Outcome.UNKNOWN);
        }
        assertThat(breakers.open()).extracting(it -> it.key().call()).containsExactly("rates");
    }

    private PushAnswer push(int connection, String call) {
        return Ports.answer(
                ports.call(
                        "ari-push",
                        PUSH.replace("\"request\": \"rates\"", "\"request\": \"" + call + "\""),
                        Map.of("Serai-Connection", connection, "Serai-Attempt", 3L)));
    }
}
