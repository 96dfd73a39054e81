package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Prices that are held, from a typing mistake to the channel, over HTTP. */
class HeldPricesApiTests {

    private static final LocalDate FIRST = Story.month().atDay(1);
    private static final LocalDate NIGHT = FIRST.plusDays(8);

    private final Story story = Story.begin(5);
    private ApiClient anna;

    @BeforeEach
    void anOperatorOfThisHotel() {
        String login = "held-anna-" + story.hotel();
        story.sql()
                .sql(
                        """
                        with who as (insert into users (login, password_hash, role) values (?, '{noop}stub', 'operator') returning id)
                        insert into user_hotels select id, ? from who
                        """)
                .params(login, story.hotel())
                .update();
        anna = new ApiClient(RunningSerai.shared().url(), login);
    }

    @Test
    void sendsAllEditsButTheMistypedOneAndThatOnceItIsApproved() {
        StringBuilder edits = new StringBuilder("begin;");
        for (int day = 0; day < 20; day++) {
            long cents = FIRST.plusDays(day).equals(NIGHT) ? 1200_00 : 121_00 + day * 100;
            edits.append(edit(0, FIRST.plusDays(day), FIRST.plusDays(day), cents));
        }
        story.sql().sql(edits.append("commit").toString()).update();

        await().atMost(Duration.ofSeconds(60)).until(() -> price(0, NIGHT.plusDays(11)) == 140.0);
        JsonNode held = awaitHeld(1).get(0);
        assertThat(price(0, NIGHT)).isEqualTo(120.0);
        assertThat(price(0, NIGHT.minusDays(1))).isEqualTo(128.0);
        assertThat(held.path("from").asText()).isEqualTo(NIGHT.toString());
        assertThat(held.path("prices").toString()).isEqualTo("[\"1200.00\"]");
        assertThat(held.path("reference").toString()).isEqualTo("[\"130.00\"]");
        assertThat(held.path("reasons").toString()).isEqualTo("[\"jump\"]");
        assertThat(held.at("/channels/0/holds").toString()).isEqualTo("[\"120.00\"]");

        String decision = "{\"ids\": [\"" + held.path("id").asText() + "\"]}";
        Reply approved = anna.post(path("/held-prices/approve"), decision);

        assertKeeps(approved, 200, "HeldDecided");
        await().atMost(Duration.ofSeconds(60)).until(() -> price(0, NIGHT) == 1200.0);
        awaitHeld(0);
        Reply again = anna.post(path("/held-prices/approve"), decision);
        assertKeeps(again, 409, "Problem");
        assertThat(again.body().path("held").toString()).isEqualTo("[]");
        assertThat(
                        story.sql()
                                .sql(
                                        "select actor from audit where hotel_id = ? and subject = 'price_approvals'")
                                .param(story.hotel())
                                .query(String.class)
                                .list())
                .containsExactly("user:held-anna-" + story.hotel());
    }

    @Test
    void putsPricesRightByHandAndLetsASeasonPass() {
        run(edit(0, FIRST, FIRST.plusDays(20), 216_00));
        run(edit(1, NIGHT, NIGHT.plusDays(1), 12_00) + edit(2, NIGHT, NIGHT, 1200_00));

        await().atMost(Duration.ofSeconds(60)).until(() -> price(0, NIGHT) == 216.0);
        awaitHeld(2);
        Reply page = anna.get(path("/held-prices?limit=1"));
        assertKeeps(page, 200, "HeldPrices");
        String next = page.body().path("next").asText();
        Reply rest = anna.get(path("/held-prices?limit=1&after=" + next));
        assertThat(rest.body().at("/heldPrices/0/prices/0").asText()).isEqualTo("1200.00");
        assertThat(rest.body().path("next").isNull()).isTrue();

        for (String wrong : List.of("\"1200.00\"", "\"0\"", "\"-5.00\"", "null")) {
            Reply refused =
                    anna.post(
                            path("/held-prices/put-right"),
                            "{\"ids\": [\"%s\"], \"prices\": [%s]}"
                                    .formatted(rest.body().at("/heldPrices/0/id").asText(), wrong));
            assertKeeps(refused, 422, "Problem");
        }

        Reply one =
                anna.post(
                        path("/held-prices/put-right"),
                        "{\"product\": \"%d\", \"from\": \"%s\", \"to\": \"%s\", \"prices\": [\"125.50\"]}"
                                .formatted(story.product(1), FIRST, FIRST.plusDays(27)));
        Reply other =
                anna.post(
                        path("/held-prices/put-right"),
                        "{\"ids\": [\"" + rest.body().at("/heldPrices/0/id").asText() + "\"]}");

        assertKeeps(one, 200, "HeldDecided");
        assertKeeps(other, 200, "HeldDecided");
        await().atMost(Duration.ofSeconds(60)).until(() -> price(1, NIGHT) == 125.5);
        await().atMost(Duration.ofSeconds(60)).until(() -> price(1, NIGHT.plusDays(1)) == 125.5);
        awaitHeld(0);
        assertThat(price(2, NIGHT)).isEqualTo(120.0);
        assertThat(
                        story.sql()
                                .sql(
                                        "select note || ' ' || actor from hand_acts where hotel_id = ? order by id limit 1")
                                .param(story.hotel())
                                .query(String.class)
                                .single())
                .isEqualTo("put right user:held-anna-" + story.hotel());
    }

    @Test
    void holdsWhatTheChannelTakesFromNobodyAndShowsItsWordsWhereItIsToldAllTheSame() {
        Reply bounds =
                anna.patch(
                        path("/price-bounds"),
                        "{\"least\": \"20.00\", \"most\": \"99999.00\", \"mostJump\": \"100000\", \"roomTypes\": {\"DBL\": {\"least\": \"30\"}}}");
        assertKeeps(bounds, 200, "PriceBounds");
        assertKeeps(anna.get(path("/price-bounds")), 200, "PriceBounds");
        tellsNobodyOfAHotelThatIsNotTheirs();
        assertThat(bounds.body().at("/roomTypes/DBL/least").asText()).isEqualTo("30.00");
        assertKeeps(anna.patch(path("/price-bounds"), "{\"most\": \"9.00\"}"), 422, "Problem");
        assertKeeps(
                anna.patch(path("/price-bounds"), "{\"roomTypes\": {\"TWN\": {}}}"),
                422,
                "Problem");

        run(
                edit(0, FIRST, FIRST.plusDays(20), 50_000_00)
                        + edit(0, NIGHT, NIGHT, 50_000_01)
                        + edit(1, NIGHT, NIGHT, 29_99));

        await().atMost(Duration.ofSeconds(60)).until(() -> price(0, FIRST) == 50_000.0);
        List<JsonNode> held = awaitHeld(2);
        assertThat(held)
                .extracting(one -> one.at("/reasons/0").asText())
                .containsExactlyInAnyOrder("channel-bounds", "hotel-bounds");
        assertThat(price(0, NIGHT)).isEqualTo(120.0);
        assertThat(price(1, NIGHT)).isEqualTo(120.0);

        run(edit(2, FIRST, FIRST.plusDays(20), 130_00));
        assertKeeps(
                anna.post(
                        path("/held-prices/approve"),
                        "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(NIGHT, NIGHT)),
                200,
                "HeldDecided");
        await().atMost(Duration.ofSeconds(60)).until(() -> price(1, NIGHT) == 29.99);
        await().atMost(Duration.ofSeconds(60)).until(() -> price(2, NIGHT) == 130.0);
        await().atMost(Duration.ofSeconds(60)).until(() -> refused().size() == 1);
        JsonNode refusal = refused().get(0);
        assertThat(refusal.path("words").asText()).contains("50000.01");
        assertThat(refusal.path("from").asText()).isEqualTo(NIGHT.toString());
        assertThat(refusal.path("product").asText()).isEqualTo("" + story.product(0));
        assertThat(price(0, NIGHT)).isEqualTo(120.0);

        run(edit(0, NIGHT, NIGHT, 400_00));
        await().atMost(Duration.ofSeconds(60)).until(() -> price(0, NIGHT) == 400.0);
        await().atMost(Duration.ofSeconds(60)).until(() -> refused().isEmpty());
    }

    private void run(String edits) {
        story.sql().sql("begin;" + edits + "commit").update();
    }

    private String edit(int plan, LocalDate from, LocalDate to, long cents) {
        return "update rate_nights set prices = '{%d}' where product_id = %d and night between '%s' and '%s';"
                .formatted(cents, story.product(plan), from, to);
    }

    private double price(int plan, LocalDate night) {
        JsonNode grid =
                story.sandbox()
                        .get(
                                "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                        .formatted(story.remoteHotel(), night, night))
                        .body();
        JsonNode prices = grid.at("/rooms/0/rates/" + plan + "/nights/0/prices");
        return prices.elements().hasNext() ? prices.elements().next().asDouble() : 0;
    }

    private List<JsonNode> awaitHeld(int count) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(held()).hasSize(count));
        return held();
    }

    private List<JsonNode> held() {
        Reply reply = anna.get(path("/held-prices"));
        assertKeeps(reply, 200, "HeldPrices");
        List<JsonNode> held = new ArrayList<>();
        reply.body().path("heldPrices").forEach(held::add);
        return held;
    }

    private List<JsonNode> refused() {
        Reply reply = anna.get(path("/refusals"));
        assertKeeps(reply, 200, "Refusals");
        List<JsonNode> refused = new ArrayList<>();
        reply.body().path("refusals").forEach(refused::add);
        return refused;
    }

    private String path(String of) {
        return "/api/rate-sync/hotels/" + story.hotel() + of;
    }

    private void tellsNobodyOfAHotelThatIsNotTheirs() {
        var stranger = new ApiClient(RunningSerai.shared().url(), "held-stranger");
        story.sql()
                .sql(
                        "insert into users (login, password_hash, role) values ('held-stranger', '{noop}stub', 'operator')")
                .update();

        assertKeeps(stranger.get(path("/held-prices")), 404, "Problem");
        assertKeeps(stranger.get(path("/refusals")), 404, "Problem");
        assertKeeps(stranger.patch(path("/price-bounds"), "{\"most\": \"1\"}"), 404, "Problem");
        assertKeeps(
                stranger.post(path("/held-prices/approve"), "{\"ids\": [\"1\"]}"), 404, "Problem");
        assertKeeps(anna.post(path("/held-prices/approve"), "{\"ids\": [\"1\"]}"), 400, "Problem");
        assertKeeps(anna.get(path("/held-prices?limit=0")), 400, "Problem");
    }
}
