package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Nights over HTTP, on a hotel of their own. */
class NightApiTests {

    private static final LocalDate NIGHT = Story.month().atDay(5);

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        story = Story.begin(5);
        anna = ApiClient.user(story.serai(), "nights-anna", "operator", story.hotel());
        stranger = ApiClient.user(story.serai(), "nights-stranger", "operator");
    }

    @Test
    void showsANightAndSetsItsFields() throws IOException {
        String path = rates("/" + story.product(0) + "/" + NIGHT);

        Reply before = anna.get(path);
        Reply set =
                anna.patch(
                        path,
                        "{\"price\":\"133.50\",\"cta\":true,\"minArrival\":2}",
                        "If-Match",
                        before.etag());

        assertKeeps(before, 200, "RateNight");
        assertKeeps(set, 200, "RateNight");
        assertThat(set.body().path("prices").path(0).asText()).isEqualTo("133.50");
        assertThat(set.body().path("cta").asBoolean()).isTrue();
        assertThat(set.body().path("ctd").asBoolean()).isFalse();
        assertThat(set.body().path("ratePlan").asText()).isEqualTo("Standard");
        assertThat(set.etag()).isNotEqualTo(before.etag()).isEqualTo(anna.get(path).etag());
        assertThat(set.etag()).isEqualTo('"' + set.body().path("version").asText() + '"');
    }

    @Test
    void answersAStaleVersionWithTheNewerNightAndWritesNothing() throws IOException {
        String path = rates("/" + story.product(0) + "/" + NIGHT.plusDays(1));
        String version = anna.get(path).etag();
        anna.patch(path, "{\"price\":\"150.00\"}");

        Reply stale = anna.patch(path, "{\"price\":\"99.00\"}", "If-Match", version);

        assertKeeps(stale, 409, "NewerProblem");
        assertThat(stale.body().at("/newer/0/prices/0").asText()).isEqualTo("150.00");
        assertThat(stale.body().at("/newer/0/version").asText())
                .isEqualTo(anna.get(path).body().path("version").asText());
        assertThat(price(0, NIGHT.plusDays(1))).isEqualTo(15000);
    }

    @Test
    void writesNothingOfManyWhereOneVersionIsStale() throws IOException {
        LocalDate first = NIGHT.plusDays(2);
        LocalDate second = NIGHT.plusDays(3);
        String old = version(0, second);
        anna.patch(rates("/" + story.product(0) + "/" + second), "{\"price\":\"141.00\"}");

        Reply reply =
                anna.post(
                        rates(""),
                        updates(
                                versioned(0, first, version(0, first), "\"price\":\"140.00\""),
                                versioned(0, second, old, "\"price\":\"140.00\"")));

        assertKeeps(reply, 409, "NewerProblem");
        assertThat(reply.body().path("newer")).hasSize(1);
        assertThat(reply.body().at("/newer/0/night").asText()).isEqualTo(second.toString());
        assertThat(price(0, first)).isEqualTo(12000);
        assertThat(price(0, second)).isEqualTo(14100);
    }

    @Test
    void letsOneOfTwoWritersOfAVersionWin() {
        LocalDate night = NIGHT.plusDays(4);
        String version = version(0, night);
        List<CompletableFuture<Reply>> replies = new ArrayList<>();

        for (int writer = 1; writer <= 6; writer++) {
            String body = "{\"price\":\"20" + writer + ".00\"}";
            replies.add(
                    CompletableFuture.supplyAsync(
                            () ->
                                    anna.patch(
                                            rates("/" + story.product(0) + "/" + night),
                                            body,
                                            "If-Match",
                                            version)));
        }

        assertThat(replies.stream().map(CompletableFuture::join).map(Reply::status))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
    }

    @Test
    void setsRangesByWeekdayAndLetsLaterElementsWin() throws IOException {
        LocalDate from = NIGHT.plusDays(10);
        LocalDate to = from.plusDays(13);

        Reply reply =
                anna.post(
                        rates(""),
                        updates(
                                "{\"roomType\":\"DBL\",\"ratePlan\":\"Saver\",\"from\":\"%s\",\"to\":\"%s\",\"set\":{\"price\":\"80.00\",\"minThrough\":2}}"
                                        .formatted(from, to),
                                "{\"product\":\"%d\",\"from\":\"%s\",\"to\":\"%s\",\"weekdays\":[\"fri\",\"sat\"],\"set\":{\"price\":\"95.00\"}}"
                                        .formatted(story.product(2), from, to),
                                "{\"product\":\"%d\",\"night\":\"%s\",\"set\":{\"minThrough\":null}}"
                                        .formatted(story.product(2), to)));

        assertKeeps(reply, 200, "NightsWritten");
        assertThat(reply.body().path("cells").asInt()).isEqualTo(14);
        assertThat(reply.body().path("changed").asInt()).isEqualTo(14);
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) filter (where prices = '{9500}') as weekend, count(*) filter (where prices = '{8000}') as week, count(*) filter (where min_through = 2) as least"
                                                + " from rate_nights where product_id = ? and night between ? and ?")
                                .params(story.product(2), from, to)
                                .query()
                                .singleRow()
                                .values())
                .map(Object::toString)
                .containsExactly("4", "10", "13");
    }

    @Test
    void marksOnlyWhatChangedAndOnce() {
        story.quiet();
        LocalDate from = NIGHT.plusDays(30);
        anna.post(rates(""), updates(range(1, from, from.plusDays(5), "\"ctd\":true")));
        long changes = changes();

        Reply same =
                anna.post(
                        rates(""),
                        updates(range(1, from, from.plusDays(5), "\"ctd\":true,\"closed\":false")));

        assertThat(same.body().path("cells").asInt()).isEqualTo(6);
        assertThat(same.body().path("changed").asInt()).isZero();
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void saysWhatADryRunWouldChangeAndWritesNothing() throws IOException {
        LocalDate from = NIGHT.plusDays(40);

        Reply reply =
                anna.post(
                        rates("?dry-run=true"),
                        updates(range(1, from, from.plusDays(149), "\"price\":\"77.00\"")));

        assertKeeps(reply, 200, "NightsWritten");
        assertThat(reply.body().path("changed").asInt()).isEqualTo(150);
        assertThat(reply.body().path("changes")).hasSize(100);
        assertThat(reply.body().at("/changes/0/from").toString())
                .isEqualTo("{\"prices\":[\"120.00\"]}");
        assertThat(reply.body().at("/changes/0/to").toString())
                .isEqualTo("{\"prices\":[\"77.00\"]}");
        assertThat(price(1, from)).isEqualTo(12000);
    }

    @Test
    void namesEveryElementThatCannotBeMeantAndWritesNothing() throws IOException {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Lisbon"));

        Reply reply =
                anna.post(
                        rates(""),
                        updates(
                                range(
                                        0,
                                        NIGHT.plusDays(60),
                                        NIGHT.plusDays(60),
                                        "\"price\":\"1.00\""),
                                range(0, today.minusDays(1), today, "\"cta\":true"),
                                range(0, NIGHT, NIGHT.plusYears(3), "\"cta\":true"),
                                range(0, NIGHT, NIGHT, "\"price\":12.5"),
                                range(0, NIGHT, NIGHT, "\"prices\":[\"1.00\",\"2.00\"]"),
                                range(0, NIGHT, NIGHT, "\"minThrough\":0"),
                                range(0, NIGHT, NIGHT, "\"tea\":true"),
                                "{\"roomType\":\"DBL\",\"ratePlan\":\"No\",\"night\":\"%s\",\"set\":{\"cta\":true}}"
                                        .formatted(NIGHT),
                                "7"));

        assertKeeps(reply, 422, "NotWrittenProblem");
        assertThat(reply.body().findValuesAsText("where"))
                .containsExactly(
                        "updates[1]",
                        "updates[2]",
                        "updates[3]",
                        "updates[4]",
                        "updates[5]",
                        "updates[6]",
                        "updates[7]",
                        "updates[8]");
        assertThat(reply.body().at("/errors/0/expected").asText())
                .startsWith("today at the hotel, " + today);
        assertThat(reply.body().at("/errors/2/met").asText()).isEqualTo("12.5");
        assertThat(price(0, NIGHT.plusDays(60))).isEqualTo(12000);
    }

    @Test
    void countsTheErrorsBeyondTheFirstHundred() throws IOException {
        String[] wrong = new String[130];
        java.util.Arrays.fill(wrong, range(0, NIGHT, NIGHT, "\"cta\":7"));

        Reply reply = anna.post(rates(""), updates(wrong));

        assertKeeps(reply, 422, "NotWrittenProblem");
        assertThat(reply.body().path("errors")).hasSize(100);
        assertThat(reply.body().path("more").asInt()).isEqualTo(30);
        assertThat(reply.body().path("detail").asText()).endsWith("and 129 more");
    }

    @Test
    void takesAHundredThousandElementsAndNothingWhereTheLastIsBad() throws IOException {
        LocalDate from = NIGHT.plusDays(200);
        String[] many = new String[100_000];
        for (int number = 0; number < many.length; number++) {
            LocalDate night = from.plusDays(number % 100);
            many[number] =
                    range(1, night, night, "\"price\":\"%d.00\"".formatted(50 + number / 100));
        }
        String whole = updates(many);

        Reply bad = anna.post(rates(""), whole.replace("]}", ",{}]}"));
        assertThat(price(1, from)).isEqualTo(12000);
        Reply good = anna.post(rates(""), whole);

        assertKeeps(bad, 422, "NotWrittenProblem");
        assertThat(bad.body().at("/errors/0/where").asText()).isEqualTo("updates[100000]");
        assertKeeps(good, 200, "NightsWritten");
        assertThat(good.body().path("cells").asInt()).isEqualTo(100);
        assertThat(price(1, from)).isEqualTo(104_900);
    }

    @Test
    void writesNothingOfWhatBreaksOff() throws IOException {
        String whole = updates(range(0, NIGHT.plusDays(61), NIGHT.plusDays(61), "\"cta\":true"));

        Reply reply = anna.post(rates(""), whole.substring(0, whole.length() - 1));

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText()).startsWith("body: ");
    }

    @Test
    void takesBackTheTableThatItGaveUnlessSomebodyWroteMeanwhile() throws IOException {
        LocalDate from = NIGHT.plusDays(70);
        LocalDate to = from.plusDays(9);
        String query = ".csv?from=" + from + "&to=" + to;
        anna.post(
                rates(""),
                updates(
                        range(0, from, from.plusDays(3), "\"price\":\"61.20\",\"maxArrival\":7"),
                        range(1, from, to, "\"price\":null,\"closed\":true"),
                        range(2, from.plusDays(1), to, "\"ctd\":true,\"minThrough\":3")));
        String given = anna.text(rates(query)).body();
        anna.post(
                rates(""),
                updates(
                        range(0, from, to, "\"price\":\"1.00\",\"maxArrival\":null,\"cta\":true"),
                        range(1, from, to, "\"price\":\"2.00\",\"closed\":false"),
                        range(2, from, to, "\"ctd\":false,\"minThrough\":9")));
        assertThat(anna.text(rates(query)).body()).isNotEqualTo(given);

        Reply stale = anna.post(rates(""), BodyPublishers.ofString(given), "text/csv");
        String meant = given.replaceAll(",[^,\n]*(\n|$)", "$1");
        Reply reply = anna.post(rates(""), BodyPublishers.ofString("\uFEFF" + meant), "text/csv");

        assertKeeps(stale, 409, "NewerProblem");
        assertThat(stale.body().path("newer")).hasSize(30);
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.body().path("changed").asInt()).isEqualTo(30);
        assertThat(anna.text(rates(query)).body()).isEqualTo(given);
        assertThat(given.lines()).hasSize(31).first().asString().startsWith("product,roomType,");
        assertThat(given.lines().findFirst())
                .hasValueSatisfying(it -> assertThat(it).endsWith(",version"));
        assertThat(
                        anna.post(rates(""), BodyPublishers.ofString(given), "text/csv")
                                .body()
                                .path("changed")
                                .asInt(-1))
                .isZero();
    }

    @Test
    void takesBackTheRoomsThatItGaveUnlessSomebodyWroteMeanwhile() throws IOException {
        LocalDate night = NIGHT.plusDays(85);
        String given = anna.text(rooms(".csv?from=" + night + "&to=" + night)).body();

        Reply fresh = anna.post(rooms(""), BodyPublishers.ofString(given), "text/csv");
        anna.patch(rooms("/" + story.roomType() + "/" + night), "{\"outOfOrder\":2}");
        Reply stale = anna.post(rooms(""), BodyPublishers.ofString(given), "text/csv");

        assertKeeps(fresh, 200, "NightsWritten");
        assertKeeps(stale, 409, "NewerProblem");
        assertThat(stale.body().at("/newer/0/outOfOrder").asInt()).isEqualTo(2);
    }

    @Test
    void cutsNoRequestThatTakesLong() {
        Object timeout =
                ReflectionTestUtils.getField(
                        RunningSerai.shared().part(RequestMappingHandlerAdapter.class),
                        "asyncRequestTimeout");

        assertThat(timeout).isEqualTo(-1L);
    }

    @Test
    void takesNoLongerBodyThanItSays() throws IOException {
        String path = rates("/" + story.product(0) + "/" + NIGHT);
        byte[] large = "{\"cta\":true}%s".formatted(" ".repeat(1 << 20)).getBytes(UTF_8);

        Reply reply =
                anna.send(
                        HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + path))
                                .header("Authorization", anna.authorization())
                                .header("Content-Type", "application/json")
                                .method(
                                        "PATCH",
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(large))));

        assertKeeps(reply, 413, "Problem");
        assertThat(reply.body().path("detail").asText())
                .isEqualTo(
                        "body: more than 1048576 bytes (expected: at most so many, serai.api.max-body)");
    }

    @Test
    void refusesNightsOfAbsurdYears() throws IOException {
        for (String year : List.of("%2B999999999", "-999999999", "%2B12345")) {
            assertKeeps(anna.get(rates("?from=" + year + "-12-31")), 400, "Problem");
            assertKeeps(
                    anna.get(rates("/" + story.product(0) + "/" + year + "-12-31")),
                    400,
                    "Problem");
        }
    }

    @Test
    void namesTheLineOfATableThatCannotBeMeant() throws IOException {
        Reply reply =
                anna.post(
                        rates(""),
                        BodyPublishers.ofString(
                                "product,night,price\n%d,%s,12.00\n%1$d,%2$s,twelve\n"
                                        .formatted(story.product(0), NIGHT)),
                        "text/csv");

        assertKeeps(reply, 422, "NotWrittenProblem");
        assertThat(reply.body().at("/errors/0/where").asText()).isEqualTo("line 3");
        assertThat(reply.body().at("/errors/0/field").asText()).isEqualTo("set.price");
    }

    @Test
    void setsRoomsAndShowsWhatIsLeft() throws IOException {
        LocalDate from = NIGHT.plusDays(80);
        story.sql()
                .sql("update room_nights set sold = 1 where room_type_id = ? and night = ?")
                .params(story.roomType(), from)
                .update();

        Reply written =
                anna.post(
                        rooms(""),
                        updates(
                                "{\"roomType\":\"DBL\",\"from\":\"%s\",\"to\":\"%s\",\"set\":{\"offered\":4,\"heldBack\":1}}"
                                        .formatted(from, from.plusDays(2))));
        Reply shown = anna.get(rooms("?from=" + from + "&to=" + from.plusDays(2)));
        Reply set =
                anna.patch(
                        rooms("/" + story.roomType() + "/" + from),
                        "{\"outOfOrder\":1,\"closed\":true}");

        assertKeeps(written, 200, "NightsWritten");
        assertKeeps(shown, 200, "RoomNights");
        assertThat(shown.body().path("nights")).hasSize(3);
        assertThat(shown.body().at("/nights/0/left").asInt()).isEqualTo(2);
        assertThat(shown.body().at("/nights/1/left").asInt()).isEqualTo(3);
        assertKeeps(set, 200, "RoomNight");
        assertThat(set.body().path("left").asInt()).isEqualTo(1);
    }

    @Test
    void listsNightsByCodesAndRange() throws IOException {
        Reply reply =
                anna.get(
                        rates(
                                "?ratePlans=Saver&from="
                                        + NIGHT.plusDays(90)
                                        + "&to="
                                        + NIGHT.plusDays(93)));

        assertKeeps(reply, 200, "RateNights");
        assertThat(reply.body().path("nights")).hasSize(4);
        assertThat(reply.body().path("currency").asText()).isEqualTo("EUR");
        assertThat(reply.body().at("/nights/0/resulting/prices/0").asText()).isEqualTo("120.00");
    }

    @Test
    void doesWhatComesTwiceUnderAKeyOnce() throws IOException {
        LocalDate night = NIGHT.plusDays(100);
        String body = updates(range(0, night, night, "\"price\":\"111.00\""));

        Reply first = keyed(body, "key-1");
        anna.patch(rates("/" + story.product(0) + "/" + night), "{\"price\":\"222.00\"}");
        Reply second = keyed(body, "key-1");
        Reply other = keyed(body.replace("111", "112"), "key-1");

        assertKeeps(second, 200, "NightsWritten");
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(price(0, night)).isEqualTo(22200);
        assertKeeps(other, 422, "Problem");
    }

    @Test
    void hidesTheNightsOfOtherHotels() throws IOException {
        String night = "/" + story.product(0) + "/" + NIGHT;

        assertKeeps(stranger.get(rates("")), 404, "Problem");
        assertKeeps(stranger.get(rates(".csv")), 404, "Problem");
        assertKeeps(stranger.get(rates(night)), 404, "Problem");
        assertKeeps(stranger.get(rates(night + "/history")), 404, "Problem");
        assertKeeps(stranger.patch(rates(night), "{\"cta\":true}"), 404, "Problem");
        assertKeeps(
                stranger.post(rates(""), updates(range(0, NIGHT, NIGHT, "\"cta\":true"))),
                404,
                "Problem");
        assertKeeps(
                stranger.get("/api/rate-sync/connections/" + story.connection() + "/state"),
                404,
                "Problem");
        assertKeeps(anna.get(rates("/999999/" + NIGHT)), 404, "Problem");
    }

    @Test
    void tellsWhatBecameOfANightToTheChannelsReference() throws IOException {
        story.quiet();
        LocalDate night = NIGHT.plusDays(110);
        String path = rates("/" + story.product(0) + "/" + night);

        anna.patch(path, "{\"handPrice\":\"144.00\"}");

        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                happened(path, "answered").stream()
                                        .anyMatch(
                                                it ->
                                                        it.path("outcome")
                                                                        .asText()
                                                                        .equals("applied")
                                                                && it.hasNonNull("reference")
                                                                && sent(path).contains("144.00")));
        Reply history = anna.get(path + "/history");
        assertKeeps(history, 200, "NightHistory");
        JsonNode set = happened(path, "set").get(0);
        assertThat(set.path("actor").asText()).isEqualTo("user:nights-anna");
        assertThat(set.at("/value/handPrices/0").asText()).isEqualTo("144.00");
        assertThat(set.at("/value/prices/0").asText()).isEqualTo("120.00");
        assertThat(history.body().at("/history/0/what").asText()).isEqualTo("answered");
    }

    @Test
    void tellsOfReservationsByNumbersAlone() throws IOException {
        LocalDate night = LocalDate.now().minusDays(3);
        story.sql()
                .sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered, sold) values (?, ?, ?, 5, 2)")
                .params(story.roomType(), night, story.hotel())
                .update();

        Reply history = anna.get(rooms("/" + story.roomType() + "/" + night + "/history"));

        assertKeeps(history, 200, "NightHistory");
        assertThat(history.body().at("/history/0/value/sold").asInt()).isEqualTo(2);
        assertThat(history.body().at("/history/0/actor").asText()).startsWith("sql:");
    }

    @Test
    void showsHowFarAConnectionIs() throws IOException {
        story.quiet();

        Reply rates = anna.get(connection("rate-sync", "/state"));
        Reply rooms = anna.get(connection("inventory-sync", "/state"));

        assertKeeps(rates, 200, "SyncState");
        assertKeeps(rooms, 200, "SyncState");
        assertThat(rates.body().path("unknown").asInt()).isZero();
        assertThat(rates.body().at("/lastAttempt/outcome").asText()).isEqualTo("applied");
        assertThat(rates.body().at("/lastAttempt/id").asText())
                .isNotEqualTo(rooms.body().at("/lastAttempt/id").asText());
    }

    @Test
    void tellsRoomsAgainAndLeavesRatesAlone() throws IOException {
        story.quiet();
        long before = story.moment();

        Reply reply =
                anna.post(
                        connection("inventory-sync", "/full-sync"),
                        "{\"from\":\"%s\",\"to\":\"%1$s\"}".formatted(NIGHT.plusDays(120)));
        assertKeeps(anna.post(connection("rate-sync", "/sync")), 202, "Begun");

        assertKeeps(reply, 202, "Begun");
        await().atMost(Duration.ofSeconds(60)).until(() -> !story.pushesSince(before).isEmpty());
        story.quiet();
        assertThat(story.pushesSince(before).toString())
                .contains("BookingLimit")
                .doesNotContain("AmountAfterTax");
    }

    private static List<JsonNode> happened(String path, String what) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode happening : anna.get(path + "/history").body().path("history")) {
            if (happening.path("what").asText().equals(what)) {
                found.add(happening);
            }
        }
        return found;
    }

    private static String sent(String path) {
        return happened(path, "sent").toString();
    }

    private static String connection(String part, String what) {
        return "/api/" + part + "/connections/" + story.connection() + what;
    }

    private static Reply keyed(String body, String key) {
        return anna.post(
                rates(""),
                BodyPublishers.ofString(body),
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static long changes() {
        return story.sql()
                .sql("select count(*) from night_changes where hotel_id = ?")
                .param(story.hotel())
                .query(Long.class)
                .single();
    }

    private static long price(int plan, LocalDate night) {
        return story.sql()
                .sql("select prices[1] from rate_nights where product_id = ? and night = ?")
                .params(story.product(plan), night)
                .query(Long.class)
                .single();
    }

    private static String version(int plan, LocalDate night) {
        return anna.get(rates("/" + story.product(plan) + "/" + night))
                .body()
                .path("version")
                .asText();
    }

    private static String range(int plan, LocalDate from, LocalDate to, String set) {
        return "{\"product\":\"%d\",\"from\":\"%s\",\"to\":\"%s\",\"set\":{%s}}"
                .formatted(story.product(plan), from, to, set);
    }

    private static String versioned(int plan, LocalDate night, String version, String set) {
        return "{\"product\":\"%d\",\"night\":\"%s\",\"version\":\"%s\",\"set\":{%s}}"
                .formatted(story.product(plan), night, version, set);
    }

    private static String updates(String... updates) {
        return "{\"updates\":[" + String.join(",", updates) + "]}";
    }

    private static String rates(String more) {
        return "/api/rate-sync/hotels/" + story.hotel() + "/nights" + more;
    }

    private static String rooms(String more) {
        return "/api/inventory-sync/hotels/" + story.hotel() + "/nights" + more;
    }
}
