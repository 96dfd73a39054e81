package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Keys by which programs call the API. */
class AccessKeysTests {

    private static final String KEYS = "/api/access/keys";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningSerai serai;
    private static SampleHotel mar;
    private static SampleHotel rio;
    private static ApiClient admin;

    @BeforeAll
    static void anAdminOfOneHotel() {
        serai = RunningSerai.shared();
        mar = withoutChannel(SampleHotel.another(serai.database()));
        rio = withoutChannel(SampleHotel.another(serai.database()));
        admin = user("viewer", mar, "admin");
    }

    @Test
    void letsAProgramDoWhatItsKeyIsForAndNoMore() throws IOException {
        Reply made = admin.post(KEYS, wish(mar, "read"));

        assertKeeps(made, 201, "AccessKey");
        ApiClient program = program(made);
        assertThat(program.get(room(mar)).status()).isEqualTo(200);
        assertThat(program.patch(room(mar), "{\"safetyStock\": 1}").status()).isEqualTo(403);
        assertThat(program.get(room(rio)).status()).isEqualTo(404);
        assertThat(program.get(KEYS).status()).isEqualTo(403);
    }

    @Test
    void showsASecretOnceAndKeepsNone() throws IOException {
        Reply made = admin.post(KEYS, wish(mar, "operate"));
        String secret = made.body().path("secret").asText();

        Reply listed = admin.get(KEYS);

        assertKeeps(listed, 200, "AccessKeys");
        assertThat(secret).startsWith("serai_");
        assertThat(listed.whole().body())
                .contains(made.body().path("id").asText())
                .doesNotContain(secret);
        assertThat(
                        serai.sql()
                                .sql("select count(*) from api_keys k where k::text like ?")
                                .param("%" + secret.substring(secret.length() - 43) + "%")
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void knowsWhenAKeyWasUsedLastAndWhoDidWhat() {
        Reply made = admin.post(KEYS, wish(mar, "read", "operate"));
        String id = made.body().path("id").asText();

        program(made).patch(room(mar), "{\"safetyStock\": 2}");

        assertThat(made.body().has("lastUsedAt")).isFalse();
        assertThat(find(id).has("lastUsedAt")).isTrue();
        assertThat(
                        serai.sql()
                                .sql(
                                        "select count(*) from audit where hotel_id = ? and subject = 'room_types' and actor like ?")
                                .params(mar.id(), "key:" + id + ":%")
                                .query(Integer.class)
                                .single())
                .isPositive();
    }

    @Test
    void takesBothSecretsForAWhileAfterARotation() throws IOException {
        Reply made = admin.post(KEYS, wish(mar, "read"));
        String id = made.body().path("id").asText();

        Reply rotated = admin.post(KEYS + "/" + id + "/rotate");

        assertKeeps(rotated, 200, "AccessKey");
        assertThat(program(made).get(room(mar)).status()).isEqualTo(200);
        assertThat(program(rotated).get(room(mar)).status()).isEqualTo(200);
        serai.sql()
                .sql(
                        "update api_keys set before_until = now() - interval '1 second' where id = ?::bigint")
                .param(id)
                .update();
        assertThat(program(made).get(room(mar)).status()).isEqualTo(401);
        assertThat(program(rotated).get(room(mar)).status()).isEqualTo(200);
    }

    @Test
    void letsNobodyInByAKeyThatWasTakenAwayOrIsOver() throws IOException {
        Reply revoked = admin.post(KEYS, wish(mar, "read"));
        Reply expired = admin.post(KEYS, wish(mar, "read"));
        serai.sql()
                .sql("update api_keys set expires_at = now() where id = ?::bigint")
                .param(expired.body().path("id").asText())
                .update();

        Reply taken = admin.delete(KEYS + "/" + revoked.body().path("id").asText());

        assertKeeps(taken, 200, "AccessKey");
        assertThat(taken.body().path("state").asText()).isEqualTo("revoked");
        assertKeeps(program(revoked).get(room(mar)), 401, "Problem");
        assertThat(program(expired).get(room(mar)).status()).isEqualTo(401);
        assertThat(find(expired.body().path("id").asText()).path("state").asText())
                .isEqualTo("expired");
    }

    @Test
    void givesNobodyAKeyToMoreThanTheyHave() {
        ApiClient operator = user("operator", mar, null);

        Reply elsewhere = admin.post(KEYS, wish(rio, "read"));
        Reply everywhere =
                admin.post(
                        KEYS, "{\"name\": \"all\", \"rights\": [\"read\"], \"everywhere\": true}");
        Reply unasked = operator.post(KEYS, wish(mar, "read"));
        Reply nonsense = admin.post(KEYS, wish(mar, "reveal"));

        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(everywhere.status()).isEqualTo(403);
        assertThat(unasked.status()).isEqualTo(403);
        assertThat(nonsense.status()).isEqualTo(422);
    }

    @Test
    void namesAHotelThatAKeyCannotBeForAndTellsNobodyWhichThereAre() {
        String wish = "{\"name\": \"pms\", \"rights\": [\"read\"], \"hotels\": [\"%s\"]}";
        ApiClient ofAll = ApiClient.user(serai, "keys-of-all", "admin");

        Reply nowhere = ofAll.post(KEYS, wish.formatted("999999999"));
        Reply unseen = admin.post(KEYS, wish.formatted("999999999"));
        Reply others = admin.post(KEYS, wish(rio, "read"));

        assertThat(nowhere.status()).isEqualTo(422);
        assertThat(nowhere.body().path("field").asText()).isEqualTo("hotels");
        assertThat(nowhere.body().path("detail").asText())
                .isEqualTo("hotels: '999999999' (expected: ids of hotels)");
        assertThat(unseen.status()).isEqualTo(403).isEqualTo(others.status());
        assertThat(unseen.body().path("detail").asText())
                .isEqualTo("hotels: '999999999' (expected: ids of hotels that you administer)");
        assertThat(others.body().path("detail").asText())
                .isEqualTo(
                        "hotels: '%d' (expected: ids of hotels that you administer)"
                                .formatted(rio.id()));
    }

    @Test
    void rotatesForNobodyAKeyToMoreThanTheyHave() {
        ApiClient boss = user("admin", null, null);
        String whole = admin.post(KEYS, wish(mar, "operate")).body().path("id").asText();
        ApiClient keysOnly = program(admin.post(KEYS, wish(mar, "admin")));

        assertThat(keysOnly.post(KEYS + "/" + whole + "/rotate").status()).isEqualTo(403);
        assertThat(boss.post(KEYS + "/" + whole + "/rotate").status()).isEqualTo(200);
    }

    @Test
    void hidesKeysOfHotelsThatSomebodyDoesNotAdminister() {
        ApiClient boss = user("admin", null, null);
        Reply theirs = boss.post(KEYS, wish(rio, "read"));
        String id = theirs.body().path("id").asText();

        Reply tried = admin.delete(KEYS + "/" + id);

        assertThat(theirs.status()).isEqualTo(201);
        assertThat(tried.status()).isEqualTo(404);
        assertThat(admin.get(KEYS).body().path("keys").findValuesAsText("id")).doesNotContain(id);
    }

    @Test
    void watchesByAKeyOfEngineersThatSeesNoHotel() {
        ApiClient boss = user("admin", null, null);
        Reply made =
                boss.post(
                        KEYS,
                        "{\"name\": \"prometheus\", \"rights\": [\"engineer\"], \"everywhere\": true}");

        ApiClient prometheus = program(made);

        assertThat(prometheus.text("/actuator/prometheus").statusCode()).isEqualTo(200);
        assertThat(prometheus.text("/actuator/jolokia").statusCode()).isEqualTo(403);
        assertThat(prometheus.get("/api/connections").body().findValues("id")).isEmpty();
    }

    @Test
    void showsTheMetricsAndNothingElseToAKeyThatItKnewWhileTheDatabaseCannotAnswer()
            throws Exception {
        ApiClient boss = user("admin", null, null);
        Reply made =
                boss.post(
                        KEYS,
                        "{\"name\": \"prometheus\", \"rights\": [\"engineer\"], \"everywhere\": true}");
        ApiClient prometheus = program(made);
        assertThat(prometheus.text("/actuator/prometheus").statusCode()).isEqualTo(200);
        CompletableFuture<HttpResponse<String>> elsewhere;

        try (Connection nobodyReads = serai.database().owner().getConnection();
                Statement statement = nobodyReads.createStatement()) {
            nobodyReads.setAutoCommit(false);
            statement.execute("lock table api_keys in access exclusive mode");
            elsewhere = CompletableFuture.supplyAsync(() -> prometheus.text("/actuator/info"));

            assertThat(prometheus.text("/actuator/prometheus").body())
                    .contains("serai_watch_age_seconds");

            assertThat(elsewhere).isNotDone();
            nobodyReads.rollback();
        }

        assertThat(elsewhere).succeedsWithin(Duration.ofSeconds(20));
        boss.delete(KEYS + "/" + made.body().path("id").asText());
        await().until(() -> prometheus.text("/actuator/prometheus").statusCode() == 401);
    }

    private static JsonNode find(String id) {
        for (JsonNode key : admin.get(KEYS).body().path("keys")) {
            if (key.path("id").asText().equals(id)) {
                return key;
            }
        }
        throw new AssertionError("no key " + id);
    }

    private static ApiClient program(Reply made) {
        return ApiClient.withKey(serai.url(), made.body().path("secret").asText());
    }

    private static String wish(SampleHotel hotel, String... rights) {
        return "{\"name\": \"pms\", \"rights\": [\"%s\"], \"hotels\": [\"%d\"]}"
                .formatted(String.join("\", \"", rights), hotel.id());
    }

    private static String room(SampleHotel hotel) {
        return "/api/inventory-sync/hotels/" + hotel.id() + "/room-types/" + hotel.roomType();
    }

    private static ApiClient user(String role, SampleHotel hotel, String there) {
        String login = "keys-" + NUMBER.incrementAndGet();
        serai.sql()
                .sql("insert into users (login, password_hash, role) values (?, '{noop}stub', ?)")
                .params(login, role)
                .update();
        if (hotel != null) {
            serai.sql()
                    .sql(
                            "insert into user_hotels (user_id, hotel_id, role) select id, ?, ? from users where login = ?")
                    .params(hotel.id(), there, login)
                    .update();
        }
        return new ApiClient(serai.url(), login);
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
