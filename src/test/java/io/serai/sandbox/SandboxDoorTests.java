package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxDoorTests {

    private static final StandIn CHANNEL = StandIn.shared();
    private static final String AVAILABILITY = "/hotels/ota/OTA_HotelAvailNotif";

    @Test
    void asksForATokenInTheDialectOfTheFace() {
        var ota = CHANNEL.send("GET", "/hotels/ota/OTA_HotelResModifyNotif", null);
        var bxml = CHANNEL.send("POST", "/hotels/xml/roomrates", "<request/>");

        assertThat(ota.statusCode()).isEqualTo(401);
        assertThat(ota.body())
                .contains("<OTA_HotelResModifyNotifRS")
                .contains("<Error ShortText=\"Authorization Required\"/>")
                .containsPattern("</OTA_HotelResModifyNotifRS>\\s*<!-- RUID: \\[[^\\]]+\\] -->");
        assertThat(bxml.statusCode()).isEqualTo(401);
        assertThat(bxml.body()).contains("<fault code=\"401\" string=\"Authorization Required\"/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.2", ""})
    void takesChangesOnlyInTheLiveVersion(String version) {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                CHANNEL.send(
                        "POST",
                        AVAILABILITY,
                        "<a/>",
                        "Authorization",
                        hotel.bearer(),
                        "Content-Type",
                        "application/xml",
                        version.isEmpty() ? "X-None" : "Accept-Version",
                        version);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Not acceptable");
    }

    @Test
    void demandsXmlByItsContentType() {
        var hotel = new TestHotel(CHANNEL);

        var answer =
                CHANNEL.send(
                        "POST",
                        AVAILABILITY,
                        "<a/>",
                        "Authorization",
                        hotel.bearer(),
                        "Accept-Version",
                        "1.1",
                        "Content-Type",
                        "text/plain");

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void demandsTheLengthOfLengthOfStayPrices() throws Exception {
        var hotel = new TestHotel(CHANNEL);
        var chunked =
                HttpRequest.newBuilder(URI.create(CHANNEL.url() + "/hotels/csv/los_pricing"))
                        .header("Authorization", hotel.bearer())
                        .header("Accept-Version", "1.1")
                        .header("Content-Type", "application/csv")
                        .POST(
                                HttpRequest.BodyPublishers.ofInputStream(
                                        () -> new ByteArrayInputStream(new byte[] {65})))
                        .build();

        var answer = HttpClient.newHttpClient().send(chunked, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<OTA_HotelAvailNotifRQ",
                "",
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>",
                "<OTA_HotelAvailNotifRQ/>",
                "<OTA_HotelRateAmountNotifRQ xmlns=\"http://www.opentravel.org/OTA/2003/05\"/>"
            })
    void refusesWhatIsNoMessageOfTheFace(String body) {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.post(AVAILABILITY, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Code=\"SCHEMA_FAULT\"").contains("<!-- RUID: [");
    }
}
