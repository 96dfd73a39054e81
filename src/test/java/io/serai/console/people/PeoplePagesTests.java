package io.serai.console.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who administers, at the pages for users, chains, keys, credentials and the audit. */
class PeoplePagesTests {

    private static final RunningSerai SERAI = RunningSerai.shared();

    private static SampleHotel hotel;
    private static Visitor boss;

    @BeforeAll
    static void anAdmin() {
        hotel = SampleHotel.another(SERAI.database());
        boss = Visitor.signedIn(Visitor.user("admin"));
        boss.get("/people/users");
    }

    @AfterAll
    static void nobodyCallsForItAnyMore() {
        SERAI.sql()
                .sql("delete from third_party_integrations where id = ?")
                .param(hotel.connection())
                .update();
    }

    @Test
    void addsAUserWhoseMadeUpPasswordIsShownOnce() {
        String page =
                followed(
                        boss.post(
                                "/people/users",
                                Map.of(
                                        "login",
                                        "pages-anna",
                                        "role",
                                        "viewer",
                                        "enabled",
                                        "true",
                                        "place",
                                        "hotel:" + hotel.id(),
                                        "placeRole",
                                        "operator")));

        String password = shown(page);
        assertThat(signsIn("pages-anna", password)).isTrue();
        assertThat(boss.get(user("pages-anna")).body()).doesNotContain(password, "id=\"secret\"");
        assertThat(boss.get("/people/users?q=pages-anna").body()).contains(": operator");
    }

    @Test
    void keepsAUserOutWhoIsDisabledAndSaysWhatCannotBe() {
        String login = Visitor.user("operator", hotel.id());
        Visitor visitor = Visitor.signedIn(login);

        HttpResponse<String> taken =
                boss.post("/people/users", Map.of("login", login, "role", "viewer"));
        HttpResponse<String> odd =
                boss.post("/people/users", Map.of("login", "two words", "role", "viewer"));
        boss.post(
                user(login),
                Map.of("role", "operator", "place", "", "placeRole", "", "seen", seen(login)));

        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("it has to be a new one");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(odd.body()).contains("value=\"two words\"");
        assertThat(visitor.get("/jobs").statusCode()).isEqualTo(302);
        assertThat(boss.get("/people/users/999999999").statusCode()).isEqualTo(404);
        assertThat(boss.post(user(login), Map.of("role", "king")).statusCode()).isEqualTo(422);
    }

    @Test
    void letsNobodyInAgainByAFormFromBefore() {
        String login = Visitor.user("operator", hotel.id());
        String before = seen(login);
        Map<String, String> stale =
                Map.of(
                        "role", "operator",
                        "enabled", "true",
                        "place", "hotel:" + hotel.id(),
                        "placeRole", "",
                        "seen", before);

        var disabled = boss.post(user(login), Map.of("role", "operator", "seen", before));
        var late = boss.post(user(login), stale);
        String password = shown(followed(boss.post(user(login) + "/password", Map.of())));

        assertThat(disabled.statusCode()).isEqualTo(302);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("somebody else changed them", "value=\"" + seen(login) + "\"")
                .doesNotContain("value=\"" + before + "\"");
        assertThat(boss.post(user(login), Map.of("role", "admin")).statusCode()).isEqualTo(409);
        assertThat(signsIn(login, password)).isFalse();
        assertThat(boss.get("/people/users?q=" + login).body()).doesNotContain(": admin");
    }

    @Test
    void makesAChainAndGivesARoleAtIt() {
        String login = Visitor.user("viewer");
        boss.post(
                "/people/chains",
                Map.of("code", "pages-casas", "name", "Casas", "hotels", "" + hotel.id()));

        boss.post(
                user(login),
                Map.of(
                        "role",
                        "viewer",
                        "enabled",
                        "true",
                        "place",
                        "chain:pages-casas",
                        "placeRole",
                        "operator",
                        "seen",
                        seen(login)));

        assertThat(boss.get("/people/chains?q=pages").body()).contains("pages-casas", "operator");
        assertThat(boss.get("/people/chains/of/pages-casas").body())
                .contains("checked=\"checked\"");
        assertThat(grants(login)).isEqualTo("operator");
        assertThat(
                        boss.post("/people/chains", Map.of("code", "pages-casas", "name", "Again"))
                                .statusCode())
                .isEqualTo(409);
    }

    @Test
    void putsHotelsOnAListByTheirNamesAndSavesNothingBefore() {
        String called = "Pages Inn " + hotel.id();
        SERAI.sql()
                .sql("update hotels set name = ? where id = ?")
                .params(called, hotel.id())
                .update();

        HttpResponse<String> listed =
                boss.post(
                        "/people/chains",
                        Map.of("code", "named", "name", "Named", "add", called, "more", "true"));
        HttpResponse<String> unknown =
                boss.post(
                        "/people/chains",
                        Map.of("code", "named", "name", "Named", "add", "Hotel Nowhere"));
        HttpResponse<String> key =
                boss.post(
                        "/people/keys",
                        Map.of("name", "named", "rights", "read", "add", "Hotel Nowhere"));
        HttpResponse<String> entered =
                boss.post(
                        "/people/chains", Map.of("code", "named", "name", "Named", "add", called));
        HttpResponse<String> keyEntered =
                boss.post("/people/keys", Map.of("name", "named", "rights", "read", "add", called));
        int before = boss.get("/people/chains/of/named").statusCode();
        boss.post(
                "/people/chains",
                Map.of("code", "named", "name", "Named", "hotels", "" + hotel.id()));

        String ticked = "name=\"hotels\" value=\"" + hotel.id() + "\"";
        assertThat(listed.statusCode()).isEqualTo(200);
        assertThat(listed.body()).contains(ticked, called + " (" + hotel.id() + ")");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("None of your hotels is called &#39;Hotel Nowhere&#39;.");
        assertThat(key.statusCode()).isEqualTo(422);
        assertThat(entered.statusCode()).isEqualTo(200);
        assertThat(entered.body()).contains(ticked, "Nothing is saved yet.", "hidden>Make<");
        assertThat(keyEntered.body()).contains(ticked, "Nothing is saved yet.", "hidden>Make<");
        assertThat(before).isEqualTo(404);
        assertThat(boss.get("/people/keys?q=named").body()).contains("No key matches");
        assertThat(boss.get("/people/chains/of/named").body()).contains(ticked);
    }

    @Test
    void asksOfEachFieldWhichOfSeveralHotelsIsMeantAndTakesTheAnswer() {
        SampleHotel other = SampleHotel.another(SERAI.database());
        String part = "Which " + hotel.id();
        call(hotel, part + " North");
        call(other, part + " South");

        String asked =
                boss.form(
                                "/people/chains",
                                List.of(
                                        Map.entry("code", "which"),
                                        Map.entry("name", "Which"),
                                        Map.entry("add", "Hotel Nowhere"),
                                        Map.entry("add", part)))
                        .body();
        String answered =
                boss.post(
                                "/people/chains",
                                Map.of(
                                        "code",
                                        "which",
                                        "name",
                                        "Which",
                                        "add",
                                        part,
                                        "meant",
                                        other.id() + " " + part))
                        .body();

        String emptied =
                boss.post(
                                "/people/chains",
                                Map.of(
                                        "code",
                                        "which",
                                        "name",
                                        "Which",
                                        "add",
                                        "",
                                        "meant",
                                        other.id() + " " + part))
                        .body();

        assertThat(emptied).contains("name=\"hotels\" value=\"" + other.id() + "\"");
        assertThat(asked)
                .contains("aria-describedby=\"which-1\"", "id=\"which-1\"")
                .contains("aria-describedby=\"which-2\"", "id=\"which-2\"")
                .contains("None of your hotels is called &#39;Hotel Nowhere&#39;.")
                .contains("Several of your hotels match &#39;" + part + "&#39;. Which one?")
                .contains("name=\"meant\" value=\"" + other.id() + " " + part + "\"");
        assertThat(answered)
                .contains("name=\"hotels\" value=\"" + other.id() + "\"")
                .doesNotContain("which-1", "name=\"hotels\" value=\"" + hotel.id() + "\"");
    }

    @Test
    void changesNoChainThatSomebodyElseChangedSinceItWasShown() {
        SampleHotel other = SampleHotel.another(SERAI.database());
        String chain = "/people/chains/of/stale";
        boss.post(
                "/people/chains",
                Map.of("code", "stale", "name", "Stale", "hotels", "" + hotel.id()));
        String seen = stamp(boss.get(chain).body());
        SERAI.sql()
                .sql(
                        "update hotels set chain_id = (select id from chains where code = 'stale') where id = ?")
                .param(other.id())
                .update();
        Map<String, String> form = Map.of("name", "Other", "hotels", "" + hotel.id(), "seen", seen);

        HttpResponse<String> late = boss.post(chain, form);
        String listed =
                boss.post(chain, Map.of("name", "Other", "add", "" + hotel.id(), "seen", seen))
                        .body();
        int again =
                boss.post(
                                chain,
                                Map.of(
                                        "name",
                                        "Other",
                                        "hotels",
                                        "" + hotel.id(),
                                        "seen",
                                        stamp(late.body())))
                        .statusCode();

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body())
                .contains("Somebody changed this chain meanwhile")
                .contains("name=\"hotels\" value=\"" + other.id() + "\"", "value=\"Stale\"");
        assertThat(stamp(listed)).isEqualTo(seen);
        assertThat(again).isEqualTo(302);
        assertThat(boss.get(chain).body())
                .contains("value=\"Other\"")
                .doesNotContain("name=\"hotels\" value=\"" + other.id() + "\"");
    }

    @Test
    void asksWhichPlaceIsMeantWhereAChainIsCalledAsAHotelIs() {
        String login = Visitor.user("viewer");
        String called = "Twin " + hotel.id();
        String chain = "chain " + called + " (" + hotel.id() + ")";
        call(hotel, called);
        boss.post("/people/chains", Map.of("code", "" + hotel.id(), "name", called));

        HttpResponse<String> byName = boss.post(user(login), placed(login, called, "operator"));
        HttpResponse<String> byNumber =
                boss.post(user(login), placed(login, "" + hotel.id(), "operator"));
        int clear =
                boss.post(user(login), placed(login, called + " (" + hotel.id() + ")", "operator"))
                        .statusCode();

        assertThat(byName.statusCode()).isEqualTo(422);
        assertThat(byName.body())
                .contains("&#39;" + called + "&#39; may be " + chain + ", or " + called + " (")
                .contains("Which one?", "value=\"" + called + "\"");
        assertThat(byNumber.statusCode()).isEqualTo(422);
        assertThat(byNumber.body()).contains(chain + ", or " + called + " (");
        assertThat(clear).isEqualTo(302);
        assertThat(grants(login)).isEqualTo("operator");
    }

    @Test
    void offersTheHotelsThatAFieldTakesAndNoOthers() {
        SampleHotel other = SampleHotel.another(SERAI.database());
        call(hotel, "Offered " + hotel.id() + " A");
        call(other, "Offered " + hotel.id() + " B");
        String login = Visitor.user("viewer", hotel.id(), other.id());
        SERAI.sql()
                .sql(
                        "update user_hotels set role = 'admin' where hotel_id = ? and user_id = (select id from users where login = ?)")
                .params(hotel.id(), login)
                .update();
        Visitor theirs = Visitor.signedIn(login);
        theirs.get("/hotels/" + other.id() + "/today");
        String named = "/hotels/named?add=offered+" + hotel.id();

        String all = theirs.get(named).body();
        String administered = theirs.get(named + "&right=admin").body();
        String keys = datalist(theirs.get("/people/keys").body());
        String audit = datalist(theirs.get("/audit").body());

        assertThat(all).contains(hotel.id() + " A (", hotel.id() + " B (");
        for (String offered : List.of(administered, keys, audit)) {
            assertThat(offered).contains(hotel.id() + " A (").doesNotContain(hotel.id() + " B (");
        }
        assertThat(theirs.get("/people/keys").body()).contains("/hotels/named?right=admin");
        assertThat(theirs.get("/audit").body()).contains("/hotels/named?right=admin");
        assertThat(theirs.get(named + "&right=king").statusCode()).isEqualTo(404);
    }

    private static String datalist(String page) {
        return page.replaceAll("(?s).*<datalist id=\"hotels-named\">(.*?)</datalist>.*", "$1");
    }

    private static void call(SampleHotel hotel, String name) {
        SERAI.sql()
                .sql("update hotels set name = ? where id = ?")
                .params(name, hotel.id())
                .update();
    }

    @Test
    void givesARoleAtAPlaceThatIsNamedAndAtNoneThatNobodyKnows() {
        String login = Visitor.user("viewer");
        SERAI.sql()
                .sql("update hotels set name = ? where id = ?")
                .params("Pages Inn " + hotel.id(), hotel.id())
                .update();

        HttpResponse<String> nowhere =
                boss.post(user(login), placed(login, "Hotel Nowhere", "operator"));
        boss.post(user(login), placed(login, "pages inn " + hotel.id(), "operator"));
        String page = boss.get(user(login)).body();
        String offered = boss.get("/people/users/places?place=pages+inn").body();

        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("&#39;Hotel Nowhere&#39; is no place");
        assertThat(grants(login)).isEqualTo("operator");
        assertThat(page).contains("value=\"Pages Inn " + hotel.id() + " (" + hotel.id() + ")\"");
        assertThat(offered).contains("Pages Inn " + hotel.id());
    }

    private static Map<String, String> placed(String login, String place, String role) {
        return Map.of(
                "role",
                "viewer",
                "enabled",
                "true",
                "place",
                place,
                "placeRole",
                role,
                "seen",
                seen(login));
    }

    @Test
    void ordersUsersByTheColumnThatItsAddressNames() {
        String one = Visitor.user("viewer");
        String other = Visitor.user("viewer");

        String turned = boss.get("/people/users?q=viewer-&sort=login-last").body();
        String usual = boss.get("/people/users?q=" + one).body();

        assertThat(turned).contains("aria-sort=\"descending\"");
        assertThat(usual).contains("aria-sort=\"ascending\"", "sort=login-last");
        assertThat(boss.get("/people/users?q=" + other).body()).doesNotContain(">" + one + "<");
    }

    @Test
    void makesRotatesAndRevokesAKey() {
        String made =
                shown(
                        followed(
                                boss.post(
                                        "/people/keys",
                                        Map.of(
                                                "name",
                                                "pages-pms",
                                                "rights",
                                                "read",
                                                "hotels",
                                                "" + hotel.id(),
                                                "days",
                                                "20"))));
        String id = keyId("pages-pms");

        String rotated = shown(followed(boss.post("/people/keys/" + id + "/rotate", Map.of())));

        assertThat(status(made)).isEqualTo(200);
        assertThat(status(rotated)).isEqualTo(200);
        String page = boss.get("/people/keys?q=pages-pms").body();
        assertThat(page).contains("the secret before", "in 1").doesNotContain(made, rotated);
        String same = "/people/keys?q=pages-pms&state=any";
        var revoked = boss.post(same.replace("?", "/" + id + "/revoke?"), Map.of());
        assertThat(revoked.headers().firstValue("Location").orElse("")).endsWith(same);
        assertThat(status(rotated)).isEqualTo(401);
        assertThat(boss.get("/people/keys?q=pages-pms").body()).contains("No key matches");
        assertThat(boss.get("/people/keys?q=pages-pms&state=revoked").body()).contains("pages-pms");
        assertThat(boss.post("/people/keys/" + id + "/rotate", Map.of()).statusCode())
                .isEqualTo(409);
        assertThat(boss.post("/people/keys", Map.of("name", "pages-no")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void showsWhoDidWhatAndReckonsTheSealsAnew() {
        String login = Visitor.user("viewer");
        boss.post(
                user(login),
                Map.of(
                        "role",
                        "finance",
                        "enabled",
                        "true",
                        "place",
                        "",
                        "placeRole",
                        "",
                        "seen",
                        seen(login)));

        String found = boss.get("/audit?hotel=none&subject=users&act=update").body();
        String verified = followed(boss.post("/audit/verify", Map.of()));

        assertThat(found).contains("role: viewer → finance");
        assertThat(verified).containsAnyOf("As it was written: ", "Changed since it was written: ");
        assertThat(boss.get("/audit?hotel=none&actor=nobody-at-all").body())
                .contains("Nothing on record matches");
        assertThat(boss.get("/audit?hotel=none&to=2020-01-01").body())
                .contains("Nothing on record matches");
        assertThat(followed(boss.post("/audit/verify", Map.of("head", "xyz"))))
                .contains("is no head");
    }

    @Test
    void saysWhatToDoAboutCredentialsThatAreOld() {
        SERAI.sql()
                .sql(
                        "update channel_accounts set login_changed_at = now() - interval '100 days' where id = (select account_id from third_party_integrations where id = ?)")
                .param(hotel.connection())
                .update();

        String page = boss.get("/people/credentials?due=old").body();

        assertThat(page)
                .contains(
                        "/hotels/" + hotel.id() + "/connections/" + hotel.connection(),
                        "They are old");
    }

    @Test
    void showsWhoAdministersOneHotelNoMoreThanThat() {
        String login = Visitor.user("viewer");
        SERAI.sql()
                .sql(
                        "insert into user_hotels (user_id, hotel_id, role) select id, ?, 'admin' from users where login = ?")
                .params(hotel.id(), login)
                .update();
        Visitor theirs = Visitor.signedIn(login);

        assertThat(theirs.get("/people/users").statusCode()).isEqualTo(302);
        assertThat(theirs.get("/people/keys").body()).doesNotContain("/people/chains");
        assertThat(theirs.get("/audit").statusCode()).isEqualTo(200);
        assertThat(theirs.get("/audit?hotel=none").statusCode()).isEqualTo(403);
        assertThat(theirs.post("/audit/verify", Map.of()).statusCode()).isEqualTo(403);
        assertThat(
                        theirs.post(
                                        "/people/keys",
                                        Map.of("name", "x", "rights", "read", "everywhere", "true"))
                                .statusCode())
                .isEqualTo(403);
        assertThat(theirs.post("/people/users", Map.of("login", "eve")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void opensToNobodyElse() {
        for (String role : new String[] {"viewer", "operator", "finance", "engineer"}) {
            Visitor visitor = Visitor.signedIn(Visitor.user(role, hotel.id()));
            for (String page :
                    new String[] {
                        "/people/users",
                        "/people/users/new",
                        "/people/chains",
                        "/people/keys",
                        "/people/credentials",
                        "/audit"
                    }) {
                assertThat(visitor.get(page).statusCode()).as(role + " at " + page).isEqualTo(403);
            }
        }
    }

    private static String followed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return boss.get(URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath())
                .body();
    }

    private static String shown(String page) {
        Matcher secret =
                Pattern.compile("<input id=\"secret\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(secret.find()).as(page).isTrue();
        return secret.group(1);
    }

    /** What the form of a user says that it was made from. */
    private static String seen(String login) {
        return stamp(boss.get(user(login)).body());
    }

    private static String stamp(String page) {
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(seen.find()).as(page).isTrue();
        return seen.group(1);
    }

    private static String user(String login) {
        return "/people/users/"
                + SERAI.sql()
                        .sql("select id from users where login = ?")
                        .param(login)
                        .query(Long.class)
                        .single();
    }

    private static String keyId(String name) {
        return SERAI.sql()
                .sql("select id::text from api_keys where name = ? order by id desc limit 1")
                .param(name)
                .query(String.class)
                .single();
    }

    private static String grants(String login) {
        return SERAI.sql()
                .sql("select role from user_grants where login = ? and hotel_id = ?")
                .params(login, hotel.id())
                .query(String.class)
                .single();
    }

    private static boolean signsIn(String login, String password) {
        return !Visitor.nobody()
                .signIn(login, password)
                .headers()
                .firstValue("Location")
                .orElse("/login")
                .contains("/login");
    }

    private static int status(String key) {
        return Visitor.nobody()
                .get("/api/connections", "Authorization", "Bearer " + key)
                .statusCode();
    }
}
