package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.testing.RunningSerai;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A hotel's own system that calls the API as one user. */
public final class ApiClient {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String authorization;

    public ApiClient(String base, String login) {
        this(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString((login + ":stub").getBytes(StandardCharsets.UTF_8)),
                URI.create(base));
    }

    /** A new user of this role, who may see these hotels. */
    public static ApiClient user(RunningSerai serai, String login, String role, int... hotels) {
        int user =
                serai.sql()
                        .sql(
                                "insert into users (login, password_hash, role) values (?, '{noop}stub', ?) returning id")
                        .params(login, role)
                        .query(Integer.class)
                        .single();
        for (int hotel : hotels) {
            serai.sql().sql("insert into user_hotels values (?, ?)").params(user, hotel).update();
        }
        return new ApiClient(serai.url(), login);
    }

    private ApiClient(String authorization, URI base) {
        this.base = base.toString();
        this.authorization = authorization;
    }

    /** A program that shows an API key. */
    public static ApiClient withKey(String base, String key) {
        return new ApiClient("Bearer " + key, URI.create(base));
    }

    /** What was answered. */
    public record Reply(int status, String type, JsonNode body, HttpResponse<String> whole) {

        /** The version of what was read, for If-Match. */
        String etag() {
            return whole.headers().firstValue("ETag").orElseThrow();
        }
    }

    String authorization() {
        return authorization;
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    Reply put(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    Reply delete(String path) {
        return send(request(path).DELETE());
    }

    public Reply post(String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Asks for something that is done once under a key. */
    public Reply once(String path, String key, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    public Reply patch(String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Reply put(String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    Reply post(String path, BodyPublisher body, String type, String... headers) {
        HttpRequest.Builder request = request(path).header("Content-Type", type).POST(body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** What a path answers, as it is. */
    public HttpResponse<String> text(String path) {
        try {
            return http.send(request(path).GET().build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", authorization);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("Content-Type").orElse(""),
                    JSON.readTree(answer.body().isBlank() ? "{}" : answer.body()),
                    answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
