package io.serai.api;

import static io.serai.api.Contract.assertKeeps;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.api.ApiClient.Reply;
import io.serai.testing.RunningSerai;
import io.serai.testing.SampleHotel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Price rules, limits and terms over HTTP. */
class PriceRulesApiTests {

    private static final RunningSerai SERAI = RunningSerai.shared();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private SampleHotel hotel;
    private ApiClient anna;

    @BeforeEach
    void aHotelWithItsRevenueManager() {
        hotel = asleep(SampleHotel.another(SERAI.database()));
        String login = "pricing-" + NUMBER.incrementAndGet();
        anna = ApiClient.user(SERAI, login, "operator", hotel.id());
    }

    @Test
    void keepsARuleAsItWasWrittenAndChangesWhatIsNamed() throws IOException {
        Reply added =
                anna.post(
                        rules(""),
                        """
                        {"name": "Weekend", "ratePlans": ["STD"], "roomTypes": ["DBL"], "eachYear": true,
                         "seasons": [{"from": "2024-12-20", "to": "2025-01-06"}, {"from": "2025-06-01", "to": "2025-08-31"}],
                         "weekdays": ["sun", "fri"], "lead": {"to": 30}, "occupancy": {"from": 50, "to": 79, "of": "hotel"},
                         "percent": "12.5", "stacking": "of-base", "stops": true}
                        """);
        assertKeeps(added, 201, "PriceRule");
        String rule = rules("/" + added.body().path("id").asText());

        Reply changed =
                patch(rule, "{\"amount\": \"-4.50\", \"stacking\": \"adds\"}", added.etag());

        assertKeeps(changed, 200, "PriceRule");
        ObjectNode expected = added.body().deepCopy();
        expected.putNull("percent").put("amount", "-4.50").put("stacking", "adds");
        assertThat(changed.body()).isEqualTo(expected);
        assertThat(anna.get(rule).body()).isEqualTo(expected);
        assertThat(added.body().path("seasons")).hasSize(2);
        assertThat(added.body().path("weekdays").toString()).isEqualTo("[\"fri\",\"sun\"]");
    }

    @Test
    void addsARuleOnceUnderOneKey() {
        String rule = "{\"name\": \"One\", \"percent\": \"5\"}";

        Reply first = anna.send(adding(rule));
        Reply again = anna.send(adding(rule));
        Reply other = anna.send(adding("{\"name\": \"Two\", \"percent\": \"5\"}"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(names(anna.get(rules("")))).containsExactly("One");
    }

    private HttpRequest.Builder adding(String rule) {
        return HttpRequest.newBuilder(URI.create(SERAI.url() + rules("")))
                .header("Authorization", anna.authorization())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "rule-of-" + hotel.id())
                .POST(BodyPublishers.ofString(rule));
    }

    @Test
    void showsTheNewerRuleToWhoDidNotSeeIt() throws IOException {
        Reply seen = anna.post(rules(""), "{\"name\": \"One\", \"percent\": \"5\"}");
        String rule = rules("/" + seen.body().path("id").asText());
        patch(rule, "{\"percent\": \"6\"}", seen.etag());

        Reply stale = patch(rule, "{\"percent\": \"7\"}", seen.etag());

        assertKeeps(stale, 409, "Problem");
        assertThat(stale.body().at("/newer/percent").asText()).isEqualTo("6");
        assertThat(anna.get(rule).body().path("percent").asText()).isEqualTo("6");
    }

    @Test
    void ordersAllRulesInOneStepAndTakesOneAway() throws IOException {
        List<String> ids =
                List.of("One", "Two", "Three").stream()
                        .map(name -> "{\"name\": \"%s\", \"percent\": \"5\"}".formatted(name))
                        .map(rule -> anna.post(rules(""), rule).body().path("id").asText())
                        .toList();
        Reply all = anna.get(rules(""));
        assertKeeps(all, 200, "PriceRules");
        String order =
                "{\"rules\": [\"%s\", \"%s\", \"%s\"]}"
                        .formatted(ids.get(2), ids.get(0), ids.get(1));

        Reply ordered = send("PUT", rules("/order"), order, all.etag());
        Reply stale = send("PUT", rules("/order"), order, all.etag());
        Reply half =
                send("PUT", rules("/order"), "{\"rules\": [\"%s\"]}".formatted(ids.get(0)), null);
        Reply left = send("DELETE", rules("/" + ids.get(0)), null, null);

        assertKeeps(ordered, 200, "PriceRules");
        assertThat(names(ordered)).containsExactly("Three", "One", "Two");
        assertKeeps(stale, 409, "Problem");
        assertThat(half.status()).isEqualTo(422);
        assertThat(names(left)).containsExactly("Three", "Two");
        assertThat(anna.get(rules("/" + ids.get(0))).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"percent\": \"5\"}                                                 | name",
                "{\"name\": \"A\"}                                                    | percent",
                "{\"name\": \"A\", \"percent\": \"5\", \"amount\": \"5\"}             | percent",
                "{\"name\": \"A\", \"percent\": \"-100\"}                             | percent",
                "{\"name\": \"A\", \"amount\": \"1.005\"}                             | amount",
                "{\"name\": \"A\", \"percent\": \"5\", \"ratePlans\": [\"NONE\"]}     | ratePlans",
                "{\"name\": \"A\", \"percent\": \"5\", \"weekdays\": [\"someday\"]}   | weekdays",
                "{\"name\": \"A\", \"percent\": \"5\", \"occupancy\": {\"from\": 101}} | occupancy.from",
                "{\"name\": \"A\", \"percent\": \"5\", \"lead\": {\"from\": 9, \"to\": 3}} | lead.to",
                "{\"name\": \"A\", \"percent\": \"5\", \"stay\": {\"from\": 7}}       | stay",
                "{\"name\": \"A\", \"percent\": \"5\", \"seasons\": [{\"from\": \"2020-01-01\", \"to\": \"2020-02-01\"}]} | seasons",
                "{\"name\": \"A\", \"percent\": \"5\", \"seasons\": [{\"from\": \"2030-01-01\"}]} | seasons.to",
                "{\"name\": \"A\", \"amount\": \"5\", \"stacking\": \"of-base\"}      | stacking",
                "{\"name\": \"A\", \"percent\": \"5\", \"percentage\": \"5\"}         | percentage",
            })
    void namesTheFieldThatCannotBeMeantAndWhatWasExpected(String rule, String field)
            throws IOException {
        Reply refused = anna.post(rules(""), rule);

        assertKeeps(refused, 422, "Problem");
        assertThat(refused.body().path("field").asText()).isEqualTo(field);
        assertThat(refused.body().path("expected").asText()).isNotBlank();
        assertThat(anna.get(rules("")).body().path("rules")).isEmpty();
    }

    @Test
    void setsFloorsAndCeilings() throws IOException {
        String path = "/api/rate-sync/hotels/" + hotel.id() + "/price-limits";

        Reply plan =
                patch(
                        path,
                        "{\"ratePlan\": \"STD\", \"floor\": \"80.00\", \"ceiling\": \"200\"}",
                        null);
        Reply product =
                patch(
                        path,
                        "{\"ratePlan\": \"STD\", \"roomType\": \"DBL\", \"floor\": \"90\"}",
                        plan.etag());
        Reply stale = patch(path, "{\"ratePlan\": \"STD\", \"floor\": null}", plan.etag());
        Reply wrong = patch(path, "{\"ratePlan\": \"STD\", \"ceiling\": \"79.99\"}", null);

        assertKeeps(product, 200, "PriceLimits");
        assertThat(product.body().path("limits").toString())
                .isEqualTo(
                        "[{\"ratePlan\":\"STD\",\"roomType\":null,\"floor\":\"80.00\",\"ceiling\":\"200.00\"},"
                                + "{\"ratePlan\":\"STD\",\"roomType\":\"DBL\",\"floor\":\"90.00\",\"ceiling\":null}]");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void setsTheTermsOfAConnectionAndLeavesTheRestOfItsConfiguration() throws IOException {
        String path = "/api/rate-sync/connections/" + hotel.connection() + "/terms";
        Reply before = anna.get(path);
        assertKeeps(before, 200, "PriceTerms");

        Reply both = patch(path, "{\"markUp\": \"5\", \"commission\": \"15\"}", null);
        Reply set = patch(path, "{\"commission\": \"15\", \"rounding\": \"up\"}", before.etag());
        Reply stale = patch(path, "{\"commission\": null}", before.etag());
        Reply away = patch(path, "{\"commission\": null, \"currency\": \"JPY\"}", null);

        assertThat(both.status()).isEqualTo(422);
        assertKeeps(set, 200, "PriceTerms");
        assertThat(set.body().path("commission").asText()).isEqualTo("15");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(away.body().path("commission").isNull()).isTrue();
        assertThat(away.body().path("words").asText())
                .isEqualTo("exchangeRate: none (expected: what one EUR is in JPY)");
        assertThat(
                        SERAI.sql()
                                .sql(
                                        "select configuration - 'hotel_id' from third_party_integrations where id = ?")
                                .param(hotel.connection())
                                .query(String.class)
                                .single())
                .isEqualTo("{\"test_mode\": true, \"price_rounding\": \"up\"}");
    }

    @Test
    void explainsWhatBecomesOfAPriceAtAConnection() throws IOException {
        LocalDate night = LocalDate.now().plusDays(20);
        hotel.sell(SERAI.database(), night, night, 5, 123_45);
        anna.post(rules(""), "{\"name\": \"Fair\", \"percent\": \"10\"}");
        String connection = "/api/rate-sync/connections/" + hotel.connection();
        patch(
                connection + "/terms",
                "{\"commission\": \"15\", \"currency\": \"JPY\", \"exchangeRate\": \"161.3\"}",
                null);

        Reply explained =
                anna.get(
                        connection + "/nights/%d/%s/explanation".formatted(hotel.product(), night));

        assertKeeps(explained, 200, "PriceConverted");
        JsonNode price = explained.body().at("/prices/0");
        assertThat(price.path("hotel").asText()).isEqualTo("135.80");
        assertThat(price.path("sent").asText()).isEqualTo("25770");
        assertThat(price.path("steps").findValuesAsText("kind"))
                .containsExactly("commission", "exchange", "rounding");
    }

    @Test
    void hidesTheRulesOfOtherHotels() {
        SampleHotel other = asleep(SampleHotel.another(SERAI.database()));

        assertThat(anna.get("/api/rate-sync/hotels/" + other.id() + "/rules").status())
                .isEqualTo(404);
        assertThat(anna.get("/api/rate-sync/connections/" + other.connection() + "/terms").status())
                .isEqualTo(404);
    }

    /** Its account is no account at any channel: nobody is to call there. */
    private static SampleHotel asleep(SampleHotel hotel) {
        SERAI.sql()
                .sql(
                        "update third_party_integrations set is_enabled = false, state = 'disconnected' where id = ?")
                .param(hotel.connection())
                .update();
        return hotel;
    }

    private String rules(String rest) {
        return "/api/rate-sync/hotels/" + hotel.id() + "/rules" + rest;
    }

    private static List<String> names(Reply rules) {
        return rules.body().path("rules").findValuesAsText("name");
    }

    private Reply patch(String path, String body, @Nullable String etag) {
        return send("PATCH", path, body, etag);
    }

    private Reply send(String method, String path, @Nullable String body, @Nullable String etag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(SERAI.url() + path))
                        .header("Authorization", anna.authorization())
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(body));
        return anna.send(etag == null ? request : request.header("If-Match", etag));
    }
}
