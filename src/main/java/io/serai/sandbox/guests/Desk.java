package io.serai.sandbox.guests;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The control face of guests, called as from outside. */
final class Desk {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    Desk(String url) {
        this.url = url;
    }

    /** The hotels with their room types and rates. */
    JsonNode hotels() {
        return read(call("GET", "/sandbox/hotels", null));
    }

    /** The booking's number; null when the grid offers no such stay. */
    @Nullable Long book(long hotel, Object form) {
        var answer = call("POST", "/sandbox/hotels/" + hotel + "/bookings", form);
        return answer.statusCode() < 300 ? read(answer).get("id").asLong() : null;
    }

    void change(long hotel, long booking, Object form) {
        call("PUT", "/sandbox/hotels/" + hotel + "/bookings/" + booking, form);
    }

    void cancel(long hotel, long booking) {
        call("DELETE", "/sandbox/hotels/" + hotel + "/bookings/" + booking, null);
    }

    private static JsonNode read(HttpResponse<byte[]> answer) {
        return Json.read(answer.body(), JsonNode.class);
    }

    private HttpResponse<byte[]> call(String method, String path, @Nullable Object body) {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(Json.write(body)))
                        .build();
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
