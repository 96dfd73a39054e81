package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.Painted;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hotel's photos over HTTP, on a hotel of its own. */
class PhotosApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        story = Story.begin(2);
        anna = ApiClient.user(story.serai(), "photos-anna", "operator", story.hotel());
        stranger = ApiClient.user(story.serai(), "photos-stranger", "operator");
    }

    @Test
    void takesPicturesInAndShowsThemToWhoeverKnowsTheirAddress() throws IOException {
        Reply added = upload(Painted.jpegWithNotes(1000, 700, 11));

        assertKeeps(added, 201, "Photo");
        assertThat(added.body().path("width").asInt()).isEqualTo(700);
        assertThat(added.body().at("/channels/0/state").asText()).isEqualTo("unsent");
        HttpResponse<byte[]> seen = look(added.body().path("url").asText());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(seen.body()).hasSize(added.body().path("bytes").asInt());
        assertThat(look(added.body().path("thumbnail").asText()).statusCode()).isEqualTo(200);
        String address = added.body().path("url").asText();
        String other =
                address.replaceFirst(
                        "photos/.", address.contains("photos/_") ? "photos/A" : "photos/_");
        assertThat(look(other).statusCode()).isEqualTo(404);
        assertThat(look(RunningSerai.shared().url() + "/photos/..%2f..%2fkeys").statusCode())
                .isBetween(400, 404);
    }

    @Test
    void refusesWhatItCannotTakeAndWhatItHas() throws IOException {
        byte[] picture = Painted.png(700, 700, 12);
        Reply first = upload(picture);

        Reply again = upload(picture);
        Reply text = upload("no picture".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Reply huge = upload(new byte[21_000_000]);

        assertKeeps(again, 409, "Problem");
        assertThat(again.body().path("photo")).isEqualTo(first.body().path("id"));
        assertKeeps(text, 422, "Problem");
        assertThat(huge.status()).isEqualTo(413);
        assertThat(stranger.get(photos("")).status()).isEqualTo(404);
    }

    @Test
    void namesTheCancellationPoliciesOfWhichTheHotelMayChooseAtAChannel() throws IOException {
        String path =
                "/api/content-sync/connections/" + story.connection() + "/cancellation-policies";

        Reply reply = anna.get(path);

        assertKeeps(reply, 200, "ContentPolicies");
        assertThat(reply.body().at("/policies/0/code").asText()).isEqualTo("300001");
        assertThat(reply.body().at("/policies/0/name").asText()).isEqualTo("General");
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    @Test
    void keepsWhatIsSaidOfPhotosAndTheirOrder() throws IOException {
        String one = upload(Painted.png(700, 700, 13)).body().path("id").asText();
        String two = upload(Painted.png(700, 700, 14)).body().path("id").asText();
        Reply seen = anna.get(photos("/" + two));

        Reply changed =
                anna.patch(
                        photos("/" + two),
                        "{\"captions\":{\"en\":\"The garden\",\"pt-PT\":\"O jardim\"},\"rooms\":[\"DBL\"],\"main\":true}",
                        "If-Match",
                        seen.etag());
        List<String> order = ids();
        order.remove(two);
        order.add(0, two);
        Reply ordered =
                send(
                        "PUT",
                        photos("/order"),
                        JSON.writeValueAsString(java.util.Map.of("photos", order)));

        assertKeeps(changed, 200, "Photo");
        assertKeeps(ordered, 200, "Photos");
        assertThat(ids()).isEqualTo(order);
        JsonNode first = ordered.body().at("/photos/0");
        assertThat(first.path("rooms").toString()).isEqualTo("[\"DBL\"]");
        assertThat(first.at("/captions/pt-PT").asText()).isEqualTo("O jardim");
        assertThat(mains(ordered)).containsExactly(two);
        assertThat(anna.patch(photos("/" + two), "{}", "If-Match", seen.etag()).status())
                .isEqualTo(409);
        assertThat(anna.patch(photos("/" + one), "{\"rooms\":[\"SUITE\"]}").status())
                .isEqualTo(422);
        assertThat(send("PUT", photos("/order"), "{\"photos\":[\"" + one + "\"]}").status())
                .isEqualTo(422);
    }

    @Test
    void showsNothingAnyMoreOfWhatWasTakenAwayOrReplaced() throws IOException {
        Reply photo = upload(Painted.png(700, 700, 15));
        String id = photo.body().path("id").asText();

        Reply replaced =
                anna.send(
                        request(photos("/" + id + "/picture"))
                                .header("Content-Type", "image/png")
                                .PUT(BodyPublishers.ofByteArray(Painted.png(800, 700, 16))));

        assertKeeps(replaced, 200, "Photo");
        assertThat(look(photo.body().path("url").asText()).statusCode()).isEqualTo(404);
        assertThat(look(replaced.body().path("url").asText()).statusCode()).isEqualTo(200);

        Reply removed = anna.send(request(photos("/" + id)).DELETE());

        assertKeeps(removed, 200, "Photo");
        assertThat(look(replaced.body().path("url").asText()).statusCode()).isEqualTo(404);
        assertThat(anna.get(photos("/" + id)).status()).isEqualTo(404);
        if (!ids().isEmpty()) {
            assertThat(mains(anna.get(photos("")))).hasSize(1);
        }
    }

    private static Reply upload(byte[] content) {
        return anna.post(photos(""), BodyPublishers.ofByteArray(content), "image/jpeg");
    }

    private static List<String> ids() {
        List<String> ids = new ArrayList<>();
        anna.get(photos(""))
                .body()
                .path("photos")
                .forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    private static List<String> mains(Reply photos) {
        List<String> mains = new ArrayList<>();
        for (JsonNode each : photos.body().path("photos")) {
            if (each.path("main").asBoolean()) {
                mains.add(each.path("id").asText());
            }
        }
        return mains;
    }

    private static String photos(String below) {
        return "/api/content-sync/hotels/" + story.hotel() + "/photos" + below;
    }

    private static Reply send(String method, String path, String body) {
        return anna.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + path))
                .header("Authorization", anna.authorization());
    }

    private static HttpResponse<byte[]> look(String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url)).build(),
                            HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
