package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class RuleMarkingTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

    private static Database database;
    private static JdbcClient jdbc;

    private final LocalDate today = LocalDate.now(LISBON);
    private SampleHotel hotel;
    private SampleHotel.Rate child;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void aHotelWithAPlanAndOneDerivedFromIt() {
        hotel = SampleHotel.another(database);
        hotel.sell(database, today, today.plusDays(30), 10, 100_00);
        child = hotel.rate(database, "CHILD");
        sql(
                "update rate_plans c set parent_id = p.id, offset_percent = -10 from rate_plans p where"
                        + " p.hotel_id = c.hotel_id and p.code = 'STD' and c.code = 'CHILD' and c.hotel_id = "
                        + hotel.id());
        forget();
    }

    @Test
    void marksTheNightsOfANewRuleWithThoseDerivedFromThem() {
        rule("seasons, percent", "'{[%s,%s]}', 10".formatted(today.plusDays(3), today.plusDays(5)));

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        rate(hotel.product(), 3, 6), rate(child.product(), 3, 6));
    }

    @Test
    void marksWhereARuleWasAndWhereItIs() {
        rule("seasons, percent", "'{[%s,%s]}', 10".formatted(today.plusDays(3), today.plusDays(5)));
        forget();

        sql(
                "update price_rules set seasons = '{[%s,%s]}' where hotel_id = %d"
                        .formatted(today.plusDays(4), today.plusDays(8), hotel.id()));

        assertThat(marks()).contains(rate(hotel.product(), 3, 9));
    }

    @Test
    void reachesTheLastNightOfASeasonThatIsDatedInALeapYear() {
        rule("seasons, each_year, percent", "'{[2028-02-01,2028-02-28]}', true, 10");

        assertThat(
                        jdbc.sql(
                                        "select serai_season_nights(r, '2027-03-01') * '{[2027-02-27,2027-03-02],[2028-02-27,2028-03-02]}'"
                                                + " from price_rules r where hotel_id = ?")
                                .param(hotel.id())
                                .query(String.class)
                                .single())
                .isEqualTo("{[2027-02-27,2027-03-01),[2028-02-27,2028-02-29)}");
    }

    @Test
    void marksNothingForANameOrARuleThatIsSwitchedOff() {
        rule("percent, is_enabled", "10, false");
        sql("update price_rules set name = 'Other', percent = 12 where hotel_id = " + hotel.id());
        sql("update price_rules set percent = percent where hotel_id = " + hotel.id());

        assertThat(marks()).isEmpty();
    }

    @Test
    void marksWhatADeletedRuleHadReached() {
        rule("seasons, percent", "'{[%s,%s]}', 10".formatted(today.plusDays(3), today.plusDays(5)));
        forget();

        sql("delete from price_rules where hotel_id = " + hotel.id());

        assertThat(marks()).contains(rate(hotel.product(), 3, 6));
    }

    @Test
    void marksTheHorizonWhereAFloorChanges() {
        sql("update products set floor_price = 9000 where id = " + child.product());
        sql(
                "update rate_plans set ceiling_price = 90000 where code = 'STD' and hotel_id = "
                        + hotel.id());

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        rate(child.product(), 0, 550),
                        rate(hotel.product(), 0, 550),
                        rate(child.product(), 0, 550));
    }

    @Test
    void marksNoPricesWhenRoomsChangeAndNoRuleLooksAtThem() {
        rule("percent", "10");
        forget();

        sell(4);

        assertThat(marks()).containsExactly(room(4, 5));
    }

    @Test
    void marksThePricesOfTheNightsWhoseRoomsChangeWhereARuleLooksAtThem() {
        rule(
                "seasons, percent, occupancy_from",
                "'{[%s,%s]}', 10, 80".formatted(today.plusDays(3), today.plusDays(5)));
        forget();

        sell(4);
        sell(9);

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        room(4, 5),
                        rate(hotel.product(), 4, 5),
                        rate(child.product(), 4, 5),
                        room(9, 10));
    }

    @Test
    void letsARuleWaitForRoomsThatAreBeingSoldWithoutKnowingIt() throws Exception {
        CompletableFuture<Void> rule;
        try (Connection seller = database.owner().getConnection();
                Statement sale = seller.createStatement()) {
            seller.setAutoCommit(false);
            sale.execute(
                    "update room_nights set sold = 9 where night = '%s' and room_type_id = %d"
                            .formatted(today.plusDays(4), hotel.roomType()));
            rule = CompletableFuture.runAsync(() -> rule("percent, occupancy_from", "10, 80"));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    one("select exists (select from pg_locks where locktype = 'advisory' and not granted)::text")
                                            .equals("true"));
            assertThat(marks()).isEmpty();
            seller.commit();
        }
        rule.get(20, TimeUnit.SECONDS);

        assertThat(marks()).containsSubsequence(room(4, 5), rate(hotel.product(), 0, 550));
    }

    @Test
    void marksPricesOfOtherRoomTypesOnlyWhereTheWholeHotelCounts() {
        int other = otherRoomType();
        rule("percent, occupancy_from", "10, 80");
        forget();

        sell(4);
        assertThat(marks()).noneMatch(mark -> mark.startsWith("rate " + other + " "));

        sql("update price_rules set occupancy_of = 'hotel' where hotel_id = " + hotel.id());
        forget();
        sell(6);
        assertThat(marks()).contains(rate(other, 6, 7));
    }

    @Test
    void marksPricesWhereTheOverbookingAllowanceChanges() {
        rule("percent, occupancy_from", "10, 80");
        forget();

        sql("update room_types set overbooking = 2 where id = " + hotel.roomType());

        assertThat(marks()).contains(rate(hotel.product(), 0, 550));
    }

    @Test
    void letsAnOverbookingAllowanceWaitForARuleThatIsBeingMade() throws Exception {
        CompletableFuture<Void> allowance;
        try (Connection maker = database.owner().getConnection();
                Statement rule = maker.createStatement()) {
            maker.setAutoCommit(false);
            rule.execute(
                    "insert into price_rules (hotel_id, name, position, percent, occupancy_from) values (%d, 'Rule', 1, 10, 80)"
                            .formatted(hotel.id()));
            allowance =
                    CompletableFuture.runAsync(
                            () ->
                                    sql(
                                            "update room_types set overbooking = 2 where id = "
                                                    + hotel.roomType()));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(
                            () ->
                                    one("select exists (select from pg_locks where locktype = 'advisory' and not granted)::text")
                                            .equals("true"));
            maker.commit();
        }
        allowance.get(20, TimeUnit.SECONDS);

        assertThat(marks())
                .filteredOn(rate(hotel.product(), 0, 550)::equals)
                .as("the rule's and the allowance's")
                .hasSize(2);
    }

    @Test
    void marksPricesWhereTheMostGuestsChange() {
        sql("update room_types set max_guests = 3 where id = " + hotel.roomType());
        assertThat(marks()).contains(rate(hotel.product(), 0, 550), rate(child.product(), 0, 550));
        forget();

        sql("update ota_rate_plans set max_guests = 3 where id = " + hotel.remoteRate());
        sql("update ota_rate_plans set max_guests = 3 where id = " + hotel.remoteRoom());

        assertThat(marks()).containsExactly(rate(hotel.product(), 0, 550));
    }

    @Test
    void forgetsThePricesToldOfARateThatIsPricedInAnotherWay() {
        sql(
                "update rate_plans set parent_id = null, offset_percent = null where code = 'CHILD' and hotel_id = "
                        + hotel.id());
        tell();
        sql("update rate_plans set pricing = 'occupancy' where hotel_id = " + hotel.id());
        assertThat(told()).isEqualTo("? ? false");

        tell();
        sql(
                "update rate_plans set pricing = 'length-of-stay', longest_stay = 3 where hotel_id = "
                        + hotel.id());
        tell();
        sql("update rate_plans set longest_stay = 4 where hotel_id = " + hotel.id());
        assertThat(told()).isEqualTo("? ? false");

        tell();
        sql("update ota_rate_plans set pricing = 'per-day' where id = " + hotel.remoteRate());
        assertThat(told()).isEqualTo("? ? false");
    }

    @Test
    void keepsThePricesToldOfARateThatTheChannelPricesAsBefore() {
        tell();

        sql("update ota_rate_plans set pricing = 'per-day' where id = " + hotel.remoteRate());

        assertThat(told()).isEqualTo("{10000} {9000} false");
    }

    private void tell() {
        sql(
                "insert into held_nights (remote_id, night, hotel_id, prices, stood, closed) values (%d, '%s', %d, '{10000}', '{9000}', false) on conflict (remote_id, night) do update set prices = excluded.prices, stood = excluded.stood"
                        .formatted(hotel.remoteRate(), today, hotel.id()));
    }

    private String told() {
        return one(
                "select coalesce(prices::text, '?') || ' ' || coalesce(stood::text, '?') || ' ' || closed from held_nights where hotel_id = "
                        + hotel.id());
    }

    @Test
    void marksExactlyTheNightsThatCrossedALeadTimeSinceItWasLastLookedAt() {
        rule("percent, lead_from, lead_to", "10, 3, 7");
        sql("update hotels set aged_on = '%s' where id = %d".formatted(today, hotel.id()));
        forget();

        ageing(0).age(hotel.id());
        assertThat(marks()).isEmpty();

        ageing(1).age(hotel.id());
        assertThat(marks()).contains(rate(hotel.product(), "3,4 8,9"));
        forget();

        ageing(1).age(hotel.id());
        assertThat(marks()).isEmpty();

        ageing(4).age(hotel.id());
        assertThat(marks()).contains(rate(hotel.product(), "4,7 9,12"));
    }

    @Test
    void marksAllPricesOfAConnectionWhoseTermsChange() {
        sql(
                "update third_party_integrations set configuration = configuration || '{\"mark_up\": \"12.5\"}' where id = "
                        + hotel.connection());

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        rate(hotel.product(), 0, 550), rate(child.product(), 0, 550));
    }

    @Test
    void refusesTermsThatCannotBeMeant() {
        assertThatThrownBy(() -> configure("{\"commission\": \"100\"}"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> configure("{\"mark_up\": \"a lot\"}"))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> configure("{\"mark_up\": 5, \"commission\": 15}"))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesARuleForAnotherHotelsPlan() {
        SampleHotel other = SampleHotel.another(database);

        assertThatThrownBy(
                        () ->
                                rule(
                                        "percent, room_type_ids",
                                        "10, '{%d}'".formatted(other.roomType())))
                .hasMessageContaining("expected: room types of hotel " + hotel.id());
    }

    @Test
    void doubtsAndStopsPricesWhoseCurrencyChanged() {
        sql(
                "insert into held_nights (remote_id, night, hotel_id, prices, closed) values (%d, '%s', %d, '{10000}', false)"
                        .formatted(hotel.remoteRate(), today, hotel.id()));

        sql(
                "update third_party_integrations set currency = 'USD' where id = "
                        + hotel.connection());

        assertThat(
                        one(
                                "select unknown || ' ' || coalesce(prices::text, '?') from held_nights where hotel_id = "
                                        + hotel.id()))
                .isEqualTo("512 ?");
        assertThat(
                        one(
                                "select prices_stopped from third_party_integrations where id = "
                                        + hotel.connection()))
                .startsWith("currency: it was EUR and is USD now");
    }

    @Test
    void stopsNothingWhereNoPriceWasEverTold() {
        sql(
                "update third_party_integrations set currency = 'USD' where id = "
                        + hotel.connection());

        assertThat(
                        one(
                                "select coalesce(prices_stopped, 'sent') from third_party_integrations where id = "
                                        + hotel.connection()))
                .isEqualTo("sent");
    }

    private Ageing ageing(int days) {
        Clock clock =
                Clock.fixed(
                        today.plusDays(days).atTime(0, 0, 5).atZone(LISBON).toInstant(), LISBON);
        return new Ageing(JdbcClient.create(database.engine()), clock);
    }

    private void sell(int day) {
        sql(
                "update room_nights set sold = sold + 1 where night = '%s' and room_type_id = %d"
                        .formatted(today.plusDays(day), hotel.roomType()));
    }

    private int otherRoomType() {
        int type =
                Integer.parseInt(
                        one(
                                "insert into room_types (hotel_id, code, name, size, max_guests) values (%d, 'SUI', 'Suite', 3, 2) returning id"
                                        .formatted(hotel.id())));
        return Integer.parseInt(
                one(
                        "insert into products (hotel_id, room_type_id, rate_plan_id) select hotel_id, %d, id from rate_plans where hotel_id = %d and code = 'STD' returning id"
                                .formatted(type, hotel.id())));
    }

    private void configure(String json) {
        sql(
                "update third_party_integrations set configuration = configuration || '%s' where id = %d"
                        .formatted(json, hotel.connection()));
    }

    private void rule(String columns, String values) {
        sql(
                "insert into price_rules (hotel_id, name, position, %s) values (%d, 'Rule', 1, %s)"
                        .formatted(columns, hotel.id(), values));
    }

    private void forget() {
        sql("delete from marks where hotel_id = " + hotel.id());
    }

    private List<String> marks() {
        return jdbc.sql(
                        """
                        select coalesce('room ' || room_type_id, 'rate ' || product_id) || ' '
                               || (select string_agg((lower(r) - ?::date) || ',' || (upper(r) - ?::date), ' ' order by r) from unnest(nights) r)
                          from marks where connection_id = ? order by id
                        """)
                .params(today, today, hotel.connection())
                .query(String.class)
                .list();
    }

    private String room(int from, int beyond) {
        return "room " + hotel.roomType() + " " + from + "," + beyond;
    }

    private static String rate(int product, int from, int beyond) {
        return rate(product, from + "," + beyond);
    }

    private static String rate(int product, String nights) {
        return "rate " + product + " " + nights;
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private static String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
