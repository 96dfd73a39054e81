package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.testing.ChannelStandIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingcomRoutes
class BookingcomBreakerTests {

    private static final String PUSH =
            """
            {"hotel": "777001", "currency": "EUR", "request": "rates", "target": "production", "updates": [
              {"id": 1, "room": "900001", "rate": "500001", "from": "2027-02-01", "to": "2027-02-14", "set": {"price": {"2": "99.00"}}}]}
            """;

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;

    @Test
    void callsNothingWhileTheBreakerIsOpen() {
        for (int call = 0; call < 5; call++) {
            channel.answers(500, "<no/>").cuts("<no");
        }
        for (int call = 0; call < 10; call++) {
            assertThat(ports.push(PUSH).outcome()).isEqualTo(Outcome.UNKNOWN);
        }

        var answer = ports.push(PUSH);

        assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
        assertThat(answer.items())
                .extracting(Item::code)
                .containsExactly("CallNotPermittedException");
        assertThat(channel.calls()).hasSize(10);
    }
}
