package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static io.serai.api.HookReceiver.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.alert.AlertTelling;
import io.serai.alert.AlertWatch;
import io.serai.alert.ClaimedDigest;
import io.serai.api.ApiClient.Reply;
import io.serai.api.HookReceiver.Call;
import io.serai.testing.MailServer;
import io.serai.testing.MailServer.Mail;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts over HTTP, by mail and by webhook, from what went wrong to who was told of it. */
class AlertsApiTests {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final JdbcClient SQL = SERAI.sql();

    private final HookReceiver receiver = new HookReceiver();
    private SampleHotel hotel;
    private ApiClient engineer;
    private ApiClient operator;
    private ApiClient viewer;

    @BeforeEach
    void aHotelItsPeopleAndAChannelThatLetsNobodyIn() {
        hotel = SampleHotel.another(SERAI.database());
        SQL.sql(
                        "update third_party_integrations set state = 'broken', state_reason = 'HTTP 401', is_enabled = true where id = ?")
                .param(hotel.connection())
                .update();
        SQL.sql(
                        "update channel_accounts set state = 'broken', state_reason = 'HTTP 401' where id = ?")
                .param(hotel.account())
                .update();
        engineer = person("engineer");
        operator = person("operator");
        viewer = person("viewer");
    }

    private ApiClient person(String role) {
        String login = "alerts-" + role + "-" + hotel.id();
        SQL.sql(
                        """
                        with u as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'viewer') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select id, ?, ? from u
                        """)
                .params(login, hotel.id(), role)
                .update();
        return new ApiClient(SERAI.url(), login);
    }

    @AfterEach
    void close() {
        SQL.sql("delete from alert_receivers where hotel_id = ?").param(hotel.id()).update();
        SQL.sql("update third_party_integrations set state = 'disconnected' where id = ?")
                .param(hotel.connection())
                .update();
        receiver.close();
    }

    @Test
    void tellsByMailWhatIsSoWhatToDoAndWhereOnceAndThatItIsOver() throws IOException {
        String box = "desk-" + hotel.id() + ".example";
        Reply added = add("Night desk", "mail", "night@" + box);
        assertKeeps(added, 201, "AlertReceiver");

        look(Instant.now());
        look(Instant.now());

        await().atMost(LONG).until(() -> MailServer.of(box).size() == 1);
        Mail mail = MailServer.of(box).get(0);
        assertThat(mail.subject())
                .isEqualTo("Serai: Booking.com refuses the credentials of hotel Casa do Mar");
        assertThat(mail.from()).isEqualTo("serai@hotel.example");
        assertThat(mail.id()).startsWith("<msg_");
        assertThat(mail.text())
                .contains(
                        "Since:",
                        "(Europe/Lisbon)",
                        "Hotel:  Casa do Mar (" + hotel.id() + ")",
                        "What:   HTTP 401",
                        "To do:  Enter credentials that the channel takes",
                        "http://localhost:",
                        "/hotels/"
                                + hotel.id()
                                + "/connections/"
                                + hotel.connection()
                                + "/credentials");
        SQL.sql("update channel_accounts set state = 'ready' where id = ?")
                .param(hotel.account())
                .update();
        look(Instant.now());
        look(Instant.now().plus(Duration.ofMinutes(16)));
        await().atMost(LONG)
                .until(
                        () ->
                                MailServer.of(box).stream()
                                        .anyMatch(
                                                it ->
                                                        it.subject()
                                                                .startsWith(
                                                                        "Serai, over: Booking.com refuses the credentials")));
    }

    @Test
    void tellsByWebhookUnderOneIdUntilItIsTakenSoThatItCanBeProved() throws IOException {
        Reply added = add("Pager", "webhook", receiver.url());
        assertKeeps(added, 201, "AlertReceiver");
        String secret = added.body().path("secret").asText();
        assertThat(engineer.get("/api/alert-receivers").body().toString()).doesNotContain("whsec_");
        receiver.answer(status(500), status(503, "Retry-After", "2"));

        look(Instant.now());

        await().atMost(LONG).until(() -> receiver.calls.size() == 3);
        assertThat(receiver.calls)
                .extracting(Call::id)
                .containsOnly(receiver.calls.get(0).id())
                .allMatch(id -> id.startsWith("msg_"));
        assertThat(Duration.between(receiver.calls.get(1).at(), receiver.calls.get(2).at()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
        Call call = receiver.calls.get(2);
        assertThat(call.isSignedWith(secret)).isTrue();
        assertThat(call.type()).isEqualTo("alert.raised");
        JsonNode alert = call.json().at("/data/alert");
        assertThat(alert.path("kind").asText()).isEqualTo("credentials-refused");
        assertThat(alert.path("hotel").asText()).isEqualTo("" + hotel.id());
        assertThat(alert.path("channel").asText()).isEqualTo("bookingcom");
        assertThat(call.json().at("/data/link").asText()).startsWith("http");
        String asked = "/api/access/calls?correlation=" + call.id();
        await().atMost(LONG).until(() -> engineer.get(asked).body().path("calls").size() == 3);
        assertThat(engineer.get(asked).body().path("calls"))
                .extracting(it -> it.path("status").asInt())
                .containsExactly(204, 503, 500);
        JsonNode left = engineer.get(asked).body().at("/calls/0");
        assertThat(left.path("name").asText()).isEqualTo("alert-tell");
        assertThat(left.path("hotel").asText()).isEqualTo("" + hotel.id());
        assertThat(receiver.url())
                .startsWith("http://" + left.path("path").asText().replace("…", ""));
        assertThat(left.path("milliseconds").isInt()).isTrue();
    }

    @Test
    void showsWhoWasNotToldAndTellsThemAgainWhenAskedTo() throws IOException {
        String path = path(add("Pager", "webhook", receiver.url()));
        receiver.answer(status(500), status(500), status(500), status(500));

        look(Instant.now());

        await().atMost(LONG).until(() -> engineer.get(path).body().path("parked").asInt() == 1);
        assertThat(engineer.get(path).body().path("lastWords").asText()).contains("answered 500");
        look(Instant.now());
        assertThat(kinds(engineer)).contains("alert-untold");
        assertKeeps(engineer.post(path + "/again"), 202, "AlertAgain");
        await().atMost(LONG).until(() -> engineer.get(path).body().path("parked").asInt() == 0);
        await().atMost(LONG).until(() -> receiver.calls.size() == 5);
        assertThat(receiver.calls).extracting(Call::id).containsOnly(receiver.calls.get(0).id());
    }

    @Test
    void endsAReceiverThatIsGone() {
        String path = path(add("Pager", "webhook", receiver.url()));
        receiver.answer(status(410));

        engineer.post(path + "/test");

        await().atMost(LONG).until(() -> !engineer.get(path).body().path("enabled").asBoolean());
        assertThat(engineer.get(path).body().path("disabledReason").asText()).contains("410");
    }

    @Test
    void sendsAgainUnderTheSameIdWhatAKillLeftInDoubt() throws Exception {
        String path = path(add("Pager", "webhook", receiver.url()));
        CamelContext camel = SERAI.part(CamelContext.class);
        AlertTelling telling = SERAI.part(AlertTelling.class);
        List<ClaimedDigest> claimed = new ArrayList<>();
        camel.getRouteController().stopRoute("alert-due");
        try {
            engineer.post(path + "/test");
            await().atMost(LONG).until(() -> claimed.addAll(telling.due()));
        } finally {
            camel.getRouteController().startRoute("alert-due"); // killed before it was sent
        }

        await().atMost(LONG).until(() -> receiver.calls.size() == 1);
        claimed.forEach(telling::send); // one that wakes late sends nothing

        assertThat(receiver.calls).hasSize(1);
        assertThat(receiver.calls.get(0).type()).isEqualTo("alert.test");
    }

    @Test
    void gathersWhatBeginsTogetherIntoOneMailWithWhatHurriesMostFirst() throws Exception {
        CamelContext camel = SERAI.part(CamelContext.class);
        String box = "digest-" + hotel.id() + ".example";
        SQL.sql(
                        "update channel_accounts set state = 'ready', login_changed_at = now() - interval '91 days' where id = ?")
                .param(hotel.account())
                .update();
        SQL.sql(
                        """
                        insert into parked_messages (hotel_id, account_id, route, kind, message_key, reason, first_at)
                        values (?, ?, 'reservation-take', 'reservation', 'key', 'no such room', now() - interval '11 minutes')
                        """)
                .params(hotel.id(), hotel.account())
                .update();
        addForAll("mail", "desk@" + box);
        addForAll("webhook", receiver.url());

        camel.getRouteController().stopRoute("alert-due"); // however slow the look is
        look(Instant.now());
        camel.getRouteController().startRoute("alert-due");

        await().atMost(LONG).until(() -> MailServer.of(box).size() == 1);
        Mail mail = MailServer.of(box).get(0);
        assertThat(mail.subject()).startsWith("Serai: 3 alerts, 2 urgent; ");
        assertThat(mail.text())
                .startsWith("3 alerts, 2 urgent, what hurries most first.")
                .containsSubsequence(
                        "[urgent] ",
                        "There:  http://localhost:",
                        "[urgent] ",
                        "There:  http://localhost:",
                        "[note] The credentials of Booking.com",
                        "There:  http://localhost:");
        await().atMost(LONG).until(() -> receiver.calls.size() == 3);
        assertThat(receiver.calls).extracting(Call::id).doesNotHaveDuplicates();
        assertThat(receiver.calls).extracting(Call::type).containsOnly("alert.raised");
        await().atMost(LONG).until(() -> waiting(box) == 0);
        SQL.sql("delete from parked_messages where hotel_id = ?").param(hotel.id()).update();
    }

    private void addForAll(String way, String address) {
        engineer.post(
                "/api/alert-receivers",
                "{\"hotel\":\"%d\",\"name\":\"All\",\"way\":\"%s\",\"address\":\"%s\",\"leastSeverity\":\"note\"}"
                        .formatted(hotel.id(), way, address));
    }

    private static int waiting(String box) {
        return SQL.sql(
                        "select count(*) from alert_messages m join alert_receivers r on r.id = m.receiver_id where r.address like ? and m.state <> 'done'")
                .param("%@" + box)
                .query(Integer.class)
                .single();
    }

    @Test
    void sendsAReceiverSoManyTestsAMinute() throws IOException {
        String path = path(add("Pager", "webhook", receiver.url())) + "/test";
        for (int n = 0; n < 3; n++) {
            assertKeeps(engineer.post(path), 202, "AlertTest");
        }

        Reply refused = engineer.post(path);

        assertKeeps(refused, 429, "Problem");
        assertThat(refused.whole().headers().firstValue("Retry-After")).contains("60");
        assertThat(refused.body().path("detail").asText())
                .contains("3 sent to Pager within a minute");
        await().atMost(LONG).until(() -> receiver.calls.size() == 3);
        assertThat(receiver.calls).extracting(Call::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsOneReceiverOneThingAtATimeAndTheOthersMeanwhile() throws Exception {
        CamelContext camel = SERAI.part(CamelContext.class);
        AlertTelling telling = SERAI.part(AlertTelling.class);
        String slow = path(add("Slow", "webhook", receiver.url())) + "/test";
        String box = "quick-" + hotel.id() + ".example";
        String quick = path(add("Quick", "mail", "desk@" + box)) + "/test";
        List<ClaimedDigest> claimed = new ArrayList<>();
        camel.getRouteController().stopRoute("alert-due");
        try {
            engineer.post(slow);
            engineer.post(slow);
            engineer.post(quick);

            claimed.addAll(telling.due());
            claimed.addAll(telling.due());
            claimed.forEach(telling::send);
        } finally {
            camel.getRouteController().startRoute("alert-due");
        }

        assertThat(claimed).extracting(it -> it.turn().receiver()).doesNotHaveDuplicates();
        assertThat(receiver.calls).hasSize(2); // its second one in the same turn
        assertThat(MailServer.of(box)).hasSize(1);
    }

    @Test
    void showsAlertsToWhoSeesTheirHotelAndTakesWordFromWhoWorksThere() throws Exception {
        lookAsTheClockDoes();
        Reply list = viewer.get("/api/alerts?kind=credentials-refused&hotel=" + hotel.id());
        assertKeeps(list, 200, "Alerts");
        String path = "/api/alerts/" + list.body().at("/alerts/0/id").asText();
        assertThat(list.body().path("alerts")).hasSize(1);
        SampleHotel other = SampleHotel.another(SERAI.database());
        SQL.sql("delete from user_hotels where hotel_id = ?").param(other.id()).update();

        assertKeeps(viewer.post(path + "/acknowledge"), 403, "Problem");
        Reply known = operator.post(path + "/acknowledge");
        assertKeeps(known, 200, "Alert");
        assertThat(known.body().path("state").asText()).isEqualTo("known");
        assertThat(known.body().path("acknowledgedBy").asText())
                .isEqualTo("user:alerts-operator-" + hotel.id());
        assertKeeps(operator.post(path + "/acknowledge"), 409, "Problem");
        assertKeeps(viewer.get(path), 200, "Alert");
        assertKeeps(viewer.get("/api/alerts?state=lost"), 400, "Problem");
        assertKeeps(stranger(other).get(path), 404, "Problem");
        assertThat(kinds(viewer)).doesNotContain("job-late", "disk-full");
    }

    @Test
    void letsEngineersOfAHotelChangeItsReceiversAlone() throws IOException {
        Reply added = add("Pager", "webhook", receiver.url());
        String path = path(added);

        assertKeeps(operator.get("/api/alert-receivers"), 403, "Problem");
        assertKeeps(
                engineer.post(
                        "/api/alert-receivers",
                        "{\"name\":\"All\",\"way\":\"mail\",\"address\":\"a@b.example\"}"),
                422,
                "Problem");
        Reply changed =
                engineer.patch(path, "{\"kinds\":[\"disk-full\"],\"leastSeverity\":\"urgent\"}");
        assertKeeps(changed, 200, "AlertReceiver");
        assertThat(changed.body().at("/kinds/0").asText()).isEqualTo("disk-full");
        assertKeeps(engineer.patch(path, "{\"kinds\":[\"lost\"]}"), 422, "Problem");
        assertKeeps(engineer.patch(path, "{\"way\":\"mail\"}"), 422, "Problem");
        assertKeeps(add("Again", "webhook", receiver.url()), 422, "Problem");
        assertKeeps(add("Nobody", "mail", "not an address"), 422, "Problem");
        assertKeeps(add("Files", "webhook", "file:///etc/passwd"), 422, "Problem");
        assertKeeps(engineer.delete(path), 200, "AlertReceiver");
        assertKeeps(engineer.get(path), 404, "Problem");
    }

    private ApiClient stranger(SampleHotel of) {
        String login = "alerts-stranger-" + of.id();
        SQL.sql(
                        """
                        with u as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'viewer') returning id)
                        insert into user_hotels (user_id, hotel_id, role) select id, ?, 'admin' from u
                        """)
                .params(login, of.id())
                .update();
        return new ApiClient(SERAI.url(), login);
    }

    private Reply add(String name, String way, String address) {
        return engineer.post(
                "/api/alert-receivers",
                """
                {"hotel":"%d","name":"%s","way":"%s","address":"%s","kinds":["credentials-refused"]}
                """
                        .formatted(hotel.id(), name, way, address));
    }

    private static String path(Reply added) {
        return "/api/alert-receivers/" + added.body().path("id").asText();
    }

    private static List<String> kinds(ApiClient client) {
        return client.get("/api/alerts").body().path("alerts").findValuesAsText("kind");
    }

    private static void lookAsTheClockDoes() throws Exception {
        CamelContext camel = SERAI.part(CamelContext.class);
        Exchange exchange = new DefaultExchange(camel);
        camel.getRoute("alerts-look").getProcessor().process(exchange);
        assertThat(exchange.getException()).isNull();
    }

    private static void look(Instant now) {
        SERAI.part(AlertWatch.class).look(now);
    }
}
