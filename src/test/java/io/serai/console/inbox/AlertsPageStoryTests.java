package io.serai.console.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.serai.alert.AlertWatch;
import io.serai.console.Axe;
import io.serai.console.Browsing;
import io.serai.console.Visitor;
import io.serai.testing.MailServer;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People at the pages of alerts. */
class AlertsPageStoryTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private SampleHotel hotel;

    @BeforeEach
    void aHotelWhoseConnectionIsStopped() {
        hotel = SampleHotel.another(SERAI.database());
        SERAI.sql()
                .sql(
                        "update third_party_integrations set state = 'broken', state_reason = 'Property 4711 is not active' where id = ?")
                .param(hotel.connection())
                .update();
        SERAI.sql()
                .sql(
                        "update channel_accounts set login_changed_at = now() - interval '91 days' where id = ?")
                .param(hotel.account())
                .update();
    }

    @AfterEach
    void leaveIt() {
        SERAI.sql()
                .sql("update third_party_integrations set state = 'disconnected' where id = ?")
                .param(hotel.connection())
                .update();
    }

    private String person(String role) {
        String login = Visitor.user("viewer", hotel.id());
        SERAI.sql()
                .sql(
                        "update user_hotels set role = ? where hotel_id = ? and user_id = (select id from users where login = ?)")
                .params(role, hotel.id(), login)
                .update();
        return login;
    }

    /** The hotel's account serves another one, too. */
    private void serveAnother() {
        SampleHotel other = SampleHotel.another(SERAI.database());
        SERAI.sql()
                .sql(
                        "update third_party_integrations set account_id = ?, is_enabled = false where id = ?")
                .params(hotel.account(), other.connection())
                .update();
    }

    private static void look() {
        SERAI.part(AlertWatch.class).look(Instant.now());
    }

    @Test
    void hasSomebodyToldAndNotesWhoKnows() {
        String box = "story-" + hotel.id() + ".example";
        try (Browsing browsing = Browsing.begin()) {
            Page page = browsing.open(1280, 900, ColorScheme.LIGHT);
            Browsing.signIn(page, person("engineer"));
            page.navigate("/inbox/receivers");
            Axe.check(page);
            page.getByLabel("Name").fill("Night desk");
            page.getByLabel("Address").fill("night@" + box);
            page.getByLabel("From this severity on").selectOption("note");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add")).click();
            assertThat(page.locator(".said")).containsText("Added.");
            page.getByText("Send a test message").click();
            assertThat(page.locator(".said")).containsText("A test is being sent to Night desk");
            await().atMost(Duration.ofSeconds(30)).until(() -> MailServer.of(box).size() == 1);
            await().atMost(Duration.ofSeconds(30))
                    .until(
                            () -> {
                                page.reload();
                                return page.locator("tbody tr").textContent().contains("taken");
                            });
            Browsing.picture(page, "alert-receivers");
            look();

            page.navigate("/hotels/" + hotel.id() + "/today");
            assertThat(page.locator("#need-alerts"))
                    .containsText("2 alerts that nobody knows of yet");
            page.locator("#need-alerts").click();
            assertThat(page.locator(".alerts li")).hasCount(2);
            assertThat(page.locator(".alerts li.urgent"))
                    .containsText("Property 4711 is not active");
            Browsing.picture(page, "alerts");
            Axe.check(page);
            page.locator(".alerts li.urgent button").click();
            assertThat(page.locator(".said")).containsText("Noted that you know");
            assertThat(page.locator(".alerts li.urgent .who-knows")).isVisible();
            page.locator(".alerts li.urgent a").click();
            assertThat(page)
                    .hasURL(
                            SERAI.url()
                                    + "/hotels/"
                                    + hotel.id()
                                    + "/connections/"
                                    + hotel.connection());

            Page phone = browsing.open(390, 844, ColorScheme.DARK);
            Browsing.signIn(phone, person("engineer"));
            phone.navigate("/inbox/alerts");
            Axe.check(phone);
            Browsing.picture(phone, "alerts-phone");
            phone.navigate("/inbox/receivers");
            Axe.check(phone);
            Browsing.picture(phone, "alert-receivers-phone");
            serveAnother();
            phone.navigate("/accounts/" + hotel.account() + "/credentials");
            assertThat(phone.locator("h1")).hasText("Booking.com: one account, 2 hotels");
            assertThat(phone.locator("main"))
                    .containsText("somebody who administers all hotels that it serves");
            Axe.check(phone);
            Browsing.picture(phone, "account-phone");
            phone.locator("#connection-" + hotel.connection() + " a").click();
            assertThat(phone)
                    .hasURL(
                            SERAI.url()
                                    + "/hotels/"
                                    + hotel.id()
                                    + "/connections/"
                                    + hotel.connection());
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> MailServer.of(box).size() >= 2);
    }

    @Test
    void letsEachDoWhatTheirRoleDoes() {
        look();
        Visitor viewer = Visitor.signedIn(person("viewer"));
        Visitor operator = Visitor.signedIn(person("operator"));
        Visitor stranger = Visitor.signedIn(Visitor.user("operator"));
        String filter = "/inbox/alerts?kind=connection-stopped&hotel=" + hotel.id();
        String alert =
                SERAI.sql()
                        .sql(
                                "select id::text from alarms where what = 'connection-stopped' and hotel_id = ?")
                        .param(hotel.id())
                        .query(String.class)
                        .single();

        assertThat(viewer.get(filter).body())
                .contains("alert-" + alert, "Property 4711 is not active")
                .doesNotContain("I know of it", "Who is told of them");
        assertThat(viewer.post("/inbox/alerts/" + alert + "/acknowledge", Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(viewer.get("/inbox/receivers").statusCode()).isEqualTo(403);
        assertThat(stranger.get("/inbox/alerts").body()).doesNotContain("alert-" + alert);
        assertThat(stranger.post("/inbox/alerts/" + alert + "/acknowledge", Map.of()).statusCode())
                .isIn(403, 404);
        assertThat(operator.get(filter).body()).contains("I know of it");
        operator.post("/inbox/alerts/" + alert + "/acknowledge", Map.of());
        assertThat(operator.get(filter).body()).contains("known to").doesNotContain("I know of it");
        assertThat(operator.get(filter + "&state=ended").body()).contains("No alert matches.");
    }

    @Test
    void leadsFromAnAccountOfSeveralHotelsToWhereItsCredentialsAreEntered() {
        serveAnother();
        String account = "/accounts/" + hotel.account() + "/credentials";
        String form =
                "/hotels/" + hotel.id() + "/connections/" + hotel.connection() + "/credentials";

        var admin = Visitor.signedIn(Visitor.user("admin")).get(account);
        var operator = Visitor.signedIn(person("operator")).get(account);
        var stranger = Visitor.signedIn(Visitor.user("operator")).get(account);

        assertThat(admin.body()).contains("one account", "2 hotels", form);
        assertThat(operator.body())
                .contains("2 hotels", "You see one connection")
                .doesNotContain(form);
        assertThat(stranger.statusCode()).isEqualTo(404);
    }

    @Test
    void sendsSoManyTestsAMinuteAndSaysSo() {
        String box = "tests-" + hotel.id() + ".example";
        Visitor engineer = Visitor.signedIn(person("engineer"));
        engineer.post(
                "/inbox/receivers",
                Map.of(
                        "name",
                        "Desk",
                        "way",
                        "mail",
                        "address",
                        "a@" + box,
                        "least",
                        "note",
                        "hotel",
                        "" + hotel.id(),
                        "enabled",
                        "true"));
        String test =
                "/inbox/receivers/"
                        + SERAI.sql()
                                .sql("select id from alert_receivers where address = ?")
                                .param("a@" + box)
                                .query(Long.class)
                                .single()
                        + "/test";
        for (int n = 0; n < 3; n++) {
            var sent = engineer.post(test + "?q=desk&sort=state", Map.of());
            assertThat(sent.headers().firstValue("Location").orElse(""))
                    .endsWith("/inbox/receivers?q=desk&sort=state");
        }

        var refused = engineer.post(test + "?q=desk&sort=state", Map.of());

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.body()).contains("value=\"desk\"", "/test?q=desk&amp;");
        assertThat(refused.body()).contains("Desk was sent enough tests for now. Wait a minute");
        await().atMost(Duration.ofSeconds(30)).until(() -> MailServer.of(box).size() == 3);
    }

    @Test
    void findsAReceiverAmongManyByItsNameAndItsHotel() {
        SampleHotel other = SampleHotel.another(SERAI.database());
        SERAI.sql()
                .sql(
                        """
                        insert into alert_receivers (hotel_id, name, way, address, least_severity, is_enabled)
                        select :hotel, 'Many ' || n, 'mail', 'many-' || n || '-' || :hotel || '@hotel.example', 'warning', n = 101 from generate_series(101, 160) n
                        """)
                .param("hotel", hotel.id())
                .update();
        String login = person("engineer");
        Visitor engineer = Visitor.signedIn(login);
        String list = "/inbox/receivers?q=many-&of=" + hotel.id();

        String first = engineer.get(list).body();
        String last = engineer.get(list + "&sort=name-last").body();
        String on = engineer.get(list + "&told=on").body();
        String nobody = engineer.get("/inbox/receivers?of=" + other.id()).body();
        SERAI.sql()
                .sql(
                        """
                        insert into alert_receivers (hotel_id, name, way, address, least_severity, is_enabled)
                        values (null, 'All of ' || :hotel, 'mail', 'all-' || :hotel || '@hotel.example', 'urgent', false)
                        """)
                .param("hotel", hotel.id())
                .update();
        Visitor admin = Visitor.signedIn(Visitor.user("admin"));
        String told = "/inbox/receivers?q=all-" + hotel.id() + "&of=";

        assertThat(first)
                .contains("Page 1 of 2, 60 in all", ">Many 101<")
                .doesNotContain(">Many 160<");
        assertThat(last)
                .contains("aria-sort=\"descending\"", ">Many 160<")
                .doesNotContain(">Many 101<");
        assertThat(on).contains(">Many 101<").doesNotContain(">Many 102<");
        assertThat(admin.get(told + other.id()).body()).contains(">All of " + hotel.id() + "<");
        assertThat(admin.get(told + "none-of-them").body())
                .doesNotContain(">All of " + hotel.id() + "<");
        assertThat(nobody).contains("None of your hotels is called").doesNotContain(">Many 101<");
    }

    @Test
    void findsWhoIsToldOfAllHotelsAmongThoseToldOfOne() {
        SERAI.sql()
                .sql(
                        """
                        insert into alert_receivers (hotel_id, name, way, address, least_severity)
                        values (null, 'Everywhere', 'mail', 'all-' || :hotel || '@hotel.example', 'urgent'),
                               (:hotel, 'Here', 'mail', 'here-' || :hotel || '@hotel.example', 'urgent')
                        """)
                .param("hotel", hotel.id())
                .update();
        Visitor engineer = Visitor.signedIn(Visitor.user("engineer"));
        String list = "/inbox/receivers?q=" + hotel.id() + "@hotel.example&of=";

        assertThat(engineer.get(list + hotel.id()).body()).contains(">Everywhere<", ">Here<");
        assertThat(engineer.get(list + "Hotel+Nowhere").body())
                .doesNotContain(">Everywhere<", ">Here<");
    }

    @Test
    void asksWhichHotelIsMeantAndOffersNoneThatItRefuses() {
        SampleHotel second = SampleHotel.another(SERAI.database());
        SampleHotel third = SampleHotel.another(SERAI.database());
        String part = "Bell " + hotel.id();
        SERAI.sql()
                .sql("update hotels set name = ? || ' ' || id where id in (?, ?, ?)")
                .params(part, hotel.id(), second.id(), third.id())
                .update();
        String login = Visitor.user("viewer", hotel.id(), second.id(), third.id());
        SERAI.sql()
                .sql(
                        "update user_hotels set role = 'engineer' where hotel_id in (?, ?) and user_id = (select id from users where login = ?)")
                .params(hotel.id(), second.id(), login)
                .update();
        Visitor engineer = Visitor.signedIn(login);
        String page = engineer.get("/inbox/receivers").body();
        Map<String, String> entry =
                Map.of(
                        "name",
                        "Bell desk",
                        "way",
                        "mail",
                        "address",
                        "bell@hotel.example",
                        "least",
                        "note",
                        "hotel",
                        part);

        var asked = engineer.post("/inbox/receivers", entry);
        Map<String, String> answer = new HashMap<>(entry);
        answer.put("meant", second.id() + " " + part);
        var answered = engineer.post("/inbox/receivers", answer);

        assertThat(page)
                .contains("/hotels/named?right=engineer", part + " " + second.id())
                .doesNotContain("value=\"" + part + " " + third.id());
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body())
                .contains("aria-describedby=\"which-hotel\"", "id=\"which-hotel\"")
                .contains("Several of your hotels match", "value=\"" + second.id() + " " + part)
                .doesNotContain("value=\"" + third.id() + " " + part);
        assertThat(answered.body())
                .contains("value=\"" + part + " " + second.id() + " (", "Bell desk")
                .doesNotContain("id=\"which-hotel\"", ">Bell desk<");
    }

    @Test
    void changesNoReceiverThatSomebodyElseChangedSinceItWasShown() {
        String address = "stale-" + hotel.id() + "@hotel.example";
        Long id =
                SERAI.sql()
                        .sql(
                                "insert into alert_receivers (hotel_id, name, way, address, least_severity) values (?, 'Stale', 'mail', ?, 'urgent') returning id")
                        .params(hotel.id(), address)
                        .query(Long.class)
                        .single();
        Visitor engineer = Visitor.signedIn(person("engineer"));
        String path = "/inbox/receivers/" + id;
        Map<String, String> form =
                new HashMap<>(
                        Map.of("name", "Mine", "way", "mail", "address", address, "least", "note"));
        form.put("seen", seen(engineer.get(path).body()));
        SERAI.sql()
                .sql("update alert_receivers set kinds = '{disk-full}' where id = ?")
                .param(id)
                .update();

        var late = engineer.post(path, form);
        form.put("seen", seen(late.body()));
        int again = engineer.post(path, form).statusCode();

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody changed this receiver meanwhile", "value=\"Stale\"");
        assertThat(again).isEqualTo(302);
        assertThat(engineer.get("/inbox/receivers?q=" + address).body()).contains(">Mine<");
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void refusesAReceiverThatCannotBeWithWords() {
        Visitor engineer = Visitor.signedIn(person("engineer"));
        Map<String, String> entry =
                Map.of(
                        "name",
                        "Desk",
                        "way",
                        "webhook",
                        "address",
                        "ftp://127.0.0.1",
                        "least",
                        "note",
                        "hotel",
                        "" + hotel.id());

        var refused = engineer.post("/inbox/receivers", entry);
        var everywhere =
                engineer.post(
                        "/inbox/receivers",
                        Map.of(
                                "name",
                                "Desk",
                                "way",
                                "mail",
                                "address",
                                "a@b.example",
                                "least",
                                "note",
                                "hotel",
                                ""));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("(expected: https)", "ftp://127.0.0.1");
        assertThat(everywhere.statusCode()).isEqualTo(422);
        assertThat(everywhere.body()).contains("Say which hotel: its name or number.");
    }
}
