package io.serai.stories;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.testing.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;

/** Somebody else with the account's login, who changes at the channel what Serai told it. */
final class ChannelDesk {

    private final HttpClient http = HttpClient.newHttpClient();
    private final Story story;
    private final String token;

    ChannelDesk(Story story) {
        this.story = story;
        long number = story.remoteHotel() - 777_000L;
        String answer =
                post(
                        "/token-based-authentication/exchange",
                        "application/json",
                        "{\"client_id\":\"client-%1$d\",\"client_secret\":\"secret-%1$d\"}"
                                .formatted(number),
                        "");
        try {
            token = new ObjectMapper().readTree(answer).path("jwt").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void setRooms(LocalDate from, LocalDate to, int rooms) {
        push(
                "<AvailStatusMessage BookingLimit=\"%d\" LocatorID=\"1\"><StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\"/></AvailStatusMessage>"
                        .formatted(rooms, from, to, story.remoteRoom()));
    }

    void close(int plan, LocalDate from, LocalDate to) {
        ofRate(plan, from, to, "<RestrictionStatus Status=\"Close\"/>");
    }

    void setMinStay(int plan, LocalDate from, LocalDate to, int nights) {
        ofRate(
                plan,
                from,
                to,
                "<LengthsOfStay><LengthOfStay Time=\"%d\" MinMaxMessageType=\"SetMinLOS\"/></LengthsOfStay>"
                        .formatted(nights));
    }

    private void ofRate(int plan, LocalDate from, LocalDate to, String what) {
        push(
                "<AvailStatusMessage LocatorID=\"1\"><StatusApplicationControl Start=\"%s\" End=\"%s\" InvTypeCode=\"%d\" RatePlanCode=\"%d\"/>%s</AvailStatusMessage>"
                        .formatted(from, to, story.remoteRoom(), story.remoteRate(plan), what));
    }

    private void push(String message) {
        post(
                "/hotels/ota/OTA_HotelAvailNotif",
                "application/xml",
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <OTA_HotelAvailNotifRQ xmlns="http://www.opentravel.org/OTA/2003/05" TimeStamp="2027-01-10T08:00:00Z" Target="Production" Version="1.005">
                  <AvailStatusMessages HotelCode="%d">%s</AvailStatusMessages>
                </OTA_HotelAvailNotifRQ>
                """
                        .formatted(story.remoteHotel(), message),
                "Bearer " + token);
    }

    private String post(String path, String type, String body, String authorization) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(story.serai().sandboxUrl() + path))
                        .header("Content-Type", type)
                        .header("Accept-Version", "1.1")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 || answer.body().contains("<Error")) {
                throw new IllegalStateException(
                        path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
