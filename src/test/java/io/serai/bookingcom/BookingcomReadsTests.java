package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.PushAnswer.Outcome;
import io.serai.testing.ChannelStandIn;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BookingcomRoutes
class BookingcomReadsTests {

    private static final String HOTEL = "{\"hotel\": \"777001\"}";
    private static final String TWO_NIGHTS =
            "{\"hotel\": \"777001\", \"from\": \"2027-02-01\", \"to\": \"2027-02-02\"}";
    private static final String RUID = "\n<!-- RUID: [cmVhZA==] -->\n";

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;

    @BeforeEach
    void forget() {
        channel.forget();
        ports.closeBreakers();
    }

    @Test
    void readsTheRoomsAndRatesOfAHotel() {
        channel.answers(
                200,
                "<rooms><room id='900001' room_name='Garden'><rates><rate id='500001'/></rates></room></rooms>"
                        + RUID);

        var rooms = ports.call("products-read", HOTEL, Map.of());

        assertThat(rooms.getMessage().getBody(String.class))
                .contains("\"room\":\"900001\"", "\"rate\":\"500001\"");
        assertThat(channel.calls().get(0).path()).isEqualTo("/hotels/xml/rooms");
        assertThat(channel.calls().get(0).body()).contains("<hotel_id>777001</hotel_id>");
    }

    @Test
    void neverTakesAnErrorForAHotelWithoutRooms() {
        channel.answers(
                200,
                "<rooms><errors><error code='NOT_YOURS'><message>no</message></error></errors></rooms>");

        var rooms = ports.call("products-read", HOTEL, Map.of());

        assertThat(rooms.getMessage().getBody(String.class)).doesNotContain("\"rooms\"");
    }

    @Test
    void readsWhatTheChannelHolds() {
        channel.answers(
                200,
                "<roomrateavailability><room id='900001'><date value='2027-02-01'><rooms_left>3</rooms_left></date></room></roomrateavailability>"
                        + RUID);

        var held = ports.call("ari-read", TWO_NIGHTS, Map.of());

        assertThat(held.getMessage().getBody(String.class)).contains("\"rooms\":3");
        assertThat(channel.calls().get(0).path()).isEqualTo("/hotels/xml/roomrateavailability");
        assertThat(channel.calls().get(0).body()).contains("<number_of_days>2</number_of_days>");
    }

    @Test
    void saysWhatBecameOfAReadingThatFailed() {
        channel.answers(500, "<no/>");

        var held = ports.call("ari-read", TWO_NIGHTS, Map.of());

        assertThat(Ports.answer(held).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void testsAConnectionByReadingItsRooms() {
        channel.answers(200, "<rooms/>" + RUID).answers(403, "text/plain", "not yours");

        var works = Ports.answer(ports.call("connection-test", HOTEL, Map.of()));
        var fails = Ports.answer(ports.call("connection-test", HOTEL, Map.of()));

        assertThat(works.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(works.reference()).isEqualTo("cmVhZA==");
        assertThat(fails.outcome()).isEqualTo(Outcome.BROKEN);
    }
}
