package io.serai.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.api.ApiClient;
import io.serai.hotel.Ageing;
import io.serai.testing.SandboxClient;
import io.serai.testing.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices that follow from rules and terms, as channels are told of them. */
class PriceRulesOutTests {

    @Test
    void raisesThePriceInOneMessageWhenABookingReachesAnOccupancy() {
        Story story = Story.begin(4);
        LocalDate night = Story.month().atDay(6);
        rule(story, "rate_plan_ids, percent, occupancy_from", standard(story) + ", 10, 25");
        story.quiet();
        long before = story.moment();

        story.sandbox()
                .post(
                        "/sandbox/hotels/%d/bookings".formatted(story.remoteHotel()),
                        """
                        {"arrival":"%s","departure":"%s","rooms":[{"room":%d,"rate":%d,"adults":2,"children":0,"guest":"Ana Example"}],
                         "booker":{"firstName":"Ana","lastName":"Example","phone":"+351000000"}}
                        """
                                .formatted(
                                        night,
                                        night.plusDays(1),
                                        story.remoteRoom(),
                                        story.remoteRate(0)));

        String body = onlyPriceMessage(story, before);
        assertThat(body)
                .contains("AmountAfterTax=\"13200\"")
                .contains("Start=\"" + night + "\"")
                .contains("End=\"" + night + "\"");
        assertThat(body.split("<RateAmountMessage ", -1)).hasSize(2);
    }

    @Test
    void tellsTheNightsThatComeWithinALeadTimeAtTheHotelsMidnight() {
        Story story = Story.begin(4);
        move(story, "Pacific/Pago_Pago");
        LocalDate today = today(story);
        story.sql()
                .sql("update hotels set aged_on = ? where id = ?")
                .params(today, story.hotel())
                .update();
        rule(story, "rate_plan_ids, percent, lead_to", standard(story) + ", -10, 40");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> held(story, today.plusDays(40)).equals("{10800}"));
        story.quiet();
        long before = story.moment();

        move(story, "Pacific/Kiritimati");
        LocalDate next = today(story);
        story.serai().part(Ageing.class).age(story.hotel());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> held(story, next.plusDays(40)).equals("{10800}"));
        story.quiet();
        List<String> told =
                story.pushesSince(before).stream()
                        .map(push -> push.path("body").asText())
                        .filter(body -> body.contains("\"10800\""))
                        .toList();
        assertThat(told)
                .singleElement()
                .asString()
                .contains("Start=\"" + today.plusDays(41) + "\"")
                .contains("End=\"" + next.plusDays(40) + "\"");
    }

    @Test
    void sendsWhatATrialOfTheRuleSaid() {
        Story story = Story.begin(4);
        ApiClient anna =
                ApiClient.user(
                        story.serai(), "rules-trial-" + story.hotel(), "operator", story.hotel());
        String rules = "/api/rate-sync/hotels/" + story.hotel() + "/rules";
        LocalDate first = Story.month().atDay(10);
        String rule =
                """
                {"name": "Fair", "ratePlans": ["Saver"], "seasons": [{"from": "%s", "to": "%s"}], "amount": "12.50"}
                """
                        .formatted(first, first.plusDays(4));

        JsonNode trial =
                anna.post(rules + "/trial", "{\"rule\": %s, \"limit\": 3}".formatted(rule)).body();
        assertThat(held(story, first, 2)).isEqualTo("{12000}");
        assertThat(anna.post(rules, rule).status()).isEqualTo(201);

        assertThat(trial.path("nights").asInt()).isEqualTo(5);
        assertThat(trial.path("next").asInt()).isEqualTo(3);
        assertThat(trial.path("changes")).hasSize(3);
        for (JsonNode change : trial.path("changes")) {
            LocalDate night = LocalDate.parse(change.path("night").asText());
            assertThat(change.at("/before/0").asText()).isEqualTo("120.00");
            assertThat(change.at("/after/0").asText()).isEqualTo("132.50");
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> held(story, night, 2).equals("{13250}"));
        }
        assertThat(held(story, first.plusDays(5), 2)).isEqualTo("{12000}");
    }

    @Test
    void stopsPricesWhoseCurrencyChangedUntilSomebodyConfirmsWhatTheyAreThen() {
        Story story = Story.begin(4);
        ApiClient anna =
                ApiClient.user(
                        story.serai(), "rules-terms-" + story.hotel(), "operator", story.hotel());
        String terms = "/api/rate-sync/connections/" + story.connection() + "/terms";
        LocalDate night = Story.month().atDay(3);

        story.sql()
                .sql("update third_party_integrations set currency = 'USD' where id = ?")
                .param(story.connection())
                .update();
        await().atMost(Duration.ofSeconds(60)).until(() -> closed(story, night));
        inDollars(story);
        long before = story.moment();

        JsonNode stopped = anna.get(terms).body();
        JsonNode sent =
                anna.patch(
                                terms,
                                "{\"exchangeRate\": \"1.08\", \"markUp\": \"10\", \"confirm\": true}")
                        .body();

        assertThat(stopped.path("pricesSent").asBoolean()).isFalse();
        assertThat(stopped.path("words").asText()).startsWith("currency: it was EUR and is USD");
        assertThat(sent.path("pricesSent").asBoolean()).isTrue();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> held(story, night).equals("{14256}") && !closed(story, night));
        assertThat(
                        story.pushesSince(before).stream()
                                .map(push -> push.path("body").asText())
                                .filter(body -> body.contains("AmountAfterTax")))
                .isNotEmpty()
                .allMatch(body -> body.contains("CurrencyCode=\"USD\""));
    }

    @Test
    void marksUpAtTheConnectionThatSaysSoAndTellsTheOtherNothing() {
        ExpediaHouse house = ExpediaHouse.begin("", "\"mark_up\": \"10\"");
        int other = alsoAtBooking(house);
        house.awaitOpen();
        await().atMost(Duration.ofSeconds(60)).until(() -> prices(house, other).equals("{12000}"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> prices(house, house.connection()).equals("{13200}"));
        await().atMost(Duration.ofSeconds(60)).until(() -> isQuiet(house, other));
        int before = attempts(house, other);

        house.sql()
                .sql(
                        "update third_party_integrations set configuration = configuration || '{\"mark_up\": 12.5}' where id = ?")
                .param(house.connection())
                .update();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> prices(house, house.connection()).equals("{13500}"));
        assertThat(prices(house, other)).isEqualTo("{12000}");
        assertThat(attempts(house, other)).isEqualTo(before);
    }

    /** The same hotel at another channel. */
    private static int alsoAtBooking(ExpediaHouse house) {
        SandboxClient sandbox = new SandboxClient(house.serai().sandboxUrl());
        int number = house.number();
        sandbox.put("/sandbox/accounts/both-" + number, "{\"secret\":\"secret\"}");
        sandbox.put(
                "/sandbox/hotels/" + (770_000 + number),
                """
                {"name":"Casa do Mar","currency":"EUR","pricing":"standard","accounts":["both-%1$d"],
                 "rooms":[{"id":%1$d7,"name":"Garden Double","maxPersons":3,"rates":[{"id":%1$d71,"name":"Standard","maxPersons":3}]}]}
                """
                        .formatted(number));
        return house.sql()
                .sql(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, is_enabled, status)
                        values ('Booking.com', 'ota', 'booking.com', jsonb_build_object('api_key', ?::text, 'api_secret', 'secret'),
                                jsonb_build_object('test_mode', true, 'hotel_id', ?::bigint, 'partner_id', 'P1', 'hotel', ?::text), true, 'active')
                        returning id
                        """)
                .params("both-" + number, 770_000 + number, "expedia-" + number)
                .query(Integer.class)
                .single();
    }

    private static String prices(ExpediaHouse house, int connection) {
        return house.sql()
                .sql(
                        """
                        select string_agg(distinct h.prices::text, ' ') from held_nights h join ota_rate_plans r on r.id = h.remote_id
                         where r.connection_id = ? and r.product_id is not null and h.unknown = 0 and h.prices is not null
                        """)
                .param(connection)
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static boolean isQuiet(ExpediaHouse house, int connection) {
        return house.sql()
                .sql(
                        "select not exists (select from marks where connection_id = k.connection_id) and owner is null from claims k where connection_id = ?")
                .param(connection)
                .query(Boolean.class)
                .single();
    }

    private static int attempts(ExpediaHouse house, int connection) {
        return house.sql()
                .sql("select count(*) from attempts where connection_id = ?")
                .param(connection)
                .query(Integer.class)
                .single();
    }

    private static void inDollars(Story story) {
        long number = story.remoteHotel() - 777_000L;
        story.sandbox()
                .put(
                        "/sandbox/hotels/" + story.remoteHotel(),
                        """
                        {"name":"Casa do Mar","currency":"USD","pricing":"standard","accounts":["client-%d"],
                         "rooms":[{"id":%d,"name":"Garden Double","maxPersons":2,"rates":[
                           {"id":%d,"name":"Standard","maxPersons":2},
                           {"id":%d,"name":"Half board","maxPersons":2},
                           {"id":%d,"name":"Saver","maxPersons":2}]}]}
                        """
                                .formatted(
                                        number,
                                        story.remoteRoom(),
                                        story.remoteRate(0),
                                        story.remoteRate(1),
                                        story.remoteRate(2)));
    }

    private static String onlyPriceMessage(Story story, long before) {
        await().atMost(Duration.ofSeconds(90)).until(() -> !priceMessages(story, before).isEmpty());
        story.quiet();
        assertThat(priceMessages(story, before)).hasSize(1);
        return priceMessages(story, before).get(0);
    }

    private static List<String> priceMessages(Story story, long before) {
        return story.pushesSince(before).stream()
                .filter(push -> push.path("path").asText().contains("RateAmount"))
                .map(push -> push.path("body").asText())
                .toList();
    }

    private static void rule(Story story, String columns, String values) {
        story.sql()
                .sql(
                        "insert into price_rules (hotel_id, name, position, %s) values (%d, 'Rule', 1, %s)"
                                .formatted(columns, story.hotel(), values))
                .update();
    }

    private static String standard(Story story) {
        return "(select array_agg(id) from rate_plans where hotel_id = %d and code = 'Standard')"
                .formatted(story.hotel());
    }

    private static void move(Story story, String zone) {
        story.sql()
                .sql("update hotels set time_zone = ? where id = ?")
                .params(zone, story.hotel())
                .update();
    }

    private static LocalDate today(Story story) {
        return story.sql()
                .sql("select serai_today(?)")
                .param(story.hotel())
                .query(LocalDate.class)
                .single();
    }

    private static String held(Story story, LocalDate night) {
        return held(story, night, 0);
    }

    private static String held(Story story, LocalDate night, int plan) {
        return cell(story, night, plan, "coalesce(h.prices::text, '')");
    }

    private static boolean closed(Story story, LocalDate night) {
        return cell(story, night, 0, "(h.closed and h.unknown & 4 = 0)::text").equals("true");
    }

    private static String cell(Story story, LocalDate night, int plan, String what) {
        return story.sql()
                .sql(
                        "select "
                                + what
                                + " from held_nights h join ota_rate_plans r on r.id = h.remote_id where r.connection_id = ? and r.product_id = ? and h.night = ?")
                .params(story.connection(), story.product(plan), night)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
