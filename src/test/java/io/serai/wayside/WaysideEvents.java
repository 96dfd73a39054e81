package io.serai.wayside;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the stand-in tells a hotel's system by itself, signed. */
final class WaysideEvents {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String property;
    private final String secret;

    WaysideEvents(String url, String property, String secret) {
        this.url = url;
        this.property = property;
        this.secret = secret;
    }

    String booked(String number, LocalDate night) {
        return """
        {"id":"%s","type":"booking.new","property":"%s","booking":{"number":"%s","currency":"EUR","total":"120.00",
         "guest":{"given":"Ada","surname":"Guest","email":"ada@guests.example"},
         "card":{"brand":"VI","number":"4111111111111111","expires":"12/30","code":"123"},
         "rooms":[{"room":"DBL","adults":2,"nights":[{"date":"%s","plan":"BAR","price":"120.00"}]}]}}
        """
                .formatted(UUID.randomUUID(), property, number, night);
    }

    String cancelled(String number) {
        return "{\"id\":\"%s\",\"type\":\"booking.cancelled\",\"property\":\"%s\",\"booking\":{\"number\":\"%s\"}}"
                .formatted(UUID.randomUUID(), property, number);
    }

    String fullSyncWanted() {
        return "{\"id\":\"%s\",\"type\":\"full-sync.wanted\",\"property\":\"%s\"}"
                .formatted(UUID.randomUUID(), property);
    }

    /** Tells it; gives the status of the answer. */
    int tell(String event) {
        return tell(event, secret);
    }

    int tell(String event, String signedWith) {
        try {
            String time = Long.toString(Instant.now().getEpochSecond());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(signedWith.getBytes(UTF_8), "HmacSHA256"));
            String signature =
                    HexFormat.of().formatHex(mac.doFinal((time + "." + event).getBytes(UTF_8)));
            return http.send(
                            HttpRequest.newBuilder(URI.create(url + "/webhooks/wayside"))
                                    .header("Content-Type", "application/json")
                                    .header("X-Wayside-Time", time)
                                    .header("X-Wayside-Signature", "sha256=" + signature)
                                    .POST(BodyPublishers.ofString(event))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
