package io.serai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExpediaImagesTests {

    private static final StandIn CHANNEL = StandIn.shared().expedia();
    private static final PhotoServer PHOTOS = new PhotoServer();
    private static final byte[] GOOD = PhotoServer.picture("jpg", 700, 650);

    private final ExpediaHotel hotel = new ExpediaHotel(CHANNEL);
    private final String images = "/properties/" + hotel.id + "/images";

    @AfterAll
    static void close() {
        PHOTOS.close();
    }

    @Test
    void publishesAGoodImageAfterHavingFetchedIt() {
        String url = PHOTOS.serve("good.jpg", GOOD);

        var made =
                post("{\"originalImageUrl\": \"%s\", \"categoryCode\": \"LOBBY\"}".formatted(url));

        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(entity(made).path("state").asText()).isEqualTo("Received");
        JsonNode published = await(made, "Published");
        assertThat(published.path("publishedImageUrl").asText()).startsWith("https://");
        assertThat(published.path("fileName").asText()).isEqualTo("good.jpg");
        assertThat(published.path("status").asText()).isEqualTo("Active");
    }

    @Test
    void rejectsWhatIsTooSmallBrokenOrNoImageWithItsReason() {
        byte[] whole = PhotoServer.picture("png", 800, 800);
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);

        var small = post(PHOTOS.serve("small.jpg", PhotoServer.picture("jpg", 2000, 649)), "");
        var broken = post(PHOTOS.serve("broken.png", cut), "");
        var text = post(PHOTOS.serve("text.jpg", "no image".getBytes(StandardCharsets.UTF_8)), "");

        assertThat(await(small, "Rejected").at("/comments/0/text").asText())
                .contains("2000 x 649", "at least 650");
        assertThat(await(broken, "Rejected").at("/comments/0/text").asText()).contains("corrupted");
        assertThat(await(text, "Rejected").at("/comments/0/text").asText()).contains("JPEG");
        assertThat(call("DELETE", path(small), null).statusCode()).isEqualTo(204);
        assertThat(call("GET", path(small), null).statusCode()).isEqualTo(404);
    }

    @Test
    void knowsAnImageThatItHasAlready() {
        var first = post(PHOTOS.serve("one.jpg", GOOD), "");
        await(first, "Published");

        var second = post(PHOTOS.serve("two.jpg", GOOD), "");

        await(second, "Duplicate");
    }

    @Test
    void takesNoAddressThatItCannotReachOrDoesNotKnow() {
        String gone = PHOTOS.serve("gone.jpg", GOOD);
        PHOTOS.forget("gone.jpg");

        assertThat(code(post(gone, ""), 400)).isEqualTo(3804);
        assertThat(code(post("https://photos.example/a.jpg", ""), 400)).isEqualTo(3804);
        assertThat(code(post("{\"categoryCode\": \"LOBBY\"}"), 400)).isEqualTo(3801);
    }

    @Test
    void namesWhatItDoesNotTake() {
        String url = PHOTOS.serve("named.jpg", GOOD);

        assertThat(code(post(url, ", \"categoryCode\": \"LOBBIES\""), 400)).isEqualTo(3805);
        assertThat(code(post(url, ", \"state\": \"Published\""), 400)).isEqualTo(3800);
        assertThat(code(post(url, ", \"roomTypes\": [{\"resourceId\": 77}]"), 400)).isEqualTo(3203);
    }

    @Test
    void keepsAPublishedImageAndHidesOneThatIsInactive() {
        var made = post(PHOTOS.serve("kept.jpg", GOOD), ", \"propertyFeatured\": true");
        await(made, "Published");

        var deleted = call("DELETE", path(made), null);
        var hidden = call("PATCH", path(made), "{\"status\": \"Inactive\"}");

        assertThat(code(deleted, 400)).isEqualTo(3802);
        assertThat(entity(hidden).path("status").asText()).isEqualTo("Inactive");
        assertThat(entity(call("GET", images, null))).isEmpty();
        assertThat(entity(call("GET", images + "?status=all", null))).hasSize(1);
    }

    @Test
    void hasOneFeaturedImageAndItsRooms() {
        String rooms = ", \"roomTypes\": [{\"resourceId\": %s, \"roomTypeFeatured\": true}]";
        var first = post(PHOTOS.serve("f1.jpg", GOOD), ", \"propertyFeatured\": true");

        var second =
                post(
                        PHOTOS.serve("f2.jpg", PhotoServer.picture("jpg", 660, 660)),
                        ", \"propertyFeatured\": true" + rooms.formatted(hotel.room));

        assertThat(entity(call("GET", path(first), null)).path("propertyFeatured").asBoolean())
                .isFalse();
        assertThat(entity(second).at("/roomTypes/0/resourceId").asText()).isEqualTo(hotel.room);
    }

    private JsonNode await(HttpResponse<String> made, String state) {
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> entity(call("GET", path(made), null)),
                        image -> image.path("state").asText().equals(state));
    }

    private String path(HttpResponse<String> made) {
        return images + "/" + entity(made).path("resourceId").asText();
    }

    private HttpResponse<String> post(String url, String more) {
        return post("{\"originalImageUrl\": \"" + url + "\"" + more + "}");
    }

    private HttpResponse<String> post(String body) {
        return call("POST", images, body);
    }

    private HttpResponse<String> call(String method, String path, String body) {
        byte[] login = (hotel.account + ":open sesame").getBytes(StandardCharsets.UTF_8);
        return CHANNEL.send(
                method,
                path,
                body,
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(login));
    }

    private static JsonNode entity(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return StandIn.json(answer.body()).path("entity");
    }

    private static int code(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return StandIn.json(answer.body()).at("/errors/0/code").asInt();
    }
}
