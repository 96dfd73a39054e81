package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.testing.Painted;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** A hotel's photos at Booking.com: fetched from Serai, judged, shown in galleries. */
@TestInstance(Lifecycle.PER_CLASS)
class PhotosAtBookingcomTests {

    private static final AtomicInteger SEEDS = new AtomicInteger(500);

    private Story story;
    private ApiClient anna;

    @BeforeAll
    void open() {
        story = Story.begin(2);
        anna = ApiClient.user(story.serai(), "photos-out-anna", "operator", story.hotel());
    }

    @Test
    void showsPhotosInTheOrderOfTheHotelAndForgetsWhatIsTakenAway() {
        String garden = upload();
        String room = upload();
        String pool = upload();
        anna.patch(photos("/" + room), "{\"rooms\":[\"DBL\"],\"main\":true}");

        begin();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> {
                            assertThat(states()).containsOnly("live");
                            assertThat(gallery(0))
                                    .containsExactly(remote(garden), remote(room), remote(pool));
                            assertThat(gallery(story.remoteRoom())).containsExactly(remote(room));
                        });
        assertThat(main()).isEqualTo(remote(room));

        String before = remote(room);
        delete(room);
        begin();

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> {
                            assertThat(known()).doesNotContain(before).hasSize(2);
                            assertThat(gallery(0)).containsExactly(remote(garden), remote(pool));
                        });
        assertThat(main()).isEqualTo(remote(garden));
        delete(garden);
        delete(pool);
        daily();
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(left()).isLessThan(2));
    }

    @Test
    void saysWhyAPhotoWasRefusedAndSendsItAgainWhenItIsPutRight() {
        Story other = Story.begin(1);
        ApiClient bea = ApiClient.user(other.serai(), "photos-out-bea", "operator", other.hotel());
        String path = "/api/content-sync/hotels/" + other.hotel() + "/photos";
        other.sandbox()
                .put(
                        "/sandbox/hotels/" + other.remoteHotel() + "/photo-refusal",
                        "{\"words\":\"The photo is blurred\"}");
        String photo =
                put("POST", path, Painted.png(700, 700, SEEDS.incrementAndGet()), "photos-out-bea");
        bea.post(path + "/sync", "");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> {
                            JsonNode at = bea.get(path + "/" + photo).body().at("/channels/0");
                            assertThat(at.path("state").asText()).isEqualTo("refused");
                            assertThat(at.path("words").asText()).isEqualTo("The photo is blurred");
                        });
        bea.post(path + "/sync", "");
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(queued(other)).isEqualTo(1));

        bea.post(path + "/" + photo + "/send-again", "");

        awaitLive(bea, path + "/" + photo);
        assertThat(queued(other)).isEqualTo(2);
        assertThat(addresses(other)).doesNotHaveDuplicates();

        put(
                "PUT",
                path + "/" + photo + "/picture",
                Painted.png(700, 700, SEEDS.incrementAndGet()),
                "photos-out-bea");
        bea.post(path + "/sync", "");

        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(queued(other)).isEqualTo(3));
        awaitLive(bea, path + "/" + photo);
    }

    private static void awaitLive(ApiClient user, String photo) {
        await().atMost(Duration.ofSeconds(40))
                .until(
                        () ->
                                user.get(photo)
                                        .body()
                                        .at("/channels/0/state")
                                        .asText()
                                        .equals("live"));
    }

    private static List<String> addresses(Story story) {
        return story.sql()
                .sql("select url from sandbox.pending_photo where hotel_id = ?")
                .param(story.remoteHotel())
                .query(String.class)
                .list();
    }

    @Test
    void findsAPhotoAgainWhoseAnswerWasLostAndTellsItOnce() {
        Story third = Story.begin(1);
        ApiClient cara =
                ApiClient.user(third.serai(), "photos-out-cara", "operator", third.hotel());
        String path = "/api/content-sync/hotels/" + third.hotel() + "/photos";
        String queue = "/photo-api/properties/" + third.remoteHotel() + "/pending/photos";
        third.sandbox()
                .put(
                        "/sandbox/faults",
                        "[{\"path\":\"%s\",\"kind\":\"lost-answer\",\"times\":1,\"containing\":\"photos/\"}]"
                                .formatted(queue));
        String photo =
                put(
                        "POST",
                        path,
                        Painted.png(700, 700, SEEDS.incrementAndGet()),
                        "photos-out-cara");
        cara.post(path + "/sync", "");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                cara.get(path + "/" + photo)
                                                        .body()
                                                        .at("/channels/0/state")
                                                        .asText())
                                        .isEqualTo("live"));
        third.sandbox().delete("/sandbox/faults");
        assertThat(queued(third)).isEqualTo(1);
    }

    /** As the daily job does. */
    private void daily() {
        Integer connections =
                story.serai()
                        .part(CamelContext.class)
                        .createProducerTemplate()
                        .requestBodyAndHeader(
                                "bean:photoWishes?method=daily",
                                null,
                                "Serai-Zone",
                                "Europe/Lisbon",
                                Integer.class);
        assertThat(connections).isPositive();
    }

    private void begin() {
        assertThat(anna.post(photos("/sync"), "").status()).isEqualTo(202);
    }

    private String upload() {
        return put(
                "POST",
                photos(""),
                Painted.jpeg(900, 700, SEEDS.incrementAndGet()),
                "photos-out-anna");
    }

    private void delete(String photo) {
        send(request(photos("/" + photo), "photos-out-anna").DELETE().build());
    }

    /** Sends a picture; the id of its photo. */
    private static String put(String method, String path, byte[] picture, String login) {
        String answer =
                send(
                        request(path, login)
                                .header("Content-Type", "image/jpeg")
                                .method(method, BodyPublishers.ofByteArray(picture))
                                .build());
        assertThat(answer).contains("\"id\":\"");
        return answer.replaceFirst("(?s).*?\"id\":\"([0-9]+)\".*", "$1");
    }

    private static HttpRequest.Builder request(String path, String login) {
        return HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((login + ":stub").getBytes()));
    }

    private static String send(HttpRequest request) {
        try {
            return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
        } catch (java.io.IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String photos(String below) {
        return "/api/content-sync/hotels/" + story.hotel() + "/photos" + below;
    }

    private List<String> states() {
        return anna.get(photos("")).body().findValuesAsText("state");
    }

    private String remote(String photo) {
        return anna.get(photos("/" + photo)).body().at("/channels/0/remote").asText();
    }

    /** What the stand-in shows in a gallery; 0: the hotel's. */
    private List<String> gallery(long room) {
        return story.sql()
                .sql(
                        "select photo_id from sandbox.gallery_photo where hotel_id = ? and room_id = ? order by place")
                .params(story.remoteHotel(), room)
                .query(String.class)
                .list();
    }

    private String main() {
        return story.sql()
                .sql("select photo_id from sandbox.main_photo where hotel_id = ?")
                .param(story.remoteHotel())
                .query(String.class)
                .single();
    }

    private List<String> known() {
        return story.sql()
                .sql("select photo_id from sandbox.photo where hotel_id = ?")
                .param(story.remoteHotel())
                .query(String.class)
                .list();
    }

    private int left() {
        return story.sql()
                .sql("select count(*) from photo_places where connection_id = ?")
                .param(story.connection())
                .query(Integer.class)
                .single();
    }

    private static int queued(Story story) {
        return story.sql()
                .sql("select count(*) from sandbox.pending_photo where hotel_id = ?")
                .param(story.remoteHotel())
                .query(Integer.class)
                .single();
    }
}
