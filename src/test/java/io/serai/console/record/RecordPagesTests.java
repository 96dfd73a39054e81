package io.serai.console.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.console.Visitor;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hotel's own record, read and written by forms and links alone. */
class RecordPagesTests {

    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]*)\"");

    private final RunningSerai serai = RunningSerai.shared();
    private final JdbcClient sql = serai.sql();
    private final SampleHotel hotel = SampleHotel.another(serai.database());
    private final Visitor visitor = Visitor.signedIn(Visitor.user("operator", hotel.id()));
    private final String rates = "/hotels/" + hotel.id() + "/rates";
    private final String plans = rates + "/plans";
    private final int standard =
            sql.sql("select id from rate_plans where hotel_id = ?")
                    .param(hotel.id())
                    .query(Integer.class)
                    .single();

    @Test
    void changesAPlansNameAndSaysWhatEachChannelHearsOfIt() {
        String form = visitor.get(plans + "/" + standard).body();

        var saved =
                post(
                        plans + "/" + standard,
                        seen(form),
                        "name=Best of the day",
                        "code=STD",
                        "mealPlan=Breakfast",
                        "room=" + hotel.roomType(),
                        "usual-" + hotel.roomType() + "=99.50",
                        "inherits=closed");

        String shown = visitor.get(plans + "/" + standard).body();
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(form).contains("told with the content", "not told: no call takes it");
        assertThat(shown)
                .contains("Saved. ", "Name: goes to Booking.com with the content tonight")
                .contains("Meal plan: Booking.com has no call for it.")
                .contains("value=\"Best of the day\"", "value=\"99.50\"");
        assertThat(text("select name || ' ' || meal_plan from rate_plans where id = ?", standard))
                .isEqualTo("Best of the day Breakfast");
        assertThat(
                        text(
                                "select actor || ' ' || act from audit where subject = 'rate_plans' and subject_id = ? order by id desc limit 1",
                                standard))
                .matches("user:operator-[0-9]+ update");
    }

    @Test
    void makesAPlanFromAnotherListsItBelowThatAndTakesItAway() {
        String form = visitor.get(plans + "/new?from=" + standard).body();
        assertThat(form).contains("value=\"" + standard + "\" selected");
        var made =
                post(
                        plans,
                        "name=Saver",
                        "code=SAVER",
                        "parent=" + standard,
                        "offset.percent=-10",
                        "offset.amount=-5",
                        "inherits=closed",
                        "inherits=cta",
                        "room=" + hotel.roomType());
        String path = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/h", "/h");
        String shown = visitor.get(path).body();
        String listed = visitor.get(plans).body();

        assertThat(shown).contains("It is made.", "Made from", ">Standard</a>: its prices follow");
        assertThat(listed).contains("Standard −10 % −EUR 5.00", "class=\"derived\"");
        assertThat(listed.indexOf(">Standard</a>")).isLessThan(listed.indexOf(">Saver</a>"));
        assertThat(visitor.get(plans + "/" + standard).body()).contains("Made from it: ");
        assertThat(visitor.get(rates + "?nights=14").body()).contains(path + "\"");
        assertThat(remove(plans + "/" + standard)).contains("A rate plan is made from it");
        assertThat(post(path + "/remove", seen(shown)).statusCode()).isEqualTo(302);
        assertThat(remove(plans + "/" + standard))
                .contains("mapped to it: map that to something else first");
        assertThat(visitor.get(plans + "?q=saver").body()).contains("No rate plan matches.");
    }

    @Test
    void saysInSentencesWhatAPlanCannotBe() {
        String path = plans + "/" + standard;
        String form = visitor.get(path).body();
        String[] room = {"room=" + hotel.roomType()};

        var percent = post(plans, "name=X", "code=X", "parent=" + standard, "offset.percent=-100");
        var circle = post(path, room, seen(form), "name=X", "code=STD", "parent=" + standard);
        var taken = post(plans, "name=X", "code=STD");
        var gone = post(path, seen(form), "name=X", "code=STD");
        var stale = post(path, room, "seen=another", "name=X", "code=STD");
        var terms = post(plans, "name=X", "code=X", "cancellationPolicy=999999999");

        var price = post(plans, room, "name=X", "code=X", "usual-" + hotel.roomType() + "=cheap");

        var name = post(plans, "name=" + "x".repeat(201), "code=X");

        assertThat(name.statusCode()).isEqualTo(422);
        assertThat(name.body())
                .contains(
                        "“a text of 201 characters” cannot be the name: it has to be one of at most 200");
        assertThat(price.body())
                .contains("“cheap” cannot be the usual price: it has to be amounts above 0 in EUR")
                .contains("or – where it is not sold so");
        assertThat(terms.statusCode()).isEqualTo(409);
        assertThat(terms.body()).contains("is gone by now: choose again. Nothing was changed.");
        assertThat(percent.statusCode()).isEqualTo(422);
        assertThat(percent.body())
                .contains("“-100” cannot be the offset percent: it has to be percent above -100");
        assertThat(circle.statusCode()).isEqualTo(422);
        assertThat(circle.body()).contains("“STD” cannot be the parent");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(taken.body()).contains("Another rate plan of the hotel has this code");
        assertThat(gone.statusCode()).isEqualTo(422);
        assertThat(gone.body()).contains("Not sold for Garden Double any more", "name=\"really\"");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Somebody changed this rate plan meanwhile", "value=\"Standard\"");
    }

    @Test
    void makesTermsOfCancellingThatAPlanMayName() {
        String terms = rates + "/cancellation";
        visitor.get(terms);
        var wrong =
                post(
                        terms + "?q=fle",
                        "name=Half",
                        "code=HALF",
                        "penalty=percent",
                        "penaltyValue=150");
        var made =
                post(
                        terms + "?q=fle&page=1",
                        "name=Flexible",
                        "code=FLEX",
                        "penalty=amount",
                        "penaltyValue=50",
                        "freeUntilHours=48");
        String id =
                text("select id::text from cancellation_policies where hotel_id = ?", hotel.id());
        String listed = visitor.get(terms).body();
        String form = visitor.get(plans + "/" + standard).body();
        post(
                plans + "/" + standard,
                seen(form),
                "name=Standard",
                "code=STD",
                "room=" + hotel.roomType(),
                "cancellationPolicy=" + id);
        String edited = visitor.get(terms + "?edit=" + id).body();

        var stale =
                post(
                        terms,
                        "id=" + id,
                        "seen=another",
                        "name=Half",
                        "code=FLEX",
                        "penalty=percent",
                        "penaltyValue=150");

        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body())
                .contains("Somebody changed this set of terms meanwhile", "value=\"Flexible\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("“150” cannot be the penalty value");
        assertThat(wrong.body()).contains("action=\"" + terms + "?q=fle&amp;page=1\"");
        assertThat(made.headers().firstValue("Location").orElse("")).endsWith(terms + "?q=fle");
        assertThat(listed).contains("free until 2 days before the day of arrival, then EUR 50.00");
        assertThat(edited).contains("value=\"50.00\"", ">Standard</a>");
        assertThat(post(terms + "/remove", "id=" + id, seen(edited)).body())
                .contains("A rate plan is made from it or names it: change that plan first");
    }

    @Test
    void makesARoomTypeWhoseRoomsAreOfferedAtOnceAndChangesIt() {
        String types = "/hotels/" + hotel.id() + "/inventory/room-types";
        sql.sql("update hotels set sold_until = serai_today(id) + horizon where id = ?")
                .param(hotel.id())
                .update();
        sql.sql("select serai_make_months(current_date, current_date + 600)").query().listOfRows();
        visitor.get(types);
        var guests = post(types, "name=Sea Suite", "code=SUI", "size=2", "maxGuests=51");
        var made = post(types, "name=Sea Suite", "code=SUI", "size=2", "maxGuests=3");
        String path = made.headers().firstValue("Location").orElseThrow().replaceAll(".*/h", "/h");
        String form = visitor.get(path).body();
        var changed =
                post(
                        path,
                        seen(form),
                        "name=Ocean Suite",
                        "size=3",
                        "maxGuests=4",
                        "overbooking=1");
        String shown = visitor.get(path).body();
        int id = Integer.parseInt(path.replaceAll(".*/", ""));
        post(
                "/hotels/" + hotel.id() + "/rates/plans",
                "name=Sea view",
                "code=SEA",
                "room=" + id,
                "usual-" + id + "=140");

        assertThat(
                        text(
                                "select min(n.prices)::text || ' ' || count(*) from rate_nights n join products p on p.id = n.product_id where p.room_type_id = ?",
                                id))
                .isEqualTo("{14000} 550");
        assertThat(guests.statusCode()).isEqualTo(422);
        assertThat(guests.body()).contains("“51” cannot be the max guests: it has to be 1 to 50");
        assertThat(form).contains("It is made, and all its rooms are offered.");
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(shown)
                .contains("Most guests, Number of rooms: goes to Booking.com with", "Ocean Suite")
                .contains("Name: Booking.com is not told; see below");
        assertThat(
                        text(
                                "select min(offered) || ' ' || (max(night) - min(night) > 300) from room_nights where room_type_id = ? and night >= current_date - 1 and night < current_date + 600",
                                id))
                .isEqualTo("2 true");
        assertThat(
                        text(
                                "select string_agg(act, ' ' order by id) from audit where subject = 'room_types' and subject_id = ?",
                                id))
                .startsWith("insert update");
        assertThat(visitor.get(types + "?q=ocean").body()).contains("Ocean Suite", "SUI");
    }

    @Test
    void keepsWhatAnotherPersonSavedWhileAFormWasOpenAndRefused() {
        Visitor other = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        String plan = plans + "/" + standard;
        String[] mine = {"room=" + hotel.roomType(), "code=STD", "name=Mine"};
        String first = visitor.get(plan).body();

        var theirs =
                post(
                        other,
                        plan,
                        seen(other.get(plan).body()),
                        "room=" + hotel.roomType(),
                        "code=STD",
                        "name=Theirs");
        var stale = post(plan, mine, seen(first), "offset.percent=-10");
        var again = post(plan, mine, seen(stale.body()), "offset.percent=-10");
        other.get(plan);
        post(
                other,
                plan,
                seen(other.get(plan).body()),
                "room=" + hotel.roomType(),
                "code=STD",
                "name=Theirs again");
        var pressedTwice = post(plan, mine, seen(again.body()));

        assertThat(theirs.statusCode()).isEqualTo(302);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("value=\"Theirs\"").doesNotContain("value=\"Mine\"");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("value=\"Mine\"", "value=\"-10\"");
        assertThat(pressedTwice.statusCode()).isEqualTo(409);
        assertThat(pressedTwice.body()).contains("value=\"Theirs again\"");
        assertThat(text("select name from rate_plans where id = ?", standard))
                .isEqualTo("Theirs again");
        assertThat(post(plan, mine, seen(pressedTwice.body())).statusCode()).isEqualTo(302);
    }

    @Test
    void keepsTheVersionOfTermsAndRoomTypesThatARefusedFormWasOpenedWith() {
        Visitor other = Visitor.signedIn(Visitor.user("operator", hotel.id()));
        String terms = rates + "/cancellation";
        String type = "/hotels/" + hotel.id() + "/inventory/room-types/" + hotel.roomType();
        String[] room = {"size=5", "safetyStock=0", "overbooking=0"};
        visitor.get(terms);
        other.get(terms);
        post(terms, "name=Flexible", "code=FLEX", "penalty=none");
        String id =
                "id="
                        + text(
                                "select id::text from cancellation_policies where hotel_id = ?",
                                hotel.id());

        var refusedType =
                post(type, room, seen(visitor.get(type).body()), "name=X", "maxGuests=99");
        post(other, type, room, seen(other.get(type).body()), "name=Theirs", "maxGuests=2");
        var refusedTerms =
                post(
                        terms,
                        id,
                        seen(visitor.get(terms + "?edit=" + id.substring(3)).body()),
                        "name=Mine",
                        "code=FLEX",
                        "penalty=percent",
                        "penaltyValue=150");
        post(
                other,
                terms,
                id,
                seen(other.get(terms + "?edit=" + id.substring(3)).body()),
                "name=Theirs",
                "code=FLEX",
                "penalty=none");

        var staleType = post(type, room, seen(refusedType.body()), "name=X", "maxGuests=3");
        var staleTerms =
                post(
                        terms,
                        id,
                        seen(refusedTerms.body()),
                        "name=Mine",
                        "code=FLEX",
                        "penalty=none");

        assertThat(refusedType.statusCode()).isEqualTo(422);
        assertThat(staleType.statusCode()).isEqualTo(409);
        assertThat(staleType.body()).contains("value=\"Theirs\"");
        assertThat(refusedTerms.statusCode()).isEqualTo(422);
        assertThat(refusedTerms.body()).contains("value=\"Mine\"");
        assertThat(staleTerms.statusCode()).isEqualTo(409);
        assertThat(staleTerms.body()).contains("value=\"Theirs\"");
    }

    @Test
    void dropsNoPriceOfARoomTypeThatIsNotTicked() {
        String usual = "usual-" + hotel.roomType() + "=80";
        String plan = plans + "/" + standard;
        visitor.get(plan);

        var made = post(plans, "name=X", "code=X", usual);
        var floor = post(plans, "name=X", "code=X", "floor-" + hotel.roomType() + "=80");
        post(
                plan,
                seen(visitor.get(plan).body()),
                "room=" + hotel.roomType(),
                "name=S",
                "code=STD",
                usual);
        var unticked =
                post(
                        plan,
                        seen(visitor.get(plan).body()),
                        "name=S",
                        "code=STD",
                        "usual-" + hotel.roomType() + "=80.00");

        assertThat(made.statusCode()).isEqualTo(422);
        assertThat(made.body())
                .contains("“80” is the usual price of Garden Double, which is not ticked: tick it")
                .contains("value=\"80\"");
        assertThat(floor.body())
                .contains("“80” is the floor of Garden Double, which is not ticked");
        assertThat(unticked.body()).contains("Not sold for Garden Double any more");
    }

    @Test
    void setsFloorAndCeilingAsTheApiDoes() {
        String plan = plans + "/" + standard;
        String type = Integer.toString(hotel.roomType());
        String[] same = {"room=" + type, "name=Standard", "code=STD"};
        String form = visitor.get(plan).body();

        var upsideDown = post(plan, same, seen(form), "floor=200", "ceiling=100");
        var none = post(plan, same, seen(form), "floor=0");
        var saved =
                post(plan, same, seen(form), "floor=60", "ceiling=300.50", "floor-" + type + "=70");
        String shown = visitor.get(plan).body();
        var stale = post(plan, same, seen(form), "floor=10");

        assertThat(upsideDown.statusCode()).isEqualTo(422);
        assertThat(upsideDown.body())
                .contains(
                        "“100.00” cannot be the ceiling: it has to be the floor or more, as EUR 200.00");
        assertThat(none.body()).contains("cannot be the floor: it has to be an amount above 0");
        assertThat(saved.statusCode()).isEqualTo(302);
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(form).contains("Floor and ceiling", "the prices that come of it are, at once");
        assertThat(shown)
                .contains("Floor and ceiling: Booking.com is told the prices that come of it.")
                .contains("are compared and told now.")
                .contains("value=\"60.00\"", "value=\"300.50\"", "value=\"70.00\"");
        assertThat(
                        text(
                                "select r.floor_price || ' ' || r.ceiling_price || ' ' || p.floor_price from rate_plans r join products p on p.rate_plan_id = r.id where r.id = ?",
                                standard))
                .isEqualTo("6000 30050 7000");
        assertThat(
                        text(
                                "select string_agg(distinct subject || ' ' || (change ->> 'floor_price'), ', ' order by subject || ' ' || (change ->> 'floor_price')) from audit where actor like 'user:operator-%' and hotel_id = ? and change ->> 'floor_price' is not null",
                                hotel.id()))
                .isEqualTo("products 7000, rate_plans 6000");
    }

    @Test
    void letsThoseWhoOnlyLookChangeNothing() {
        Visitor viewer = Visitor.signedIn(Visitor.user("viewer", hotel.id()));

        String form = viewer.get(plans + "/" + standard).body();

        assertThat(form).contains("disabled=\"disabled\"").doesNotContain("id=\"save\"");
        assertThat(viewer.get(plans).body()).doesNotContain("Make a plan");
        assertThat(viewer.post(plans, Map.of("name", "X", "code", "X")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/hotels/" + hotel.id() + "/rates/plans/1").statusCode())
                .isEqualTo(404);
    }

    private String remove(String plan) {
        return post(plan + "/remove", seen(visitor.get(plan).body())).body();
    }

    private HttpResponse<String> post(String path, String[] more, String... fields) {
        return post(visitor, path, more, fields);
    }

    private HttpResponse<String> post(Visitor who, String path, String[] more, String... fields) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(List.of(fields));
        return post(who, path, all.toArray(String[]::new));
    }

    private HttpResponse<String> post(String path, String... fields) {
        return post(visitor, path, fields);
    }

    private static HttpResponse<String> post(Visitor who, String path, String... fields) {
        List<Map.Entry<String, String>> form = new ArrayList<>();
        for (String field : fields) {
            form.add(
                    Map.entry(
                            field.substring(0, field.indexOf('=')),
                            field.substring(field.indexOf('=') + 1)));
        }
        return who.form(path, form);
    }

    private static String seen(String form) {
        Matcher seen = SEEN.matcher(form);
        assertThat(seen.find()).as(form).isTrue();
        return "seen=" + seen.group(1);
    }

    private String text(String query, int key) {
        return sql.sql(query).param(key).query(String.class).single();
    }
}
