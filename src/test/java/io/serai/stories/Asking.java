package io.serai.stories;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A hotel's own system that asks something of a channel through the API. */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExpediaHouse house;
    private final String login;

    Asking(ExpediaHouse house) {
        this.house = house;
        login = "asking-" + house.number();
        house.sql()
                .sql(
                        """
                        with made as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id)
                        insert into user_hotels select id, ? from made
                        """)
                .params(login, house.hotel())
                .update();
    }

    /** Asks, waits until it is settled, and gives what the API then shows. */
    JsonNode settled(String port, String with) {
        HttpResponse<String> kept = ask(port, with);
        String id = json(kept.body()).path("id").asText();
        return await().atMost(Duration.ofSeconds(90))
                .until(
                        () -> json(send("/api/requests/" + id, null).body()),
                        it -> it.hasNonNull("settledAt"));
    }

    HttpResponse<String> ask(String port, String with) {
        return send(
                "/api/connections/" + house.connection() + "/requests",
                "{\"ask\": \"" + port + "\", \"with\": " + with + "}");
    }

    private HttpResponse<String> send(String path, String body) {
        byte[] credentials = (login + ":stub").getBytes(StandardCharsets.UTF_8);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(house.serai().url() + path))
                        .header("Content-Type", "application/json")
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(credentials));
        request = body == null ? request.GET() : request.POST(BodyPublishers.ofString(body));
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
