package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every call leaves a row. */
class CallsApiTests {

    private static RunningSerai serai;
    private static SampleHotel hotel;
    private static ApiClient boss;

    @BeforeAll
    static void anAdmin() {
        serai = RunningSerai.shared();
        hotel = withoutChannel(SampleHotel.another(serai.database()));
        boss = ApiClient.user(serai, "calls-boss", "admin");
    }

    @Test
    void remembersWhoCalledWhatAndHowItEnded() throws IOException {
        String path = "/api/inventory-sync/hotels/" + hotel.id() + "/room-types";

        Reply answer = boss.get(path + "?secret=open-sesame");

        String correlation = answer.whole().headers().firstValue("X-Correlation-Id").orElseThrow();
        JsonNode call = call(correlation);
        assertThat(call.path("who").asText()).isEqualTo("user:calls-boss");
        assertThat(call.path("kind").asText()).isEqualTo("api");
        assertThat(call.path("name").asText()).isEqualTo("api-room-types");
        assertThat(call.path("method").asText()).isEqualTo("GET");
        assertThat(call.path("path").asText()).isEqualTo(path);
        assertThat(call.path("status").asInt()).isEqualTo(200);
        assertThat(call.path("hotel").asInt()).isEqualTo(hotel.id());
        assertThat(call.has("milliseconds")).isTrue();
        assertKeeps(boss.get("/api/access/calls?hotel=" + hotel.id()), 200, "AccessCalls");
    }

    @Test
    void isKnownByWhatTheCallerNames() throws Exception {
        String named = "mine-" + UUID.randomUUID();

        int refused = stranger("GET", "/api/connections/4111111111111111", named);
        int unproved = stranger("POST", "/webhooks/expedia", named + ".hook");

        assertThat(refused).isEqualTo(401);
        assertThat(call(named).path("who").asText()).isEqualTo("nobody");
        assertThat(call(named).path("status").asInt()).isEqualTo(401);
        assertThat(call(named).path("path").asText()).endsWith("/***1111");
        assertThat(call(named + ".hook").path("kind").asText()).isEqualTo("webhook");
        assertThat(call(named + ".hook").path("status").asInt()).isEqualTo(unproved);
    }

    @Test
    void believesNoNameThatCouldBeAnythingElse() throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(serai.url() + "/api/connections"))
                        .header("X-Correlation-Id", "a b<script>")
                        .build();

        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("X-Correlation-Id").orElseThrow())
                .matches("[0-9a-f]{24}");
    }

    private static int stranger(String method, String path, String correlation) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(serai.url() + path))
                        .header("X-Correlation-Id", correlation)
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString("{}"))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static JsonNode call(String correlation) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                boss.get("/api/access/calls?correlation=" + correlation)
                                        .body()
                                        .path("calls")
                                        .path(0),
                        JsonNode::isObject);
    }

    /** Nobody is to call for it. */
    private static SampleHotel withoutChannel(SampleHotel made) {
        serai.sql()
                .sql("delete from third_party_integrations where id = ?")
                .param(made.connection())
                .update();
        return made;
    }
}
