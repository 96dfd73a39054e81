package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.UnconnectedHotel;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A connection from being added to being left, by the API. */
class ConnectionLifeApiTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final LocalDate NIGHT = LocalDate.now(ZoneOffset.UTC).plusDays(20);

    private final UnconnectedHotel hotel = UnconnectedHotel.begin();
    private final ApiClient admin = admin();

    @Test
    void addsMapsOpensClosesAndLeavesOne() throws IOException {
        String path = added();
        maps(path);
        chooses(path);

        Reply first = admin.post(path + "/open", "{\"first\":true}");
        assertKeeps(first, 200, "ConnectionLife");
        assertThat(first.body().path("closedFor").asText()).isEqualTo("first-sync");
        await().atMost(Duration.ofSeconds(90)).until(() -> hotel.isTold(NIGHT));
        assertThat(hotel.sells(NIGHT)).isFalse();
        assertKeeps(admin.post(path + "/open", "{\"first\":false}"), 200, "ConnectionLife");
        await().atMost(Duration.ofSeconds(90)).until(() -> hotel.sells(NIGHT));

        assertKeeps(admin.post(path + "/pause", "{\"close\":true}"), 200, "ConnectionLife");
        await().atMost(Duration.ofSeconds(90)).until(() -> !isEnabled(path));
        assertThat(hotel.sells(NIGHT)).isFalse();
        assertThat(page(path)).contains("All of it was closed at the channel before");
        assertKeeps(admin.post(path + "/pause", "{\"close\":true}"), 422, "Problem");
        turns(path);
        Reply left = admin.post(path + "/disconnect", "{\"close\":false}");
        assertThat(left.body().path("state").asText()).isEqualTo("disconnected");
    }

    @Test
    void correctsAMistypedNumberBeforeAnythingIsSentAndForgetsWhatWasReadThere()
            throws IOException {
        String path = added();
        maps(path);
        String wrong = "99" + hotel.remote();

        Reply away = admin.put(path + "/remote-hotel", number(wrong));
        Reply empty = admin.get(path + "/mapping");
        Reply tested = admin.post(path + "/test", "");
        Reply none = admin.put(path + "/remote-hotel", number(" "));
        Reply tooLong = admin.put(path + "/remote-hotel", number("9".repeat(61)));
        String form = page(path, "/set-up/test");
        Reply back = admin.put(path + "/remote-hotel", number(hotel.remote()));

        assertKeeps(away, 200, "ConnectionLife");
        assertThat(away.body().path("next").asText()).isEqualTo("test");
        assertThat(away.body().path("state").asText()).isEqualTo("reading");
        assertThat(empty.body().path("remotes")).isEmpty();
        assertThat(tested.body().path("works").asBoolean()).isFalse();
        assertKeeps(none, 422, "Problem");
        assertKeeps(tooLong, 422, "Problem");
        assertThat(tooLong.body().path("detail").asText())
                .isEqualTo("hotel's number at the channel: 61 letters (expected: 1 to 60 letters)");
        assertThat(form).contains("value=\"" + wrong + "\"", "Use this number");
        assertThat(back.body().path("next").asText()).isEqualTo("test");
        maps(path);
        admin.post(path + "/open", "{\"first\":true}");
        Reply sent = admin.put(path + "/remote-hotel", number(wrong));
        assertKeeps(sent, 422, "Problem");
        assertThat(sent.body().path("detail").asText()).contains("whose first sync began");
        admin.post(path + "/disconnect", "{\"close\":false}");
    }

    private static String number(String number) {
        return "{\"remoteHotel\":\"" + number + "\"}";
    }

    private String page(String path) {
        return page(path, "");
    }

    private String page(String path, String below) {
        Visitor visitor = Visitor.nobody();
        visitor.signIn("adder-" + hotel.id(), "stub");
        String number = path.substring(path.lastIndexOf('/'));
        return visitor.get("/hotels/" + hotel.id() + "/connections" + number + below).body();
    }

    private void chooses(String path) throws IOException {
        assertKeeps(admin.get(path + "/settings"), 200, "ConnectionSettings");
        Reply chosen =
                admin.patch(
                        path + "/settings",
                        "{\"name\":\"At the sea\",\"settings\":{\"drift\":\"ask\",\"legal_entity_id\":null}}");
        assertKeeps(chosen, 200, "ConnectionSettings");
        assertThat(chosen.body().path("name").asText()).isEqualTo("At the sea");
        assertKeeps(
                admin.patch(path + "/settings", "{\"settings\":{\"drift\":\"toss a coin\"}}"),
                422,
                "Problem");
        assertKeeps(
                admin.patch(path + "/settings", "{\"settings\":{\"test_mode\":\"false\"}}"),
                422,
                "Problem");
    }

    /** Without a mapping only what is known by its ids goes on to mean something. */
    private void turns(String path) throws IOException {
        String live = hotel.elsewhere();
        String wish = "{\"live\":true,\"number\":\"" + live + "\"%s}";
        Reply looked = admin.post(path + "/turn/check", wish.formatted(""));
        assertKeeps(looked, 200, "ConnectionTurning");
        assertThat(remote(looked, "Double, Garden").path("why").asText()).isEqualTo("suggested");
        assertThat(looked.body().path("gone").toString()).contains("Standard rate");
        assertKeeps(
                admin.post(
                        path + "/turn",
                        wish.formatted(",\"mapping\":[{\"room\":\"x\",\"meaning\":\"1\"}]")),
                422,
                "Problem");
        assertKeeps(
                admin.post(path + "/turn/check", "{\"live\":true,\"number\":\"4711\"}"),
                422,
                "Problem");

        Reply turned = admin.post(path + "/turn", wish.formatted(""));
        assertKeeps(turned, 200, "ConnectionLife");
        assertThat(turned.body().path("test").asBoolean()).isFalse();
        assertThat(admin.get(path + "/mapping").body().path("remotes").findValues("means"))
                .isEmpty();
    }

    private ApiClient admin() {
        String login = "adder-" + hotel.id();
        SERAI.sql()
                .sql(
                        """
                        with u as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'viewer') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select id, ?, 'admin' from u
                        """)
                .params(login, hotel.id())
                .update();
        return new ApiClient(SERAI.url(), login);
    }

    private String added() throws IOException {
        String wish =
                "{\"hotel\":\"%d\",\"channel\":\"bookingcom\",\"remoteHotel\":\"%s\",\"credentials\":{\"api_key\":\"%s\"%s}}";
        Reply lacking =
                admin.post(
                        "/api/connections",
                        wish.formatted(hotel.id(), hotel.remote(), hotel.key(), ""));
        assertKeeps(lacking, 422, "Problem");
        assertThat(lacking.whole().body()).contains("no api_secret").doesNotContain(hotel.key());
        Reply added =
                admin.post(
                        "/api/connections",
                        wish.formatted(
                                hotel.id(),
                                hotel.remote(),
                                hotel.key(),
                                ",\"api_secret\":\"" + hotel.secret() + "\""));
        assertKeeps(added, 201, "ConnectionLife");
        assertThat(added.body().path("next").asText()).isEqualTo("test");
        return "/api/connections/" + added.body().path("id").asText();
    }

    private void maps(String path) throws IOException {
        Reply tested = admin.post(path + "/test", "");
        Reply read = admin.post(path + "/read", "");
        assertKeeps(tested, 200, "ConnectionTest");
        assertKeeps(read, 200, "ConnectionMapping");
        assertThat(tested.body().path("works").asBoolean()).isTrue();
        assertThat(read.body().path("remotes").findValues("means")).isEmpty();
        assertThat(remote(read, "Double, Garden").path("suggested").path("name").asText())
                .isEqualTo("Garden Double");
        Reply blocked = admin.get(path + "/check");
        assertKeeps(blocked, 200, "ConnectionFindings");
        assertThat(blocked.body().at("/findings/0/blocks").asBoolean()).isTrue();
        assertKeeps(admin.post(path + "/open", "{\"first\":true}"), 422, "Problem");

        map(
                path,
                remote(read, "Double, Garden"),
                remote(read, "Double, Garden").at("/suggested/id").asText());
        Reply mapped = map(path, remote(read, "Standard rate"), hotel.product("Standard"));
        assertThat(remote(mapped, "Standard rate").path("mappedBy").asText())
                .startsWith("user:adder");
        assertKeeps(
                admin.put(
                        path + "/mapping/" + remote(read, "Standard rate").path("id").asText(),
                        "{\"meaning\":\"" + hotel.product("Half board") + "\"}"),
                422,
                "Problem");
    }

    private Reply map(String path, JsonNode remote, String meaning) throws IOException {
        Reply mapped =
                admin.put(
                        path + "/mapping/" + remote.path("id").asText(),
                        "{\"meaning\":\"" + meaning + "\"}");
        assertKeeps(mapped, 200, "ConnectionMapping");
        return mapped;
    }

    private static JsonNode remote(Reply mapping, String name) {
        return StreamSupport.stream(mapping.body().path("remotes").spliterator(), false)
                .filter(it -> it.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isEnabled(String path) {
        return SERAI.sql()
                .sql("select is_enabled from third_party_integrations where id = ?")
                .param(Integer.valueOf(path.substring(path.lastIndexOf('/') + 1)))
                .query(Boolean.class)
                .single();
    }
}
