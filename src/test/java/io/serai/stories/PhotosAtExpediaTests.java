package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.ApiClient;
import io.serai.sandbox.PhotoServer;
import io.serai.testing.Painted;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Photos that Expedia fetches at an address, judges, publishes or refuses. */
class PhotosAtExpediaTests {

    private static final PhotoServer PHOTOS = new PhotoServer();
    private static ExpediaHouse house;
    private static ExpediaPorts ports;

    @BeforeAll
    static void begin() {
        house = ExpediaHouse.begin("");
        ports = new ExpediaPorts(house);
        house.awaitOpen();
    }

    @AfterAll
    static void close() {
        PHOTOS.close();
    }

    @Test
    void isPublishedAfterExpediaFetchedIt() {
        String url = PHOTOS.serve("garden.jpg", PhotoServer.picture("jpg", 700, 650));

        JsonNode added = push("add", photo(url, true, room()), null);

        String remote = added.path("remote").asText();
        assertThat(added.path("outcome").asText()).as(added.toString()).isEqualTo("applied");
        assertThat(added.path("state").asText()).isEqualTo("pending");
        assertThat(await(url, remote, "live").path("remote").asText()).isEqualTo(remote);
    }

    @Test
    void isUploadedToSeraiFetchedFromThereAndLiveInTheEnd() throws Exception {
        String login = "photos-expedia-" + house.number();
        var user = ApiClient.user(house.serai(), login, "operator", house.hotel());
        String photos = "/api/content-sync/hotels/" + house.hotel() + "/photos";

        String photo = upload(login, photos, Painted.png(700, 700, 77)).path("id").asText();
        user.post(photos + "/sync", "");

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                user.get(photos + "/" + photo)
                                        .body()
                                        .at("/channels/0/state")
                                        .asText()
                                        .equals("live"));
        assertThat(
                        house.sql()
                                .sql("select url from sandbox.expedia_image where hotel_id = ?")
                                .param(house.number())
                                .query(String.class)
                                .list())
                .anyMatch(url -> url.startsWith(house.serai().url() + "/photos/"));
    }

    private static JsonNode upload(String login, String path, byte[] picture) throws Exception {
        String basic =
                Base64.getEncoder()
                        .encodeToString((login + ":stub").getBytes(StandardCharsets.UTF_8));
        var request =
                HttpRequest.newBuilder(URI.create(house.serai().url() + path))
                        .header("Content-Type", "image/png")
                        .header("Authorization", "Basic " + basic)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(picture))
                        .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void isFoundByItsAddressWhereTheAnswerWasLost() {
        String url = PHOTOS.serve("lost.jpg", PhotoServer.picture("jpg", 800, 800));
        String remote = push("add", photo(url, false, ""), null).path("remote").asText();

        JsonNode found = read(url, null);

        assertThat(found.path("remote").asText()).isEqualTo(remote);
    }

    @Test
    void isRefusedWithExpediasWordsAndTakenAwayForGood() {
        String url = PHOTOS.serve("small.png", PhotoServer.picture("png", 640, 900));
        String remote = push("add", photo(url, false, ""), null).path("remote").asText();
        JsonNode refused = await(url, remote, "refused");

        JsonNode removed = push("remove", null, remote);

        assertThat(refused.path("code").asText()).isEqualTo("Rejected");
        assertThat(refused.path("words").asText()).contains("640 x 900");
        assertThat(removed.path("outcome").asText()).as(removed.toString()).isEqualTo("applied");
        assertThat(read(url, remote).path("state").asText()).isEqualTo("gone");
        assertThat(push("remove", null, remote).path("outcome").asText()).isEqualTo("applied");
    }

    @Test
    void isOnlyHiddenOnceItIsPublishedAndShownAgainByAChange() {
        String url = PHOTOS.serve("hall.jpg", PhotoServer.picture("jpg", 900, 700));
        String remote = push("add", photo(url, false, room()), null).path("remote").asText();
        await(url, remote, "live");

        push("remove", null, remote);
        JsonNode hidden = read(url, remote);
        JsonNode changed = push("change", photo(url, false, ""), remote);

        assertThat(hidden.path("state").asText()).isEqualTo("refused");
        assertThat(changed.path("outcome").asText()).as(changed.toString()).isEqualTo("applied");
        assertThat(read(url, remote).path("state").asText()).isEqualTo("live");
    }

    @Test
    void waitsWhereExpediaCannotReachIt() {
        String url = PHOTOS.serve("gone.jpg", PhotoServer.picture("jpg", 700, 700));
        PHOTOS.forget("gone.jpg");

        JsonNode answer = push("add", photo(url, false, ""), null);

        assertThat(answer.path("outcome").asText()).isEqualTo("later");
        assertThat(answer.at("/items/0/code").asText()).isEqualTo("REST-3804");
    }

    private static String room() {
        return "{\"id\": \"" + house.room() + "\", \"main\": true}";
    }

    private static String photo(String url, boolean main, String rooms) {
        return """
        {"id": "1", "url": "%s", "type": "image/jpeg", "width": 700, "height": 650, "main": %b, "position": 1, "rooms": [%s], "captions": {}}"""
                .formatted(url, main, rooms);
    }

    private static JsonNode push(String act, String photo, String remote) {
        String request =
                "{\"hotel\": \"%d\", \"act\": \"%s\"%s%s}"
                        .formatted(
                                house.number(),
                                act,
                                photo == null ? "" : ", \"photo\": " + photo,
                                remote == null ? "" : ", \"remote\": \"" + remote + "\"");
        return ports.call("photo-push", "photo-push.json#/$defs/out", request);
    }

    private static JsonNode read(String url, String remote) {
        String request =
                "{\"hotel\": \"%d\", \"photos\": [{\"id\": \"1\", \"url\": \"%s\"%s}]}"
                        .formatted(
                                house.number(),
                                url,
                                remote == null ? "" : ", \"remote\": \"" + remote + "\"");
        JsonNode answer = ports.call("photo-read", "photo-read.json#/$defs/out", request);
        assertThat(answer.path("outcome").asText()).as(answer.toString()).isEqualTo("applied");
        return answer.at("/photos/0");
    }

    private static JsonNode await(String url, String remote, String state) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> read(url, remote),
                        found -> found.path("state").asText().equals(state));
    }
}
