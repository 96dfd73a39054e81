package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API over HTTP, on a hotel of its own. */
class ApiTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate NIGHT = Story.month().atDay(9);

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;
    private static ApiClient engineer;

    @BeforeAll
    static void open() {
        story = Story.begin(5);
        anna = user("api-anna", "operator");
        stranger = user("api-stranger", "operator");
        engineer = user("api-engineer", "engineer");
        story.sql()
                .sql("insert into user_hotels select id, ? from users where login = 'api-anna'")
                .param(story.hotel())
                .update();
    }

    private static ApiClient user(String login, String role) {
        return ApiClient.user(RunningSerai.shared(), login, role);
    }

    @Test
    void servesTheContract() {
        Reply reply = anna.get("/api/openapi.json");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body().path("paths").has("/api/connections/{id}/sync")).isTrue();
    }

    @Test
    void showsAnOperatorTheConnectionsOfTheirHotels() throws IOException {
        Reply reply = anna.get("/api/connections");

        assertKeeps(reply, 200, "Connections");
        assertThat(reply.body().path("connections")).hasSize(1);
        var connection = reply.body().path("connections").path(0);
        assertThat(connection.path("id").asText()).isEqualTo(id());
        assertThat(connection.path("partnerId").asText()).isEqualTo("P1");
        assertThat(connection.path("testMode").asBoolean()).isTrue();
        assertThat(connection.path("lastPoll").asText()).isNotEmpty();
        assertThat(reply.whole().headers().firstValue("Authorization")).isEmpty();
    }

    @Test
    void hidesTheConnectionsOfOtherHotels() throws IOException {
        assertThat(stranger.get("/api/connections").body().path("connections")).isEmpty();
        assertKeeps(stranger.post(path("/sync")), 404, "Problem");
        assertKeeps(stranger.get(path("/drifts")), 404, "Problem");
        assertKeeps(stranger.post("/api/hotels/" + story.hotel() + "/sync"), 404, "Problem");
        assertKeeps(anna.post("/api/connections/999999/sync"), 404, "Problem");
        assertKeeps(anna.post("/api/connections/none/sync"), 404, "Problem");
    }

    @Test
    void showsHowOftenTheChannelMayBeCalledAndWhatIsLeftOfIt() throws IOException {
        Reply reply = anna.get(path("/limits"));

        assertKeeps(reply, 200, "Limits");
        assertThat(reply.body().path("limits").findValuesAsText("name"))
                .contains("availability", "rates", "in-all");
        assertThat(reply.body().path("limits"))
                .filteredOn(limit -> limit.path("name").asText().equals("rates"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("of").asText()).isEqualTo("account"))
                .satisfies(it -> assertThat(it.path("left").asLong()).isPositive())
                .satisfies(
                        it -> assertThat(it.path("allows").path(0).asText()).isEqualTo("100000/m"));
        assertKeeps(stranger.get(path("/limits")), 404, "Problem");
    }

    @Test
    void showsAnEngineerEveryHotel() {
        Reply reply = engineer.get("/api/connections");

        assertThat(reply.body().path("connections").findValuesAsText("id")).contains(id());
    }

    @Test
    void turnsAwayWhoIsNotAUser() throws IOException {
        var nobody = new ApiClient(RunningSerai.shared().url(), "api-nobody");

        assertKeeps(nobody.get("/api/connections"), 401, "Problem");
    }

    @Test
    void sendsNothingWhereNothingDiffersAndWritesDownWhoAsked() throws IOException {
        story.quiet();
        long before = story.moment();

        Reply one = anna.post(path("/sync"));
        Reply all = anna.post("/api/hotels/" + story.hotel() + "/sync");

        assertKeeps(one, 202, "Begun");
        assertKeeps(all, 202, "Begun");
        assertThat(all.body().path("connections").path(0).asText()).isEqualTo(id());
        story.quiet();
        assertThat(story.pushesSince(before)).isEmpty();
        assertThat(
                        story.sql()
                                .sql(
                                        "select count(*) from audit where hotel_id = ? and actor = 'user:api-anna' and act = 'sync'")
                                .param(story.hotel())
                                .query(Integer.class)
                                .single())
                .isEqualTo(2);
    }

    @Test
    void tellsARangeOfNightsAgainAsAWhole() throws IOException {
        story.quiet();
        long before = story.moment();

        Reply reply = anna.post(path("/full-sync"), nights(NIGHT, NIGHT.plusDays(1)));

        assertKeeps(reply, 202, "Begun");
        assertThat(reply.body().path("to").asText()).isEqualTo(NIGHT.plusDays(1).toString());
        await().atMost(Duration.ofSeconds(90)).until(() -> story.pushesSince(before).size() >= 2);
        story.quiet();
        assertThat(story.pushesSince(before).toString())
                .contains("Start=\\\"" + NIGHT + "\\\"")
                .contains("End=\\\"" + NIGHT.plusDays(1) + "\\\"")
                .contains("AmountAfterTax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"from\":\"2027-13-01\",\"to\":\"2027-01-02\"} | from: '2027-13-01' (expected: a night",
                "{\"from\":\"2001-01-01\",\"to\":\"2027-01-02\"} | from: '2001-01-01' (expected: today",
                "{\"to\":\"2027-01-02\"}                         | from: missing (expected: a night",
                "{}                                              | from: missing",
                "[                                               | body: not JSON",
                "{\"from\":\"2027-01-01\",\"to\":\"2027-01-02\",\"roomTypes\":\"DBL\"} | roomTypes: of another kind (expected:",
            })
    void namesWhatItMetAndWhatItExpected(String body, String said) throws IOException {
        for (String path :
                new String[] {path("/full-sync"), "/api/hotels/" + story.hotel() + "/full-sync"}) {
            Reply reply = anna.post(path, body);

            assertKeeps(reply, 400, "Problem");
            assertThat(reply.body().path("detail").asText()).startsWith(said.strip());
        }
    }

    @Test
    void tellsOnlyThePartAgainThatIsNamed() {
        story.quiet();
        long before = story.moment();

        Reply reply =
                anna.post(
                        path("/full-sync"),
                        nights(NIGHT, NIGHT)
                                .replace(
                                        "}",
                                        ",\"roomTypes\":[\"DBL\"],\"ratePlans\":[\"Saver\"]}"));

        assertThat(reply.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(90)).until(() -> story.pushesSince(before).size() >= 2);
        story.quiet();
        assertThat(story.pushesSince(before).toString())
                .contains(Long.toString(story.remoteRate(2)))
                .doesNotContain(Long.toString(story.remoteRate(1)))
                .doesNotContain("BookingLimit");
    }

    @Test
    void namesCodesThatTheHotelDoesNotHave() throws IOException {
        Reply reply =
                anna.post(
                        path("/full-sync"),
                        nights(NIGHT, NIGHT).replace("}", ",\"ratePlans\":[\"Saver\",\"X\"]}"));

        assertKeeps(reply, 400, "Problem");
        assertThat(reply.body().path("detail").asText()).startsWith("ratePlans: [X] (expected: of");
    }

    @Test
    void wantsAtMostTheNightsThatAreSold() throws IOException {
        Reply beyond = anna.post(path("/full-sync"), nights(NIGHT, NIGHT.plusYears(3)));
        Reply turned = anna.post(path("/full-sync"), nights(NIGHT, NIGHT.minusDays(1)));

        assertKeeps(beyond, 400, "Problem");
        assertThat(beyond.body().path("detail").asText()).contains("the last night sold");
        assertThat(turned.body().path("detail").asText()).startsWith("to: '");
    }

    @Test
    void refusesABodyThatIsNotJsonByItsType() {
        Reply reply =
                anna.send(
                        HttpRequest.newBuilder(
                                        URI.create(
                                                RunningSerai.shared().url() + path("/full-sync")))
                                .header("Authorization", anna.authorization())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"from\":1}")));

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.type()).startsWith("application/problem+json");
    }

    @Test
    void readsBackShowsDriftAndSettlesIt() throws IOException {
        story.quiet();
        story.sql()
                .sql(
                        "update third_party_integrations set configuration = configuration || '{\"drift\":\"ask\"}' where id = ?")
                .param(story.connection())
                .update();
        // as if somebody had closed it at the channel: it shows open
        story.sql()
                .sql(
                        "update held_nights set closed = true where night = ? and remote_id = (select id from ota_rate_plans where connection_id = ? and product_id = ?)")
                .params(NIGHT.plusDays(9), story.connection(), story.product(1))
                .update();

        assertKeeps(anna.post(path("/read-back")), 202, "Begun");

        await().atMost(Duration.ofSeconds(90))
                .until(() -> anna.get(path("/drifts")).body().path("drifts").size() == 1);
        Reply drifts = anna.get(path("/drifts"));
        assertKeeps(drifts, 200, "Drifts");
        String drift = drifts.body().path("drifts").path(0).path("id").asText();
        String settle = "/api/drifts/" + drift + "/settle";
        assertKeeps(anna.post(settle, "{\"as\":\"mine\"}"), 400, "Problem");
        assertKeeps(stranger.post(settle, "{\"as\":\"ours\"}"), 404, "Problem");
        assertKeeps(anna.post(settle, "{\"as\":\"ours\"}"), 200, "Settled");
        assertKeeps(anna.post(settle, "{\"as\":\"ours\"}"), 409, "Problem");
        assertThat(anna.get(path("/drifts")).body().path("drifts")).isEmpty();
    }

    @Test
    void triesAgainWhatWasBroken() throws IOException {
        story.quiet();
        story.sql()
                .sql(
                        "update third_party_integrations set state = 'broken', state_reason = 'no' where id = ?")
                .param(story.connection())
                .update();
        assertKeeps(anna.post(path("/sync")), 409, "Problem");

        Reply reply = anna.post(path("/try-again"));

        assertKeeps(reply, 202, "Begun");
        story.quiet();
        assertThat(
                        anna.get("/api/connections")
                                .body()
                                .path("connections")
                                .path(0)
                                .path("state")
                                .asText())
                .isEqualTo("open");
    }

    private static String id() {
        return Integer.toString(story.connection());
    }

    private static String path(String what) {
        return "/api/connections/" + id() + what;
    }

    private static String nights(LocalDate from, LocalDate to) {
        return "{\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
    }

    @Test
    void showsWhatWasAskedOfAChannelAndWhatItSaid() throws IOException {
        String asked =
                story.sql()
                        .sql(
                                """
                                insert into channel_requests (hotel_id, connection_id, port, step, request, state, answer, words, settled_at)
                                values (?, ?, 'deposit-read', 'deposit-read', '{}', 'done', '{"outcome": "applied"}', null, now()) returning id::text
                                """)
                        .params(story.hotel(), story.connection())
                        .query(String.class)
                        .single();

        assertKeeps(anna.get(path("/requests")), 200, "Requests");
        assertKeeps(anna.get("/api/requests/" + asked), 200, "Request");
        assertKeeps(stranger.get("/api/requests/" + asked), 404, "Problem");
    }

    @Test
    void asksNothingThatTheChannelDoesNotOffer() throws IOException {
        Reply notOffered = anna.post(path("/requests"), "{\"ask\": \"deposit-read\"}");
        Reply unknown = anna.post(path("/requests"), "{\"ask\": \"tea\"}");

        assertKeeps(notOffered, 409, "Problem");
        assertThat(notOffered.body().path("title").asText()).isEqualTo("Not offered");
        assertKeeps(unknown, 400, "Problem");
        assertKeeps(
                stranger.post(path("/requests"), "{\"ask\": \"deposit-read\"}"), 404, "Problem");
    }
}
