package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SandboxTokenTests {

    private static final StandIn CHANNEL = StandIn.shared();

    @Test
    void exchangesCredentialsForATokenOfOneHour() {
        var hotel = new TestHotel(CHANNEL);

        var answer = hotel.exchange();

        var claims = claims(answer.get("jwt").asText());
        assertThat(answer.get("ruid").asText()).isNotBlank();
        assertThat(claims.get("iss").asText()).isEqualTo("urn://connectivity-modern-auth/v1");
        assertThat(claims.get("sub").asText()).isEqualTo(hotel.account);
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
    }

    @Test
    void refusesWrongCredentialsAndWhatIsNoLogin() {
        var hotel = new TestHotel(CHANNEL);

        var wrong = exchange(CHANNEL, hotel.account, "guessed");
        var malformed = CHANNEL.send("POST", "/token-based-authentication/exchange", "{\"client");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(StandIn.json(wrong.body()).at("/meta/ruid").asText()).isNotBlank();
        assertThat(malformed.statusCode()).isEqualTo(400);
    }

    @Test
    void throttlesTheThirtyFirstExchangeOfAnHourAlsoAfterARestart() {
        try (var channel = StandIn.start(Map.of())) {
            var hotel = new TestHotel(channel);
            for (int n = 2; n <= 30; n++) {
                assertThat(exchange(channel, hotel.account, "open").statusCode()).isEqualTo(200);
            }

            channel.restart();

            assertThat(exchange(channel, hotel.account, "open").statusCode()).isEqualTo(429);
            assertThat(hotel.get("/hotels/ota/OTA_HotelResNotif").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesAnExpiredTokenAndOneItNeverSigned() {
        try (var channel = StandIn.start(Map.of("sandbox.token.lifetime", "1s"))) {
            var hotel = new TestHotel(channel);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> hotel.get("/hotels/ota/OTA_HotelResNotif").statusCode() == 401);

            var strange = new TestHotel(CHANNEL).bearer();
            var answer =
                    channel.send(
                            "GET", "/hotels/ota/OTA_HotelResNotif", null, "Authorization", strange);
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private static HttpResponse<String> exchange(StandIn channel, String id, String secret) {
        return channel.send(
                "POST",
                "/token-based-authentication/exchange",
                "{\"client_id\": \"%s\", \"client_secret\": \"%s\"}".formatted(id, secret));
    }

    private static com.fasterxml.jackson.databind.JsonNode claims(String jwt) {
        var payload = Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        return StandIn.json(new String(payload, StandardCharsets.UTF_8));
    }
}
