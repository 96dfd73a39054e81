package io.serai.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A partner who speaks GraphQL to the stand-in of Expedia. */
final class GraphClient {

    private static final String LODGING = "/supply/lodging/graphql";

    private final StandIn channel;
    private final String account;
    private final String token;

    GraphClient(ExpediaHotel hotel) {
        this.channel = hotel.channel;
        this.account = hotel.account;
        this.token = StandIn.json(exchange("open sesame").body()).path("access_token").asText();
    }

    HttpResponse<String> exchange(String secret) {
        var pair = (account + ":" + secret).getBytes(StandardCharsets.UTF_8);
        return channel.send(
                "POST",
                "/identity/oauth2/v3/token",
                "grant_type=client_credentials",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(pair),
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    HttpResponse<String> send(String path, String bearer, String query, String variables) {
        var body = JsonNodeFactory.instance.objectNode().put("query", query);
        body.set("variables", StandIn.json(variables));
        return channel.send(
                "POST",
                path,
                body.toString(),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + bearer);
    }

    /** A question whose answer has status 200, errors or not. */
    JsonNode ask(String query, String variables) {
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
    JsonNode data(String query, String variables) {
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

    JsonNode mutate(String mutation, String input) {
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
