package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate plans and the explanation of nights over HTTP, on a hotel of its own. */
class RatePlansApiTests {

    private static final LocalDate FIRST = Story.month().atDay(1);

    private static Story story;
    private static ApiClient anna;
    private static ApiClient stranger;

    @BeforeAll
    static void open() {
        story = Story.begin(5);
        anna = ApiClient.user(story.serai(), "plans-anna", "operator", story.hotel());
        stranger = ApiClient.user(story.serai(), "plans-stranger", "operator");
    }

    @Test
    void derivesAPlanFromAnotherAndTellsTheChannel() throws IOException {
        String path = plan(2);
        Reply seen = anna.get(path);
        assertKeeps(seen, 200, "RatePlan");
        assertKeeps(anna.get(hotel("/plans")), 200, "RatePlans");

        Reply changed =
                send(
                        "PUT",
                        path,
                        """
                        {"code": "Saver", "name": "Saver", "mealPlan": "none", "parent": "Standard", "offset": {"percent": "-10", "amount": "-5.00"},
                         "rounding": {"step": "1.00", "mode": "down"}, "inherits": ["closed", "cta"]}
                        """,
                        seen.etag());

        assertKeeps(changed, 200, "RatePlan");
        assertThat(changed.body().path("products")).isEqualTo(seen.body().path("products"));
        awaitPrice(2, FIRST.plusDays(20), "103.0");
        Reply stale = send("PUT", path, "{\"code\": \"Saver\", \"name\": \"x\"}", seen.etag());
        assertKeeps(stale, 409, "Problem");
        assertThat(stale.body().at("/newer/parent").asText()).isEqualTo("Standard");
        Reply circle =
                send(
                        "PUT",
                        plan(0),
                        "{\"code\": \"Standard\", \"name\": \"Standard\", \"parent\": \"Saver\"}",
                        null);
        assertKeeps(circle, 422, "Problem");
        assertThat(circle.body().path("detail").asText())
                .isEqualTo(
                        "parent_id: 'Saver' (expected: a plan that does not itself derive from"
                                + " 'Standard')");

        LocalDate night = FIRST.plusDays(21);
        Reply explained = anna.get(explanation(2, night));
        assertKeeps(explained, 200, "RateExplanation");
        assertThat(steps(explained))
                .isEqualTo("Standard system null→120.00, Saver derived 120.00→103.00: 103.00");
        assertThat(explained.body().at("/restrictions/0/inherited").asBoolean()).isFalse();
        assertThat(explained.body().at("/restrictions/4/ratePlan").asText()).isEqualTo("Standard");
        assertThat(explained.body().at("/closedBecause")).isEmpty();
    }

    @Test
    void explainsWhoSetAPriceAndWhichOneStands() throws IOException {
        LocalDate night = FIRST.plusDays(3);
        story.sql()
                .sql(
                        """
                        with act as (insert into hand_acts (hotel_id, actor, note) values (?, 'user:ana', 'fair') returning id)
                        update rate_nights set hand_prices = '{15000}', hand_act = act.id from act where product_id = ? and night = ?
                        """)
                .params(story.hotel(), story.product(1), night)
                .update();

        Reply byHand = anna.get(explanation(1, night));
        Reply owner = anna.get(hotel("/price-owner"));
        assertKeeps(owner, 200, "PriceOwner");
        assertThat(owner.body().path("priceOwner").asText()).isEqualTo("person");
        assertKeeps(
                send("PUT", hotel("/price-owner"), "{\"priceOwner\": \"system\"}", owner.etag()),
                200,
                "PriceOwner");
        Reply bySystem = anna.get(explanation(1, night));
        send("PUT", hotel("/price-owner"), "{\"priceOwner\": \"person\"}", null);

        assertKeeps(byHand, 200, "RateExplanation");
        assertThat(steps(byHand))
                .isEqualTo("Half board system null→120.00, Half board hand 120.00→150.00: 150.00");
        assertThat(byHand.body().at("/prices/0/steps/1/by").asText()).isEqualTo("user:ana");
        assertThat(byHand.body().at("/prices/0/steps/1/note").asText()).isEqualTo("fair");
        assertThat(steps(bySystem))
                .isEqualTo("Half board hand null→150.00, Half board system 150.00→120.00: 120.00");
        Reply past = anna.get(explanation(1, LocalDate.now().minusDays(9)));
        assertKeeps(past, 200, "RateExplanation");
        assertThat(past.body().at("/closedBecause/0/reason").asText()).isEqualTo("unwritten");
    }

    @Test
    void addsAPlanAndTakesItAway() throws IOException {
        Reply policy =
                send(
                        "POST",
                        hotel("/cancellation-policies"),
                        """
                        {"code": "FLEX", "name": "Flexible", "freeUntilHours": 48, "penalty": "nights", "penaltyValue": "1"}
                        """,
                        null);
        assertKeeps(policy, 201, "CancellationPolicy");
        assertKeeps(anna.get(hotel("/cancellation-policies")), 200, "CancellationPolicies");
        Reply added =
                send(
                        "POST",
                        hotel("/plans"),
                        """
                        {"code": "SUMMER", "name": "Summer", "validFrom": "2027-06-01", "validTo": "2027-08-31", "cancellationPolicy": "FLEX",
                         "products": [{"roomType": "DBL", "usualPrices": ["99.50"]}]}
                        """,
                        null);
        assertKeeps(added, 201, "RatePlan");
        assertThat(added.body().at("/products/0/usualPrices/0").asText()).isEqualTo("99.50");
        String summer = hotel("/plans/" + added.body().path("id").asText());
        String flex = hotel("/cancellation-policies/" + policy.body().path("id").asText());

        assertKeeps(send("DELETE", flex, null, null), 409, "Problem");
        assertKeeps(
                send("POST", hotel("/plans"), "{\"code\": \"SUMMER\", \"name\": \"x\"}", null),
                409,
                "Problem");
        assertKeeps(send("DELETE", summer, null, "\"somethingelse\""), 409, "Problem");
        assertKeeps(send("DELETE", summer, null, added.etag()), 200, "RatePlan");
        Reply changed =
                send("PUT", flex, "{\"code\": \"FLEX\", \"name\": \"Free\"}", policy.etag());
        assertKeeps(changed, 200, "CancellationPolicy");
        assertKeeps(send("DELETE", flex, null, changed.etag()), 200, "CancellationPolicy");
        assertKeeps(anna.get(summer), 404, "Problem");
        assertKeeps(send("DELETE", plan(1), null, null), 409, "Problem");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"code\": \"X\"}|name: missing (expected: a text)",
                "{\"code\": \"X\", \"name\": \"x\", \"parent\": \"NOPE\"}|parent: 'NOPE' (expected: of [",
                "{\"code\": \"X\", \"name\": \"x\", \"offset\": {\"percent\": \"-10\"}}|offset: without a parent",
                "{\"code\": \"X\", \"name\": \"x\", \"parent\": \"Standard\", \"offset\": {\"percent\": \"-100\"}}|offset.percent: -100",
                "{\"code\": \"X\", \"name\": \"x\", \"rounding\": {\"step\": \"1.00\", \"ending\": \"1.00\"}}|rounding.ending: 1.00 (expected: from 0 to below the step)",
                "{\"code\": \"X\", \"name\": \"x\", \"inherits\": [\"price\"]}|inherits: \"price\" (expected: of [closed",
                "{\"code\": \"X\", \"name\": \"x\", \"validFrom\": \"2027-02-02\", \"validTo\": \"2027-02-01\"}|validTo: '2027-02-01' (expected: 2027-02-02 or later)",
                "{\"code\": \"X\", \"name\": \"x\", \"pricing\": \"occupancy\", \"parent\": \"Standard\"}|pricing: 'occupancy' of 1 nights (expected: 'per-day'",
                "{\"code\": \"X\", \"name\": \"x\", \"products\": [{\"roomType\": \"DBL\", \"usualPrices\": [\"1.005\"]}]}|products.usualPrices: '1.005'",
            })
    void refusesAPlanThatCannotBeMeant(String body, String detail) throws IOException {
        Reply refused = send("POST", hotel("/plans"), body, null);

        assertKeeps(refused, 422, "Problem");
        assertThat(refused.body().path("detail").asText()).contains(detail);
    }

    @Test
    void hidesPlansFromStrangers() throws IOException {
        assertKeeps(stranger.get(hotel("/plans")), 404, "Problem");
        assertKeeps(stranger.get(plan(0)), 404, "Problem");
        assertKeeps(stranger.get(explanation(0, FIRST)), 404, "Problem");
    }

    private static String steps(Reply explained) {
        JsonNode price = explained.body().at("/prices/0");
        StringBuilder said = new StringBuilder();
        for (JsonNode step : price.path("steps")) {
            said.append(said.isEmpty() ? "" : ", ")
                    .append(step.path("ratePlan").asText())
                    .append(' ')
                    .append(step.path("kind").asText())
                    .append(' ')
                    .append(step.path("before").asText())
                    .append('→')
                    .append(step.path("after").asText());
        }
        return said + ": " + price.path("price").asText();
    }

    private static String hotel(String path) {
        return "/api/rate-sync/hotels/" + story.hotel() + path;
    }

    private static String plan(int product) {
        return hotel(
                "/plans/"
                        + story.sql()
                                .sql("select rate_plan_id from products where id = ?")
                                .param(story.product(product))
                                .query(Integer.class)
                                .single());
    }

    private static String explanation(int product, LocalDate night) {
        return hotel("/nights/" + story.product(product) + "/" + night + "/explanation");
    }

    private static void awaitPrice(int plan, LocalDate night, String price) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                story.sandbox()
                                                        .get(
                                                                "/sandbox/hotels/%d/grid?from=%s&to=%s"
                                                                        .formatted(
                                                                                story.remoteHotel(),
                                                                                night,
                                                                                night))
                                                        .body()
                                                        .at(
                                                                "/rooms/0/rates/%d/nights/0/prices"
                                                                        .formatted(plan))
                                                        .toString())
                                        .contains(price));
    }

    private static Reply send(
            String method, String path, @Nullable String body, @Nullable String seen) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(RunningSerai.shared().url() + path))
                        .header("Authorization", anna.authorization())
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return anna.send(request);
    }
}
