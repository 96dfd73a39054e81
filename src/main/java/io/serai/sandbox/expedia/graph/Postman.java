package io.serai.sandbox.expedia.graph;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.serai.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes notifications to a partner's callback, signed with its secret. */
final class Postman {

    private static final String DIGEST = "HmacSHA256";

    private final HttpClient http;
    private final Clock clock;

    Postman(Clock clock) {
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build();
        this.clock = clock;
    }

    /**
     * Posts one and gives the status of the answer.
     *
     * @throws IOException when there was none in time
     */
    int post(Callback callback, Map<String, Object> envelope) throws IOException {
        var body = Json.write(envelope);
        var timestamp = Long.toString(clock.millis());
        var signed = timestamp + "." + body;
        return send(
                HttpRequest.newBuilder(URI.create(callback.url()))
                        .timeout(Duration.ofSeconds(callback.timeoutSeconds()))
                        .header("Content-Type", "application/json")
                        .header("api-key", callback.apiKey())
                        .header("x-eg-notification-timestamp", timestamp)
                        .header("x-eg-notification-signature-v2", signatures(callback, signed))
                        .header("transaction-id", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    /** The one GET after an address was registered. */
    int greet(Callback callback) throws IOException {
        return send(
                HttpRequest.newBuilder(URI.create(callback.url()))
                        .timeout(Duration.ofSeconds(callback.timeoutSeconds()))
                        .GET()
                        .build());
    }

    private int send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String signatures(Callback callback, String signed) {
        var now = "sha256=" + signature(callback.secret(), signed);
        return callback.previous() == null
                ? now
                : "sha256=" + signature(callback.previous(), signed) + "," + now;
    }

    private static String signature(String secret, String signed) {
        try {
            var mac = Mac.getInstance(DIGEST);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), DIGEST));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no " + DIGEST, e);
        }
    }
}
