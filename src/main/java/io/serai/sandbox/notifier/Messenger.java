package io.serai.sandbox.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.sandbox.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Runs errands: fetches a token, keeps it as long as it is good, and tells what happened. */
final class Messenger {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Clock clock;

    Messenger(Clock clock) {
        this.clock = clock;
    }

    /** What was answered to one call; 0 where nothing was. */
    record Told(String uuid, String type, int status) {}

    private record Token(String text, Instant until) {}

    /** Tells all of it, each as often as is wanted. */
    List<Told> run(Errand errand) {
        List<Errand.Notice> notices = new ArrayList<>();
        for (Errand.Notice notice : errand.notifications()) {
            notices.add(
                    notice.uuid() == null
                            ? new Errand.Notice(
                                    UUID.randomUUID().toString(), notice.type(), notice.payload())
                            : notice);
        }
        if (errand.disorder()) {
            Collections.reverse(notices);
        }
        List<Told> told = new ArrayList<>();
        for (int time = 0; time < errand.repeats(); time++) {
            for (Errand.Notice notice : notices) {
                String uuid = String.valueOf(notice.uuid());
                told.add(new Told(uuid, notice.type(), tell(errand, uuid, notice)));
            }
        }
        return told;
    }

    /** A token that is refused is fetched anew, once. */
    private int tell(Errand errand, String uuid, Errand.Notice notice) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("uuid", uuid);
        metadata.put("type", notice.type());
        metadata.put("payloadVersion", "1.0");
        String body = Json.write(Map.of("metadata", metadata, "payload", notice.payload()));
        try {
            int status = post(errand, body);
            if (status == UNAUTHORIZED && "given".equals(errand.token())) {
                tokens.remove(errand.tokenUrl());
                status = post(errand, body);
            }
            return status;
        } catch (IOException noAnswer) {
            return 0;
        }
    }

    private int post(Errand errand, String body) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(errand.webhookUrl()))
                        .timeout(PATIENCE)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        String token = token(errand);
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build()).statusCode();
    }

    private @Nullable String token(Errand errand) throws IOException {
        if ("none".equals(errand.token())) {
            return null;
        }
        Token known = tokens.get(errand.tokenUrl());
        if (known == null || !known.until().isAfter(clock.instant())) {
            known = fetch(errand);
            tokens.put(errand.tokenUrl(), known);
        }
        return "wrong".equals(errand.token())
                ? known.text().substring(0, known.text().length() - 4) + "AAAA"
                : known.text();
    }

    private Token fetch(Errand errand) throws IOException {
        String form =
                "grant_type=client_credentials&client_id=%s&client_secret=%s"
                        .formatted(
                                URLEncoder.encode(errand.clientId(), UTF_8),
                                URLEncoder.encode(errand.clientSecret(), UTF_8));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder(URI.create(errand.tokenUrl()))
                                .timeout(PATIENCE)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build());
        if (answer.statusCode() != 200) {
            throw new IOException("no token: " + answer.statusCode());
        }
        JsonNode given = Json.read(answer.body(), JsonNode.class);
        return new Token(
                given.path("access_token").asText(),
                clock.instant().plusSeconds(given.path("expires_in").asLong()));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
