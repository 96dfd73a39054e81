package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.api.ApiClient.Reply;
import io.serai.delivery.Parking;
import io.serai.delivery.ParkingSlip;
import io.serai.delivery.ParkingSlip.Kind;
import io.serai.testing.RunningSerai;
import io.serai.vault.Sealer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The inbox over HTTP. */
class InboxApiTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final String BODY =
            """
            {"number": "77", "kind": "new", "booker": {"given": "Ada", "email": "ada@example.com"}, "remarks": ["Call Ada"]}""";

    private static ApiClient operator;
    private static ApiClient engineer;
    private static int hotel;

    @BeforeAll
    static void users() {
        hotel =
                SERAI.sql()
                        .sql(
                                "insert into hotels (code, name, time_zone, currency) values ('inbox-inn', 'Inn', 'UTC', 'EUR') returning id")
                        .query(Integer.class)
                        .single();
        SERAI.sql()
                .sql(
                        "insert into hotels (code, name, time_zone, currency) values ('inbox-other', 'Inn', 'UTC', 'EUR')")
                .update();
        operator = user("inbox-operator", "operator");
        engineer = user("inbox-engineer", "engineer");
        SERAI.sql()
                .sql(
                        "insert into user_hotels (user_id, hotel_id) select id, ? from users where login = 'inbox-operator'")
                .param(hotel)
                .update();
    }

    private static ApiClient user(String login, String role) {
        return ApiClient.user(SERAI, login, role);
    }

    @Test
    void listsWhatWaitsPageByPageToWhoMaySeeItsHotel() throws IOException {
        String first = park("list-1");
        String second = park("list-2");
        String foreign = park("list-3");
        SERAI.sql()
                .sql("update parked_messages set hotel_id = null where id = ?::bigint")
                .param(foreign)
                .update();

        Reply page = operator.get("/api/inbox?hotel=" + hotel + "&reason=LIST-&limit=1");

        assertKeeps(page, 200, "Inbox");
        assertThat(page.body().at("/messages/0/id").asText()).isEqualTo(second);
        assertThat(page.body().at("/messages/0/met").asText()).isEqualTo("room: 'list-2'");
        Reply rest =
                operator.get("/api/inbox?reason=list-&before=" + page.body().path("next").asText());
        assertThat(rest.body().path("messages").findValuesAsText("id")).containsExactly(first);
        assertThat(engineer.get("/api/inbox?reason=list-3").body().path("messages")).hasSize(1);
        assertKeeps(operator.get("/api/inbox/" + foreign), 404, "Problem");
        assertKeeps(operator.get("/api/inbox?family=lost"), 400, "Problem");
    }

    @Test
    void opensABodyToEngineersAloneAndShowsNobodyInIt() throws IOException {
        String id = park("open-1");

        Reply shown = engineer.get("/api/inbox/" + id);

        assertKeeps(shown, 200, "InboxMessage");
        assertThat(shown.body().path("body").asText())
                .contains("\"number\" : \"77\"", "\"given\" : \"… (3)\"")
                .doesNotContain("Ada", "example.com");
        assertThat(operator.get("/api/inbox/" + id).body().has("body")).isFalse();
    }

    @Test
    void showsWhatAParkedWebhookCallSaid() {
        String call =
                SERAI.sql()
                        .sql(
                                "insert into ota_webhooks (provider, hotel_id, kind, message_id, state, body_sealed) values ('inn', ?, 'BOOKING', gen_random_uuid()::text, 'parked', ?) returning id::text")
                        .params(
                                hotel,
                                SERAI.part(Sealer.class).seal(BODY.getBytes(UTF_8), "webhook"))
                        .query(String.class)
                        .single();
        SERAI.part(Parking.class)
                .park(
                        new ParkingSlip("webhook-process", Kind.WEBHOOK, call, null, null, call),
                        new IllegalStateException("kind: 'BOOKING' (expected: one that is known)"));
        String id =
                SERAI.sql()
                        .sql(
                                "update parked_messages set hotel_id = ? where route = 'webhook-process' and message_key = ? returning id::text")
                        .params(hotel, call)
                        .query(String.class)
                        .single();

        Reply shown = engineer.get("/api/inbox/" + id);

        assertThat(shown.body().path("body").asText())
                .contains("\"number\" : \"77\"")
                .doesNotContain("Ada", "example.com");
    }

    @Test
    void sendsAllOfAReasonAgainInTheBackgroundAndSaysWhatBecameOfThem() throws IOException {
        String id = park("again-1");
        park("again-2");

        Reply dry = engineer.post("/api/inbox/replays", "{\"reason\": \"again-\", \"dry\": true}");
        Reply begun = engineer.post("/api/inbox/replays", "{\"reason\": \"again-\"}");

        assertKeeps(dry, 200, "InboxDry");
        assertThat(dry.body().path("messages")).hasSize(2);
        assertKeeps(begun, 202, "InboxReplay");
        String where = begun.whole().headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> engineer.get(where).body().path("parked").asInt() == 2);
        assertKeeps(engineer.get(where), 200, "InboxReplay");
        assertThat(engineer.get("/api/inbox/" + id).body().path("tries").asInt()).isEqualTo(2);
        assertKeeps(engineer.post("/api/inbox/replays", "{\"dry\": true}"), 400, "Problem");
        assertKeeps(engineer.post("/api/inbox/" + id + "/replay"), 202, "InboxReplay");
    }

    @Test
    void sendsWhatMayBeDoneAlreadyOnlyOnceSomebodyLooked() throws IOException {
        String id = park("done-1");
        SERAI.sql()
                .sql("update parked_messages set may_be_done = true where id = ?::bigint")
                .param(id)
                .update();

        Reply blind = operator.post("/api/inbox/" + id + "/replay");
        Reply all = operator.post("/api/inbox/replays", "{\"reason\": \"done-1\", \"dry\": true}");

        assertKeeps(blind, 409, "Problem");
        assertThat(blind.body().path("title").asText()).isEqualTo("Perhaps done already");
        assertThat(all.body().path("messages")).isEmpty();
        assertThat(operator.get("/api/inbox/" + id).body().path("mayBeDone").asBoolean()).isTrue();
        assertKeeps(
                operator.post(
                        "/api/inbox/replays",
                        "{\"reason\": \"done-1\", \"evenIfDone\": true, \"dry\": true}"),
                200,
                "InboxDry");
        assertKeeps(
                operator.post("/api/inbox/" + id + "/replay?evenIfDone=true"), 202, "InboxReplay");
    }

    @Test
    void tellsOfAReplayOnlyWhoAskedForItOrMaySeeAllOfIt() throws IOException {
        String own = park("whose-1");
        String foreign = park("whose-2");
        SERAI.sql()
                .sql(
                        "update parked_messages set hotel_id = (select id from hotels where code = 'inbox-other') where id = ?::bigint")
                .param(foreign)
                .update();

        String both = replay(engineer, "{\"reason\": \"whose-\"}");
        assertKeeps(operator.get(both), 404, "Problem");
        assertKeeps(engineer.get(both), 200, "InboxReplay");
        String one = replay(engineer, "{\"ids\": [\"" + own + "\"]}");
        assertKeeps(operator.get(one), 200, "InboxReplay");
        String mine = replay(operator, "{\"ids\": [\"" + own + "\"]}");
        assertKeeps(operator.get(mine), 200, "InboxReplay");
        assertKeeps(operator.get(one), 404, "Problem");
    }

    private static String replay(ApiClient client, String wish) {
        Reply begun = client.post("/api/inbox/replays", wish);
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        return begun.whole().headers().firstValue("Location").orElseThrow();
    }

    @Test
    void sendsNothingAgainThatIsSettledNorAllOfEverything() throws IOException {
        String id = park("state-1");

        for (String wish :
                List.of(
                        "{\"state\": \"replayed\"}",
                        "{\"state\": \"discarded\", \"reason\": \"state-\"}",
                        "{\"state\": \"parked\"}",
                        "{}")) {
            assertKeeps(engineer.post("/api/inbox/replays", wish), 400, "Problem");
        }

        assertThat(engineer.get("/api/inbox/" + id).body().path("tries").asInt()).isEqualTo(1);
    }

    @Test
    void setsAsideWithAReason() throws IOException {
        String id = park("aside-1");

        Reply aside = operator.post("/api/inbox/" + id + "/discard", "{\"reason\": \"a test\"}");

        assertKeeps(aside, 200, "InboxMessage");
        assertThat(aside.body().path("note").asText()).isEqualTo("a test");
        assertThat(aside.body().path("settledBy").asText()).isEqualTo("user:inbox-operator");
        assertThat(
                        SERAI.sql()
                                .sql(
                                        "select actor || ' ' || act from audit where subject = 'parked_messages' and subject_id = ?::bigint")
                                .param(id)
                                .query(String.class)
                                .list())
                .contains("user:inbox-operator discarded");
        assertKeeps(operator.post("/api/inbox/" + id + "/discard", "{}"), 400, "Problem");
        assertKeeps(
                operator.post("/api/inbox/" + id + "/discard", "{\"reason\": \"again\"}"),
                409,
                "Problem");
        assertKeeps(operator.post("/api/inbox/" + id + "/replay"), 409, "Problem");
    }

    @Test
    void showsWebhookCallsFromWhichNothingFollowed() throws IOException {
        Reply kept = engineer.get("/api/inbox/webhooks");

        assertKeeps(kept, 200, "InboxWebhooks");
        assertKeeps(engineer.post("/api/inbox/webhooks/999999999/replay"), 404, "Problem");
    }

    @Test
    void showsBreakersAndClosesThemForEngineersAlone() throws IOException {
        int connection =
                SERAI.sql()
                        .sql(
                                """
                                insert into third_party_integrations (hotel_id, integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                                values (?, 'Booking.com', 'ota', 'booking.com', '{}', '{}', false, 'active') returning id
                                """)
                        .param(hotel)
                        .query(Integer.class)
                        .single();

        Reply shown = operator.get("/api/connections/" + connection + "/breakers");

        assertKeeps(shown, 200, "Breakers");
        assertKeeps(
                operator.post("/api/connections/" + connection + "/breakers/close"),
                403,
                "Problem");
        assertKeeps(
                engineer.post("/api/connections/" + connection + "/breakers/close"),
                200,
                "Breakers");
    }

    /** A message that fails again however often it is sent. */
    private static String park(String key) {
        SERAI.part(Parking.class)
                .park(
                        new ParkingSlip(
                                "reservation-take",
                                Kind.RESERVATION,
                                "sha256:" + key,
                                null,
                                null,
                                BODY),
                        new IllegalStateException("room: '" + key + "' (expected: R1)"));
        String id =
                SERAI.sql()
                        .sql(
                                "update parked_messages set hotel_id = ? where message_key = ? returning id::text")
                        .params(hotel, "sha256:" + key)
                        .query(String.class)
                        .single();
        return id;
    }
}
