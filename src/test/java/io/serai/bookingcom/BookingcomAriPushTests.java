package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Meaning;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Item;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.testing.ChannelStandIn;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@BookingcomRoutes
class BookingcomAriPushTests {

    private static final String RUID = "\n<!-- RUID: [dGhpcy1jYWxs] -->\n";
    private static final String SUCCESS =
            "<OTA_HotelAvailNotifRS xmlns='http://www.opentravel.org/OTA/2003/05'><Success/></OTA_HotelAvailNotifRS>"
                    + RUID;
    private static final String TWO_ROOMS =
            """
            {"hotel": "777001", "currency": "EUR", "request": "availability", "target": "production", "updates": [
              {"id": 1, "room": "900001", "from": "2027-02-01", "to": "2027-02-14", "set": {"rooms": 7}},
              {"id": 2, "room": "900002", "from": "2027-02-01", "to": "2027-02-14", "set": {"rooms": 3}}]}
            """;

    @Autowired private ChannelStandIn channel;
    @Autowired private Ports ports;

    @BeforeEach
    void forget() {
        channel.forget();
        ports.closeBreakers();
    }

    @Test
    void keepsTheRuidOfTheCommentAfterTheRoot() {
        channel.answers(200, SUCCESS);

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(answer.reference()).isEqualTo("dGhpcy1jYWxs");
        assertThat(answer.items()).isEmpty();
    }

    @Test
    void sendsTheRoomsToTheOtaEndpointWithTheVersionAndNothingElseOfSerai() {
        channel.answers(200, SUCCESS);

        ports.call("ari-push", TWO_ROOMS, Map.of("Serai-Attempt", 3L, "Guest", "nobody"));

        ChannelStandIn.Call call = channel.calls().get(0);
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/hotels/ota/OTA_HotelAvailNotif");
        assertThat(call.type()).isEqualTo("application/xml");
        assertThat(call.version()).isEqualTo("1.1");
        assertThat(call.headers()).contains("Content-length").doesNotContain("Guest");
        assertThat(call.body()).contains("BookingLimit=\"7\"").doesNotContain("HotelCode");
    }

    @Test
    void callsTheHostThatAConnectionNames() throws Exception {
        try (ChannelStandIn other = new ChannelStandIn().answers(200, SUCCESS)) {
            Exchange exchange =
                    ports.camel()
                            .request(
                                    "direct:bookingcom-ari-push",
                                    push -> {
                                        push.getMessage().setBody(TWO_ROOMS);
                                        push.setProperty("baseUrl", other.url());
                                    });

            assertThat(Ports.answer(exchange).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(other.calls()).hasSize(1);
            assertThat(channel.calls()).isEmpty();
        }
    }

    @Test
    void refusesTheUpdateThatTheAnswerNamesAndNoOther() {
        channel.answers(
                200,
                """
                <OTA_HotelAvailNotifRS xmlns="http://www.opentravel.org/OTA/2003/05">
                  <Errors><Error Type="3" Code="402" ShortText="ROOM_ID_INVALID" RecordID="2"/></Errors>
                </OTA_HotelAvailNotifRS>
                """
                        + RUID);

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(answer.items())
                .containsExactly(
                        new Item(2, null, Meaning.REFUSED, "ROOM_ID_INVALID", "ROOM_ID_INVALID"));
    }

    @Test
    void isolatesWhatTheAnswerRefusesWithoutNamingIt() {
        channel.answers(
                200,
                """
                <OTA_HotelAvailNotifRS xmlns="http://www.opentravel.org/OTA/2003/05">
                  <Errors><Error Type="3" Code="402" ShortText="ROOM_ID_INVALID"/></Errors>
                </OTA_HotelAvailNotifRS>
                """);

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.PARTLY);
        assertThat(answer.items()).extracting(Item::outcome).containsExactly(Meaning.ISOLATE);
    }

    @Test
    void answersUnknownWhenTheAnswerIsCut() {
        channel.cuts("<OTA_HotelAvailNotifRS xmlns='http://www.opentravel");

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(channel.calls()).hasSize(1);
    }

    @Test
    void answersUnknownWhenASuccessfulAnswerCannotBeRead() {
        channel.answers(200, "<OTA_HotelAvailNotifRS><Success/>");

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void neverMapsAnAnswerOfAnotherMediaType() {
        channel.answers(200, "text/html", "<html><br>");

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.items()).isEmpty();
    }

    @Test
    void asksForPatienceAsLongAsTheChannelSays() {
        channel.answers(429, "Retry-After", "17", "<busy/>");

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
        assertThat(answer.retryAfter()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource({
        "400, REFUSED, ISOLATE",
        "401, BROKEN, RENEW",
        "403, BROKEN, BROKEN",
        "413, REFUSED, SPLIT",
        "500, UNKNOWN, LATER",
        "503, UNKNOWN, LATER"
    })
    void takesAStatusAsChannelYamlSays(int status, Outcome outcome, Meaning meaning) {
        channel.answers(status, "text/plain", "no");

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.items()).extracting(Item::outcome).containsExactly(meaning);
    }

    @Test
    void keepsTheRuidOfAServerFault() {
        channel.answers(500, "<OTA_HotelAvailNotifRS><Errors/></OTA_HotelAvailNotifRS>" + RUID);

        PushAnswer answer = ports.push(TWO_ROOMS);

        assertThat(answer.reference()).isEqualTo("dGhpcy1jYWxs");
    }

    @Test
    void sendsNothingOfARequestItHasNoMessageFor() {
        PushAnswer answer = ports.push(TWO_ROOMS.replace("availability", "weather"));

        assertThat(answer.outcome()).isEqualTo(Outcome.LATER);
        assertThat(channel.calls()).isEmpty();
    }
}
