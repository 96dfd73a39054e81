package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rooms to sell over HTTP, on a hotel of its own; each test on nights of its own. */
class RoomsToSellApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST = Story.month().atDay(1);

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        story = Story.begin(5);
        anna = ApiClient.user(story.serai(), "rooms-anna", "operator", story.hotel());
        stranger = ApiClient.user(story.serai(), "rooms-stranger", "operator");
    }

    @Test
    void changesARoomTypeForWhomSawItAsItIsAndShowsOthersTheNewer() throws IOException {
        String path = hotel("/room-types/" + story.roomType());
        Reply seen = anna.get(path);
        assertKeeps(seen, 200, "RoomType");
        assertKeeps(anna.get(hotel("/room-types")), 200, "RoomTypes");

        Reply first = patch(anna, path, "{\"safetyStock\": 1}", seen.etag());
        Reply second = patch(anna, path, "{\"safetyStock\": 2}", seen.etag());

        assertKeeps(first, 200, "RoomType");
        assertKeeps(second, 409, "RoomsChanged");
        assertThat(second.body().at("/newer/safetyStock").asInt()).isEqualTo(1);
        assertThat(first.etag()).isNotEqualTo(seen.etag()).isEqualTo(anna.get(path).etag());
        awaitLeft(FIRST, 4);

        assertKeeps(patch(anna, path, "{\"safetyStock\": 0}", first.etag()), 200, "RoomType");
        awaitLeft(FIRST, 5);
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) from audit where hotel_id = ? and subject = 'room_types' and actor = 'user:rooms-anna'")
                                .param(story.hotel())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"safetyStock\": -1}     | safetyStock: -1 (expected: 0 to 32767 rooms)",
                "{\"overbooking\": null}   | overbooking: null (expected: 0 to 32767 rooms)",
                "{\"size\": \"five\"}      | size: \"five\" (expected: 0 to 32767 rooms)",
                "{\"code\": \"SEA\"}       | code: not to be changed (expected: one of",
                "{}                        | body: empty (expected: one of",
                "[]                        | body: not JSON",
            })
    void namesWhatARoomTypeCannotBe(String body, String said) throws IOException {
        Reply reply = patch(anna, hotel("/room-types/" + story.roomType()), body, null);

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText()).startsWith(said.strip());
    }

    @Test
    void addsARoomTypeAndRenamesIt() throws IOException {
        Reply added =
                anna.post(
                        hotel("/room-types"),
                        "{\"code\": \"SUI\", \"name\": \"Suite\", \"size\": 2, \"maxGuests\": 3}");
        Reply taken =
                anna.post(
                        hotel("/room-types"),
                        "{\"code\": \"SUI\", \"name\": \"Suite\", \"maxGuests\": 3}");
        String path = hotel("/room-types/" + added.body().path("id").asText());
        Reply renamed = patch(anna, path, "{\"name\": \"Sea Suite\"}", added.etag());
        Reply crowded = patch(anna, path, "{\"maxGuests\": 51}", null);

        assertKeeps(added, 201, "RoomType");
        assertKeeps(taken, 409, "Problem");
        assertKeeps(renamed, 200, "RoomType");
        assertThat(renamed.body().path("name").asText()).isEqualTo("Sea Suite");
        assertKeeps(crowded, 422, "Problem");
        assertThat(crowded.body().path("detail").asText())
                .isEqualTo("maxGuests: 51 (expected: 1 to 50 guests)");
        story.sql()
                .sql("delete from room_types where code = 'SUI' and hotel_id = ?")
                .param(story.hotel())
                .update();
    }

    @Test
    void hidesTheRoomsOfOtherHotels() throws IOException {
        String room = "/api/inventory-sync/connections/" + story.connection() + "/rooms";
        for (String path :
                List.of(
                        hotel("/room-types"),
                        hotel("/room-types/" + story.roomType()),
                        room,
                        explanation(FIRST),
                        hotel("/left?from=" + FIRST + "&to=" + FIRST))) {
            assertKeeps(stranger.get(path), 404, "Problem");
        }
        assertKeeps(
                patch(stranger, hotel("/room-types/" + story.roomType()), "{\"size\": 1}", null),
                404,
                "Problem");
        assertKeeps(stranger.post(hotel("/left"), left("0", FIRST, FIRST, "1")), 404, "Problem");
        assertKeeps(anna.get(hotel("/room-types/999999")), 404, "Problem");
        assertKeeps(anna.get(room + "/none"), 404, "Problem");
    }

    @Test
    void givesAConnectionLessOfWhatIsLeftAndExplainsIt() throws IOException {
        LocalDate night = FIRST.plusDays(3);
        String rooms = "/api/inventory-sync/connections/" + story.connection() + "/rooms";
        Reply all = anna.get(rooms);
        assertKeeps(all, 200, "ConnectionRooms");
        String room = rooms + "/" + all.body().at("/rooms/0/id").asText();
        Reply seen = anna.get(room);

        Reply changed = patch(anna, room, "{\"mostRooms\": 2, \"lastRooms\": 1}", seen.etag());
        Reply stale = patch(anna, room, "{\"mostRooms\": 4}", seen.etag());

        assertKeeps(changed, 200, "ConnectionRoom");
        assertKeeps(stale, 409, "RoomsChanged");
        awaitLeft(night, 2);
        story.quiet();
        Reply why = anna.get(explanation(night));
        assertKeeps(why, 200, "RoomExplanation");
        assertThat(why.body().path("left").asInt()).isEqualTo(5);
        JsonNode share = why.body().at("/connections/0");
        assertThat(share.path("wanted").asInt()).isEqualTo(2);
        assertThat(share.path("held").asInt()).isEqualTo(2);
        assertThat(share.path("state").asText()).isEqualTo("same");
        assertThat(share.path("steps").toString())
                .contains("{\"kind\":\"most-rooms\",\"before\":5,\"after\":2}");

        assertKeeps(
                patch(anna, room, "{\"mostRooms\": null, \"lastRooms\": null}", changed.etag()),
                200,
                "ConnectionRoom");
        awaitLeft(night, 5);
    }

    @Test
    void explainsANightByTheReservationsThatHoldItsRoomsAndPastNightsToo() throws IOException {
        LocalDate night = FIRST.plusDays(6);
        String number = book(night);
        write(
                night,
                "overbooking = 2, held_back = 1, out_of_order = 1, safety_stock = 1, closed = true");
        awaitLeft(night, 3);
        story.quiet();

        Reply why = anna.get(explanation(night));

        assertKeeps(why, 200, "RoomExplanation");
        assertThat(why.body().path("left").asInt()).isEqualTo(3);
        assertThat(why.body().path("closed").asBoolean()).isTrue();
        assertThat(why.body().at("/reservations/0/number").asText()).isEqualTo(number);
        assertThat(why.body().toString()).doesNotContain("Example");
        assertThat(steps(why.body().path("steps")))
                .containsExactly(
                        "offered 5",
                        "overbooking 7",
                        "sold 6",
                        "held-back 5",
                        "out-of-order 4",
                        "safety-stock 3");

        LocalDate past = LocalDate.now().minusDays(3);
        story.sql()
                .sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered, sold) values (?, ?, ?, 5, 2)")
                .params(story.roomType(), past, story.hotel())
                .update();
        Reply then = anna.get(explanation(past));
        assertKeeps(then, 200, "RoomExplanation");
        assertThat(then.body().path("left").asInt()).isEqualTo(3);
        assertThat(then.body().at("/connections/0/state").asText()).isEqualTo("not-sent");
        assertThat(then.body().at("/connections/0/why").asText()).isEqualTo("the night is past");
    }

    @Test
    void takesWhatIsLeftFromASystemThatCountsItself() throws IOException {
        LocalDate night = FIRST.plusDays(9);
        book(night);
        write(night, "safety_stock = 1, overbooking = 1");
        Reply seen = anna.get(hotel("/left?from=" + night + "&to=" + night.plusDays(1)));
        assertKeeps(seen, 200, "RoomsLeft");
        assertThat(seen.body().at("/nights/0/left").asInt()).isEqualTo(4);

        Reply reply =
                anna.post(
                        hotel("/left"),
                        left(counted(seen), night, night.plusDays(1), "2, \"seen\": null"));

        assertKeeps(reply, 200, "LeftCounted");
        assertThat(reply.body().path("nights").asInt()).isEqualTo(2);
        awaitLeft(night, 2);
        awaitLeft(night.plusDays(1), 2);
        assertThat(offered(night)).isEqualTo(3);
    }

    @Test
    void refusesWhatIsLeftWhereALaterReservationIsCountedAlready() throws IOException {
        LocalDate night = FIRST.plusDays(12);
        Reply seen = anna.get(hotel("/left?from=" + night + "&to=" + night));
        book(night);

        Reply reply = anna.post(hotel("/left"), left(counted(seen), night, night.plusDays(2), "3"));

        assertKeeps(reply, 409, "RoomsChanged");
        assertThat(reply.body().path("newer")).hasSize(1);
        assertThat(reply.body().at("/newer/0/left").asInt()).isEqualTo(4);
        assertThat(reply.body().at("/newer/0/countedUpTo").asText())
                .isEqualTo(reply.body().path("latestRevision").asText());
        assertThat(reply.body().has("countedUpTo")).isFalse();
        assertThat(Stream.of(0, 1, 2).map(day -> offered(night.plusDays(day)))).containsOnly(5);

        assertKeeps(
                anna.post(
                        hotel("/left"),
                        left(reply.body().path("latestRevision").asText(), night, night, "3")),
                200,
                "LeftCounted");
        assertThat(offered(night)).isEqualTo(4);
    }

    @Test
    void writesWhatIsLeftOnceUnderOneKeyAlsoAfterAReservationCame() throws IOException {
        LocalDate night = FIRST.plusDays(20);
        String counted = counted(anna.get(hotel("/left?from=" + night + "&to=" + night)));
        String body = left(counted, night, night, "3");

        Reply first = keyed(body);
        book(night);
        Reply again = keyed(body);

        assertKeeps(first, 200, "LeftCounted");
        assertKeeps(again, 200, "LeftCounted");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(offered(night)).isEqualTo(3);
        assertKeeps(keyed(left(counted, night, night, "2")), 422, "Problem");
    }

    private static Reply keyed(String body) {
        return anna.send(
                HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + hotel("/left")))
                        .header("Authorization", anna.authorization())
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "left-once")
                        .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void letsOneOfTwoWritersThroughWhoSayWhatTheyHadSeen() {
        LocalDate night = FIRST.plusDays(15);
        String counted = counted(anna.get(hotel("/left?from=" + night + "&to=" + night)));
        var together = new CyclicBarrier(2);

        List<CompletableFuture<Reply>> writers =
                Stream.of("1", "2")
                        .map(
                                rooms ->
                                        CompletableFuture.supplyAsync(
                                                () -> {
                                                    meet(together);
                                                    return anna.post(
                                                            hotel("/left"),
                                                            left(
                                                                    counted,
                                                                    night,
                                                                    night,
                                                                    rooms + ", \"seen\": 5"));
                                                }))
                        .toList();

        List<Reply> replies = writers.stream().map(CompletableFuture::join).toList();
        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(200, 409);
        Reply refused = replies.get(replies.get(0).status() == 409 ? 0 : 1);
        assertThat(refused.body().at("/newer/0/left").asInt()).isEqualTo(offered(night));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "999999999 | DBL | 3    | countedUpTo: 999999999 (expected: 0 to ",
                "0         | TPL | 3    | roomType: 'TPL' (expected: one of [DBL])",
                "0         | DBL | -1   | left: -1 (expected: 0 to 32767 rooms)",
                "0         | DBL | null | left: null (expected: 0 to 32767 rooms)",
            })
    void namesWhatCannotBeLeft(String counted, String type, String rooms, String said)
            throws IOException {
        LocalDate night = FIRST.plusDays(18);

        Reply reply =
                anna.post(hotel("/left"), left(counted, night, night, rooms).replace("DBL", type));

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText()).startsWith(said);
    }

    @Test
    void wantsEachNightOnceAndOnlyNightsThatAreSold() throws IOException {
        LocalDate night = FIRST.plusDays(18);
        String one = left("0", night, night, "3");
        String twice =
                one.replace(
                        "]}",
                        ",{\"roomType\":\"DBL\",\"from\":\"%s\",\"to\":\"%s\",\"left\":3}]}"
                                .formatted(night, night));

        Reply reply = anna.post(hotel("/left"), twice);
        Reply past = anna.post(hotel("/left"), left("0", night.minusYears(2), night, "3"));

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText())
                .isEqualTo("nights: " + night + " of DBL twice (expected: once)");
        assertKeeps(past, 400, "Problem");
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Reply patch(ApiClient client, String path, String body, @Nullable String etag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + path))
                        .header("Authorization", client.authorization())
                        .header("Content-Type", "application/json")
                        .method("PATCH", BodyPublishers.ofString(body));
        return client.send(etag == null ? request : request.header("If-Match", etag));
    }

    private static String counted(Reply reply) {
        return reply.body().path("countedUpTo").asText();
    }

    private static String hotel(String path) {
        return "/api/inventory-sync/hotels/" + story.hotel() + path;
    }

    private static String explanation(LocalDate night) {
        return hotel("/nights/" + story.roomType() + "/" + night + "/explanation");
    }

    private static String left(String counted, LocalDate from, LocalDate to, String rooms) {
        return """
               {"countedUpTo":"%s","nights":[{"roomType":"DBL","from":"%s","to":"%s","left":%s}]}"""
                .formatted(counted, from, to, rooms);
    }

    private static List<String> steps(JsonNode steps) {
        return Stream.iterate(0, n -> n < steps.size(), n -> n + 1)
                .map(steps::get)
                .map(step -> step.path("kind").asText() + " " + step.path("after").asInt())
                .toList();
    }

    private static void write(LocalDate night, String set) {
        story.sql()
                .sql("update room_nights set " + set + " where room_type_id = ? and night = ?")
                .params(story.roomType(), night)
                .update();
    }

    private static int offered(LocalDate night) {
        return story.sql()
                .sql("select offered from room_nights where room_type_id = ? and night = ?")
                .params(story.roomType(), night)
                .query(Integer.class)
                .single();
    }

    private static String book(LocalDate night) {
        String number =
                story.sandbox()
                        .post(
                                "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                                """
                                {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                                 "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}}
                                """
                                        .formatted(
                                                night,
                                                night.plusDays(1),
                                                story.remoteRoom(),
                                                story.remoteRate(0)))
                        .body()
                        .path("id")
                        .asText();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                story.sql()
                                        .sql(
                                                "select exists (select from reservations where number = ? and revision > 0)")
                                        .param(number)
                                        .query(Boolean.class)
                                        .single());
        return number;
    }

    private static void awaitLeft(LocalDate night, int rooms) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                story.sandbox()
                                                        .get(
                                                                "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                                                        .formatted(
                                                                                story.remoteHotel(),
                                                                                night,
                                                                                night))
                                                        .body()
                                                        .at("/rooms/0/nights/0/left")
                                                        .asInt(-1))
                                        .isEqualTo(rooms));
    }
}
