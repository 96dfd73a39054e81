package io.serai.console.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Many nights changed without a browser: forms and links alone. */
class RatesPageTests {

    private static final LocalDate NIGHT = LocalDate.now(ZoneId.of("Europe/Lisbon")).plusDays(4);
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([0-9a-f]+)\"");

    private final RunningSerai serai = RunningSerai.shared();
    private final JdbcClient sql = serai.sql();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));
    private final String page = "/hotels/" + hotel.id() + "/rates";

    @BeforeEach
    void sell() {
        sql.sql("update third_party_integrations set is_enabled = false where id = ?")
                .param(hotel.connection())
                .update();
        hotel.sell(serai.database(), NIGHT, NIGHT.plusDays(9), 5, 120_00);
        visitor.get(page);
    }

    @Test
    void showsWhatABulkChangeWouldDoAndWritesNothing() {
        String preview = change("move", "percent", "by", "10").body();

        assertThat(preview)
                .contains("10 nights of 1 plan: EUR 120.00 → EUR 132.00")
                .contains("Garden Double");
        assertThat(prices()).isEqualTo("{12000}");
    }

    @Test
    void changesAndTakesBack() {
        apply("move", "percent", "by", "10", "minThrough", "3");
        String changed = prices();
        String listed = visitor.get(page).body();

        visitor.post(page + "/undo", Map.of("id", edit()));

        assertThat(changed).isEqualTo("{12000} {13200} 3");
        assertThat(listed).contains("EUR 120.00, no min stay → EUR 132.00, min stay 3");
        assertThat(prices()).isEqualTo("{12000}");
        assertThat(visitor.get(page).body()).contains("taken back");
    }

    @Test
    void takesNothingBackThatSomebodyChangedSince() {
        apply("move", "set", "by", "99.00");
        sql.sql("update rate_nights set min_through = 2 where product_id = ? and night = ?")
                .params(hotel.product(), NIGHT)
                .update();

        var undone =
                visitor.post(page + "/undo", Map.of("id", edit()), "HX-Request", "true").body();

        assertThat(undone).contains("9 nights are as before").contains("1 stay as they are");
        assertThat(prices()).isEqualTo("{12000} {9900} 2");
    }

    @Test
    void appliesNothingWhereNightsAreOthersThanThePreviewShowed() {
        Map<String, String> wish = wish("move", "percent", "by", "10");
        wish.put("stamp", stamp(visitor.post(page + "/bulk", wish, "HX-Request", "true")));
        sql.sql("update rate_nights set prices = '{20000}' where product_id = ? and night = ?")
                .params(hotel.product(), NIGHT)
                .update();

        var answer = visitor.post(page + "/bulk", wish, "HX-Request", "true");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("changed some of these nights").contains("220.00");
        assertThat(prices()).isEqualTo("{20000}");
    }

    @Test
    void copiesFromAnotherPeriod() {
        sql.sql(
                        "update rate_nights set prices = '{15000}', cta = true where product_id = ? and night = ?")
                .params(hotel.product(), NIGHT.plusDays(5))
                .update();

        apply(
                "copyFrom",
                NIGHT.plusDays(5).toString(),
                "to",
                NIGHT.toString(),
                "copyRestrictions",
                "yes");

        assertThat(prices()).isEqualTo("{12000} {15000}");
        assertThat(
                        sql.sql("select cta from rate_nights where product_id = ? and night = ?")
                                .params(hotel.product(), NIGHT)
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void leavesPlansThatAreMadeFromOthersAndSaysWhy() {
        SampleHotel.Rate saver = hotel.rate(serai.database(), "SAVER");
        sql.sql(
                        """
                        update rate_plans set parent_id = (select rate_plan_id from products where id = ?), offset_percent = -10
                         where id = (select rate_plan_id from products where id = ?)
                        """)
                .params(hotel.product(), saver.product())
                .update();

        String preview =
                change("move", "percent", "by", "10", "ids", String.valueOf(saver.product()))
                        .body();

        assertThat(preview).contains("and follows it").contains("Nothing would change");
        assertThat(visitor.get(page).body()).contains("made from Standard, follows it");
    }

    @Test
    void saysWhatCannotBeMeant() {
        var wrong = change("move", "percent", "by", "ten");
        var past = change("move", "percent", "by", "10", "from", "2020-01-01");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("&#39;ten&#39; is no change");
        assertThat(past.statusCode()).isEqualTo(422);
        assertThat(past.body()).contains("cannot be changed: give one from ");
    }

    @Test
    void tellsTheStoryOfANight() {
        apply("move", "set", "by", "99.00");

        String story =
                visitor.get(
                                "/hotels/%d/products/%d/nights/%s/story"
                                        .formatted(hotel.id(), hotel.product(), NIGHT))
                        .body();

        assertThat(story)
                .contains("hand · Standard")
                .contains("hand prices EUR 99.00")
                .doesNotContain("STD");
    }

    @Test
    void givesOnlyWhatChangedToWhoLooks() {
        String shown = visitor.get(page).body();
        Matcher seen = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"").matcher(shown);
        StringBuilder query = new StringBuilder(page + "/now?nights=14");
        while (seen.find()) {
            query.append("&seen=").append(seen.group(1));
        }
        int before = visitor.get(query.toString()).statusCode();
        apply("move", "set", "by", "99.00");

        var after = visitor.get(query.toString());

        assertThat(before).isEqualTo(204);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).contains("hx-swap-oob=\"true\"").contains("99");
    }

    @Test
    void foldsAndUnfoldsARoomType() {
        String type =
                sql.sql("select room_type_id from products where id = ?")
                        .param(hotel.product())
                        .query(String.class)
                        .single();

        String folded = visitor.get(page + "/groups/" + type + "?fold=true").body();
        String open = visitor.get(page + "/groups/" + type).body();

        assertThat(folded).contains("aria-expanded=\"false\"").doesNotContain("gridcell");
        assertThat(open).contains("aria-expanded=\"true\"").contains("gridcell");
        assertThat(visitor.get(page + "?open=0").body()).doesNotContain("role=\"gridcell\"");
    }

    @Test
    void triesARuleBeforeItIsSavedAndBeforeItIsRemoved() {
        Map<String, String> rule =
                new LinkedHashMap<>(
                        Map.of("name", "Late", "move", "percent", "by", "25", "leadTo", "30"));
        String rules = page + "/rules";
        String tried = visitor.post(rules, rule).body();
        String before = visitor.get(rules).body();
        rule.put("save", "yes");
        int saved = visitor.post(rules, rule).statusCode();
        String listed = visitor.get(rules).body();
        String id =
                sql.sql("select id from price_rules where hotel_id = ?")
                        .param(hotel.id())
                        .query(String.class)
                        .single();

        String removing = visitor.post(rules + "/remove", Map.of("id", id)).body();
        sql.sql("update price_rules set percent = 26 where id = ?")
                .param(Integer.valueOf(id))
                .update();
        var unseen =
                visitor.post(
                        rules + "/remove", Map.of("id", id, "save", "yes", "seen", seen(removing)));
        int gone =
                visitor.post(
                                rules + "/remove",
                                Map.of("id", id, "save", "yes", "seen", seen(unseen.body())))
                        .statusCode();

        assertThat(tried)
                .contains("10 nights of 1 plan would cost something else")
                .contains("150.00");
        assertThat(before).contains("No rules.");
        assertThat(saved).isEqualTo(302);
        assertThat(listed).contains("up to 30 days ahead").contains("+25 %");
        assertThat(removing).contains("10 nights of 1 plan would cost something else");
        assertThat(unseen.statusCode()).isEqualTo(409);
        assertThat(unseen.body()).contains("Somebody changed this rule meanwhile", "+26 %");
        assertThat(gone).isEqualTo(302);
        assertThat(visitor.get(rules).body()).contains("No rules.");
    }

    private static String seen(String page) {
        return page.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void showsTheRulesThatAreLookedForAndMovesThemOnlyWhereTheirOrderIsSeen() {
        sql.sql(
                        "insert into price_rules (hotel_id, position, name, percent, is_enabled) select ?, n, 'Rule ' || (161 - n), 5, n <> 60 from generate_series(1, 60) n")
                .param(hotel.id())
                .update();
        String rules = page + "/rules";

        String first = visitor.get(rules).body();
        String second = visitor.get(rules + "?page=2").body();
        String byName = visitor.get(rules + "?sort=name").body();
        String off = visitor.get(rules + "?state=off&q=RULE").body();

        assertThat(first).contains("Page 1 of 2, 60 in all", ">Rule 160<", "Look at Rule 159");
        assertThat(first).doesNotContain("Look at Rule 160 earlier", ">Rule 110<");
        assertThat(second).contains(">Rule 101<", "Look at Rule 110 earlier");
        assertThat(byName).contains(">Rule 101<").doesNotContain(" earlier\"");
        assertThat(off).contains(">Rule 101<").doesNotContain(">Rule 102<", " earlier\"");
        assertThat(visitor.get(rules + "?q=tea").body()).contains("No rule matches");
    }

    @Test
    void leadsBackToTheRulesThatWereLookedFor() {
        sql.sql(
                        "insert into price_rules (hotel_id, position, name, percent) select ?, n, 'Rule ' || n, 5 from generate_series(1, 2) n")
                .param(hotel.id())
                .update();
        String id =
                sql.sql("select id from price_rules where hotel_id = ? and position = 1")
                        .param(hotel.id())
                        .query(String.class)
                        .single();
        String shown = "?q=rule&state=on&sort=name-last";
        String asked = shown.replace("&", "&amp;");
        String rules = page + "/rules";
        Map<String, String> rule =
                new LinkedHashMap<>(
                        Map.of(
                                "name",
                                "Rule & more",
                                "move",
                                "percent",
                                "by",
                                "25",
                                "leadTo",
                                "30"));

        String tried = visitor.post(rules + shown, rule).body();
        rule.put("save", "yes");
        var saved = visitor.post(rules + shown, rule);
        String removing = visitor.post(rules + "/remove" + shown, Map.of("id", id)).body();

        assertThat(tried)
                .contains("value=\"rule\"", "action=\"" + rules + asked)
                .doesNotContain("type=\"hidden\" name=\"q\"");
        assertThat(saved.headers().firstValue("Location").orElse(""))
                .endsWith(rules + "?q=rule&sort=name-last&state=on");
        assertThat(removing).contains("action=\"" + rules + "/remove" + asked);
    }

    @Test
    void changesARuleOnceItsTrialWasLookedAtAndKeepsWhatTheFormCannotSay() {
        int id =
                sql.sql(
                                """
                                insert into price_rules (hotel_id, position, name, percent, seasons, weekdays, stacking)
                                values (?, 1, 'Summer', 10, '{[2027-06-01,2027-06-30],[2027-08-01,2027-08-31]}', '{5,6}', 'of-base') returning id
                                """)
                        .param(hotel.id())
                        .query(Integer.class)
                        .single();
        String rules = page + "/rules";
        String form = visitor.get(rules + "?edit=" + id).body();
        Map<String, String> rule =
                new LinkedHashMap<>(
                        Map.of("id", "" + id, "name", "Summer", "move", "percent", "by", "12.5"));
        rule.put("day", "friday");
        rule.put("enabled", "yes");
        String tried = visitor.post(rules, rule).body();
        rule.put("save", "yes");
        var unseen = visitor.post(rules, rule);
        rule.put("seen", form.replaceAll("(?s).*name=\"seen\" value=\"([^\"]*)\".*", "$1"));
        int saved = visitor.post(rules, rule).statusCode();

        assertThat(form)
                .contains("Change Summer", "value=\"10\"", "It has several seasons")
                .contains("value=\"friday\" checked=\"checked\"", "value=\"monday\">");
        assertThat(tried).contains("Were this rule changed so", "Save it");
        assertThat(unseen.statusCode()).isEqualTo(409);
        assertThat(unseen.body()).contains("Somebody changed this rule meanwhile");
        assertThat(saved).isEqualTo(302);
        assertThat(
                        sql.sql(
                                        "select percent || ' ' || seasons || ' ' || weekdays::text || ' ' || stacking from price_rules where id = ?")
                                .param(id)
                                .query(String.class)
                                .single())
                .isEqualTo("12.5000 {[2027-06-01,2027-07-01),[2027-08-01,2027-09-01)} {5} of-base");
    }

    @Test
    void letsNobodyChangeWhoOnlyLooks() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

        String shown = viewer.get(page).body();
        var refused = viewer.post(page + "/bulk", wish("move", "percent", "by", "10"));

        assertThat(shown).contains("gridcell").doesNotContain("id=\"bulk\"");
        assertThat(refused.statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> change(String... values) {
        return visitor.post(page + "/bulk", wish(values), "HX-Request", "true");
    }

    private void apply(String... values) {
        Map<String, String> wish = wish(values);
        wish.put("stamp", stamp(visitor.post(page + "/bulk", wish)));
        assertThat(visitor.post(page + "/bulk", wish).statusCode()).isEqualTo(302);
    }

    private static String stamp(HttpResponse<String> preview) {
        Matcher stamp = STAMP.matcher(preview.body());
        assertThat(stamp.find()).as(preview.body()).isTrue();
        return stamp.group(1);
    }

    private Map<String, String> wish(String... values) {
        Map<String, String> wish = new LinkedHashMap<>();
        wish.put("ids", String.valueOf(hotel.product()));
        wish.put("from", NIGHT.toString());
        wish.put("to", NIGHT.plusDays(9).toString());
        for (int at = 0; at < values.length; at += 2) {
            wish.put(values[at], values[at + 1]);
        }
        return wish;
    }

    private String edit() {
        return sql.sql("select max(id) from bulk_edits where hotel_id = ?")
                .param(hotel.id())
                .query(String.class)
                .single();
    }

    private String prices() {
        return sql.sql(
                        "select concat_ws(' ', prices, hand_prices, min_through) from rate_nights where product_id = ? and night = ?")
                .params(hotel.product(), NIGHT)
                .query(String.class)
                .single();
    }
}
