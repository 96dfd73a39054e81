package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A partner who speaks GraphQL to the stand-in of Expedia. */
public final class GraphClient {

    private static final String LODGING = "/supply/lodging/graphql";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;
    private final String account;
    private final String token;

    GraphClient(ExpediaHotel hotel) {
        this(hotel.channel.url(), hotel.account);
    }

    /**
     * @param url of the stand-in
     * @param account whose secret is open sesame
     */
    public GraphClient(String url, String account) {
        this.url = url;
        this.account = account;
        this.token = StandIn.json(exchange("open sesame").body()).path("access_token").asText();
    }

    HttpResponse<String> exchange(String secret) {
        var pair = (account + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return post(
                "/identity/oauth2/v3/token",
                "grant_type=client_credentials",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .headers(headers)
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Registers an address for notifications of reservations, and gives its secret. */
    public String register(String callback, String apiKey) {
        var made =
                data(
                        "mutation($input: CreateNotificationCallbackConfigInput!) { createNotificationCallbackConfig(input: $input)"
                                + " { secret callbackConfig { id secretExpirationDateTime requestTimeoutSeconds } } }",
                        """
                        {"input": {"callbackUrl": "%s", "apiKey": "%s", "contactEmail": "desk@example.com"}}"""
                                .formatted(callback, apiKey));
        data(
                "mutation($input: SubscribeNotificationEventTypeInput!) { subscribeNotificationEventType(input: $input) { eventType } }",
                """
                {"input": {"eventType": "ReservationNotificationEvent", "callbackConfigId": "%s"}}"""
                        .formatted(
                                made.at("/createNotificationCallbackConfig/callbackConfig/id")
                                        .asText()));
        return made.at("/createNotificationCallbackConfig/secret").asText();
    }

    HttpResponse<String> send(String path, String bearer, String query, String variables) {
        var body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.set("variables", StandIn.json(variables));
        return post(
                path,
                body.toString(),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + bearer);
    }

    /** A question whose answer has status 200, errors or not. */
    public JsonNode ask(String query, String variables) {
        return ask(LODGING, query, variables);
    }

    JsonNode ask(String path, String query, String variables) {
        var answer = send(path, token, query, variables);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return StandIn.json(answer.body());
    }

    /** A question that must succeed. */
    public JsonNode data(String query, String variables) {
        var answer = ask(query, variables);
        if (answer.has("errors")) {
            throw new AssertionError(answer.toString());
        }
        return answer.path("data");
    }

    JsonNode reservations(long hotel, String fields, String filter) {
        return data(
                        "query($id: String!, $filter: ReservationFilterInput) { property(id: $id, idSource: EXPEDIA) {"
                                + " reservations(pageSize: 25, filter: $filter) { totalCount pageInfo { hasNextPage endCursor }"
                                + " edges { cursor node { id "
                                + fields
                                + " } } } } }",
                        "{\"id\": \"" + hotel + "\", \"filter\": " + filter + "}")
                .at("/property/reservations");
    }

    public JsonNode mutate(String mutation, String input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        return ask(
                "mutation($input: "
                        + type
                        + ") { "
                        + mutation
                        + "(input: $input) { reservation { status checkInDate checkOutDate isReconciled reconciliationType } } }",
                "{\"input\": " + input + "}");
    }
}
