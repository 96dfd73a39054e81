package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.delivery.gate.HeldDecisions;
import io.serai.delivery.gate.HeldPrice;
import io.serai.delivery.gate.HeldPriceChanged;
import io.serai.delivery.gate.HeldPriceId;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import io.serai.delivery.gate.NotRight;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Prices that are held until a person has looked at them. */
class HeldPricesTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);
    private static final LocalDate FIRST = YearMonth.from(TODAY).plusMonths(2).atDay(1);
    private static final LocalDate NIGHT = FIRST.plusDays(9);

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries here;
    private static Deliveries byGuests;
    private static Deliveries byStay;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;
    private String room;
    private String rate;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        here =
                new Deliveries(
                        database,
                        NOON,
                        Deliveries.BY_MONTH
                                + "price-bounds: { most: { EUR: \"5000\", any: \"\" } }\n",
                        new GateSettings(BigDecimal.valueOf(200), 3));
        byGuests =
                new Deliveries(
                        database,
                        NOON,
                        Deliveries.BY_WEEKDAYS
                                + "price-bounds: { most: { EUR: \"800\", any: \"\" } }\n",
                        new GateSettings(BigDecimal.valueOf(200), 0));
        byStay = new Deliveries(database, NOON, Deliveries.BY_STAY);
    }

    @AfterAll
    static void stop() {
        here.close();
        byGuests.close();
        byStay.close();
        database.close();
    }

    @BeforeEach
    void aHotelThatSellsFourWeeksAtAHundred() {
        sql("update third_party_integrations set is_enabled = false");
        hotel = SampleHotel.another(database);
        room = remote("remote_room", hotel.remoteRoom());
        rate = remote("remote_rate", hotel.remoteRate());
        hotel.sell(database, FIRST, FIRST.plusDays(27), 5, 100_00);
        here.run(channel);
        channel.heard();
    }

    @Test
    void sendsTheRestAndHoldsThePriceThatStandsOut() {
        sql(
                "begin; update rate_nights set prices = '{11000}' where product_id = %1$d; update rate_nights set prices = '{120000}' where product_id = %1$d and night = '%2$s'; commit"
                        .formatted(hotel.product(), NIGHT));

        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("100.00");
        assertThat(price(NIGHT.minusDays(1))).isEqualTo("110.00");
        assertThat(price(NIGHT.plusDays(1))).isEqualTo("110.00");
        assertThat(channel.shows(room, rate, NIGHT, "closed")).isEqualTo("false");
        assertThat(held())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.from()).isEqualTo(NIGHT).isEqualTo(one.to());
                            assertThat(one.prices()).containsExactly(1200_00L);
                            assertThat(one.reference()).containsExactly(110_00L);
                            assertThat(one.reasons()).containsExactly("jump");
                            assertThat(one.words())
                                    .containsExactly(
                                            "held for approval: 1200.00 is more than 3 times 110.00,"
                                                    + " the middle of the nights around it");
                            assertThat(one.channels())
                                    .singleElement()
                                    .extracting(HeldPrice.Channel::holds)
                                    .isEqualTo(List.of(100_00L));
                        });
        assertThat(here.due()).isEmpty();
    }

    @Test
    void sendsWhatWasApprovedAndNothingElse() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);
        channel.heard();

        approve();
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("1200.00");
        assertThat(channel.heard()).hasSize(1);
        assertThat(held()).isEmpty();
        assertThat(
                        jdbc.sql(
                                        "select act || ' ' || nights from audit where hotel_id = ? and subject = 'price_approvals'")
                                .param(hotel.id())
                                .query(String.class)
                                .single())
                .isEqualTo("approve {[%s,%s)}".formatted(NIGHT, NIGHT.plusDays(1)));
    }

    @Test
    void endsAnApprovalWithThePriceItIsFor() {
        price(NIGHT, NIGHT.plusDays(1), 1200_00);
        here.run(channel);
        approve();
        here.run(channel);

        price(NIGHT, NIGHT, 1300_00);
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("1200.00");
        assertThat(price(NIGHT.plusDays(1))).isEqualTo("1200.00");
        assertThat(approvals())
                .containsExactly("{[%s,%s)}".formatted(NIGHT.plusDays(1), NIGHT.plusDays(2)));
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);
        assertThat(held()).isEmpty();
    }

    @Test
    void refusesToApproveWhatIsNotHeldAnyMore() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);
        List<HeldPriceId> seen = held().stream().map(HeldPrice::id).toList();
        price(NIGHT, NIGHT, 1300_00);
        here.run(channel);

        assertThatThrownBy(() -> HeldDecisions.approve(jdbc, hotel.id(), seen))
                .isInstanceOfSatisfying(
                        HeldPriceChanged.class,
                        changed -> assertThat(changed.now()).containsExactly(130000L));
        assertThat(approvals()).isEmpty();
    }

    @Test
    void refusesToApproveWhatIsNotWantedAnyMoreAlsoBeforeAChannelHasLooked() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);
        price(NIGHT, NIGHT, 90_00);

        assertThatThrownBy(this::approve)
                .isInstanceOfSatisfying(
                        HeldPriceChanged.class,
                        changed -> assertThat(changed.now()).containsExactly(90_00L));
        assertThat(approvals()).isEmpty();
    }

    @Test
    void listsOnePriceOnceHoweverManyRatesWaitForIt() {
        sql(
                "insert into ota_rate_plans (hotel_id, connection_id, remote_room, remote_rate, product_id, max_guests) select hotel_id, connection_id, remote_room, remote_rate || '9', product_id, 2 from ota_rate_plans where id = "
                        + hotel.remoteRate());
        here.run(channel);

        price(NIGHT, NIGHT.plusDays(1), 1200_00);
        here.run(channel);

        assertThat(held())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.to()).isEqualTo(NIGHT.plusDays(1));
                            assertThat(one.channels()).hasSize(2);
                        });
        approve();
        here.run(channel);
        assertThat(price(NIGHT)).isEqualTo("1200.00");
        assertThat(channel.shows(room, rate + "9", NIGHT, "price:room")).isEqualTo("1200.00");
    }

    @Test
    void sendsThePriceThatWasPutRight() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);

        HeldDecisions.putRight(jdbc, hotel.id(), held().get(0).id(), new Long[] {125_00L});
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("125.00");
        assertThat(held()).isEmpty();
    }

    @Test
    void leavesANightClosedThatTheChannelNeverHadAPriceFor() {
        LocalDate fresh = FIRST.plusDays(30);
        price(FIRST.plusDays(28), FIRST.plusDays(29), 100_00);
        price(fresh, fresh, 1200_00);

        here.run(channel);

        assertThat(channel.shows(room, rate, fresh, "closed")).isEqualTo("true");
        assertThat(price(fresh)).isNull();
        assertThat(held().get(0).channels().get(0).holds()).isNull();
        approve();
        here.run(channel);
        assertThat(channel.shows(room, rate, fresh, "closed")).isEqualTo("false");
        assertThat(price(fresh)).isEqualTo("1200.00");
    }

    @Test
    void leavesANightClosedThatIsOpenedWithAPriceThatIsHeld() {
        sql(
                "update rate_nights set closed = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), NIGHT));
        here.run(channel);

        sql(
                "update rate_nights set closed = false, prices = '{120000}' where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), NIGHT));
        here.run(channel);

        assertThat(channel.shows(room, rate, NIGHT, "closed")).isEqualTo("true");
        approve();
        here.run(channel);
        assertThat(channel.shows(room, rate, NIGHT, "closed")).isEqualTo("false");
        assertThat(price(NIGHT)).isEqualTo("1200.00");
    }

    @Test
    void tellsWhatTheChannelAcceptedLastWhenAllIsToldAnew() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);

        tellAgain();

        assertThat(told(NIGHT)).isEqualTo(Map.of("price", "100.00", "closed", "false"));
        assertThat(held()).hasSize(1);
    }

    @Test
    void holdsNoPriceThatTheChannelAcceptedBefore() {
        price(NIGHT, NIGHT, 1200_00);
        here.run(channel);
        approve();
        here.run(channel);
        sql("delete from price_approvals");

        tellAgain();

        assertThat(told(NIGHT)).isEqualTo(Map.of("price", "1200.00", "closed", "false"));
        assertThat(held()).isEmpty();
    }

    @Test
    void letsAWholeSeasonPassAndTheNightsAtItsEnds() {
        price(FIRST.plusDays(10), FIRST.plusDays(20), 180_00);

        here.run(channel);

        assertThat(price(FIRST.plusDays(9))).isEqualTo("100.00");
        assertThat(price(FIRST.plusDays(10))).isEqualTo("180.00");
        assertThat(price(FIRST.plusDays(20))).isEqualTo("180.00");
        assertThat(held()).isEmpty();
    }

    @Test
    void sendsAHeldPriceOnceTheNightsAroundItHaveFollowed() {
        price(NIGHT, NIGHT, 310_00);
        here.run(channel);
        assertThat(held()).hasSize(1);

        price(NIGHT.minusDays(3), NIGHT.minusDays(1), 150_00);
        price(NIGHT.plusDays(1), NIGHT.plusDays(3), 150_00);
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("310.00");
        assertThat(held()).isEmpty();
    }

    @Test
    void holdsWhatLeavesTheHotelsOwnBoundsAndLooksAgainWhenTheyChange() {
        sql("update hotels set least_price = 8000, most_price = 15000 where id = " + hotel.id());
        price(NIGHT, NIGHT, 150_01);
        price(NIGHT.plusDays(1), NIGHT.plusDays(1), 79_99);
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("100.00");
        assertThat(held())
                .extracting(one -> one.reasons().get(0))
                .containsExactly("hotel-bounds", "hotel-bounds");
        sql("update room_types set most_price = 20000 where id = " + hotel.roomType());
        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("150.01");
        assertThat(price(NIGHT.plusDays(1))).isEqualTo("100.00");
        assertThat(held()).hasSize(1);
    }

    @Test
    void holdsWhatTheChannelTakesFromNobody() {
        sql("update hotels set most_jump = 100000 where id = " + hotel.id());
        price(NIGHT, NIGHT, 5000_01);
        price(NIGHT.plusDays(1), NIGHT.plusDays(1), 5000_00);

        here.run(channel);

        assertThat(price(NIGHT)).isEqualTo("100.00");
        assertThat(price(NIGHT.plusDays(1))).isEqualTo("5000.00");
        assertThat(held())
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.reasons()).containsExactly("channel-bounds");
                            assertThat(one.words().get(0))
                                    .contains("above the channel's threshold, at most 5000.00");
                        });
    }

    @Test
    void keepsANightClosedThatSomebodyOpenedThereWhileItsPriceIsHeld() {
        sql(
                "update rate_nights set closed = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), NIGHT));
        here.run(channel);
        sql(
                "update rate_nights set closed = false, prices = '{120000}' where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), NIGHT));
        here.run(channel);
        channel.heard();
        long drift =
                jdbc.sql(
                                "insert into drifts (hotel_id, connection_id, remote_id, nights, field, held, shown) values (?, ?, ?, daterange(?, ?), 'closed', '1', '0') returning id")
                        .params(
                                hotel.id(),
                                hotel.connection(),
                                hotel.remoteRate(),
                                NIGHT,
                                NIGHT.plusDays(1))
                        .query(Long.class)
                        .single();

        new DriftSettling(jdbc, here.bean(Wakes.class))
                .settle(List.of(drift), DriftChoice.OURS, "user:anna");
        here.run(channel);

        assertThat(told(NIGHT)).isEqualTo(Map.of("closed", "true"));
        assertThat(held()).hasSize(1);
    }

    @Test
    void knowsThePricesOfAChannelThatReplacesThemAfterARestrictionWasToldAlone() {
        byGuests("{8000, 10000}");
        tellAgain(byGuests);
        byGuests("{9000, 11000}");

        sql("update rate_nights set min_through = 2 where product_id = " + hotel.product());
        byGuests.run(channel);
        channel.heard();
        byGuests("{90000, 110000}");

        assertThat(channel.heard()).isEmpty();
        assertThat(held().get(0).channels().get(0).holds()).containsExactly(90_00L, 110_00L);
    }

    @Test
    void takesBackNoPriceThatWasDroppedSinceAllWasToldAnew() {
        byGuests("{8000, 10000}");
        tellAgain(byGuests);
        byGuests("{9000, null}");
        channel.heard();

        byGuests("{90000, 110000}");

        assertThat(channel.heard()).isEmpty();
        assertThat(held().get(0).channels().get(0).holds()).containsExactly(90_00L, null);
    }

    @Test
    void opensNoStayForAPriceOfLongAgoWhileNewOnesAreHeld() {
        sql(
                "update rate_plans set pricing = 'length-of-stay', longest_stay = 4 where hotel_id = "
                        + hotel.id());
        sql("update hotels set most_price = 12000 where id = " + hotel.id());
        prices("{10000, 19000, 27000, 34000}");
        byStay.run(channel);
        prices("{10000, 19000, null, null}");
        byStay.run(channel);
        assertThat(channel.shows(room, rate, NIGHT, "max-arrival")).isEqualTo("2");

        prices("{90000, 170000, 250000, 330000}");
        byStay.run(channel);
        assertThat(channel.shows(room, rate, NIGHT, "max-arrival")).isEqualTo("2");
        tellAgain(byStay);
        assertThat(channel.shows(room, rate, NIGHT, "max-arrival")).isEqualTo("2");
        assertThat(channel.shows(room, rate, NIGHT, "closed")).isEqualTo("false");

        prices("{10000, 19000, 28000, 35000}");
        byStay.run(channel);
        assertThat(channel.shows(room, rate, NIGHT, "max-arrival")).isEqualTo("4");
    }

    @Test
    void putsNothingRightWithThePriceThatIsHeldOrNone() {
        sql("update hotels set most_jump = 100000 where id = " + hotel.id());
        price(FIRST, FIRST.plusDays(27), 5000_01);
        here.run(channel);
        HeldPrice one = held().get(0);

        assertThat(one.reference()).isNull();
        assertThatThrownBy(
                        () ->
                                HeldDecisions.putRight(
                                        jdbc, hotel.id(), one.id(), new Long[] {5000_01L}))
                .isInstanceOf(NotRight.class);
        assertThatThrownBy(
                        () -> HeldDecisions.putRight(jdbc, hotel.id(), one.id(), new Long[] {null}))
                .isInstanceOf(NotRight.class);
        assertThat(held()).hasSize(1);
    }

    /** The channel's rate is priced by guests; it is told what is to be told of it. */
    private void byGuests(String prices) {
        sql("update rate_plans set pricing = 'occupancy' where hotel_id = " + hotel.id());
        prices(prices);
        byGuests.run(channel);
    }

    private void prices(String prices) {
        sql(
                "update rate_nights set prices = '%s' where product_id = %d and night >= '%s'"
                        .formatted(prices, hotel.product(), FIRST));
    }

    private void tellAgain(Deliveries by) {
        by.bean(Marks.class).tellAgain(hotel.connection(), FIRST, FIRST.plusDays(27));
        by.run(channel);
    }

    private void tellAgain() {
        channel.heard();
        here.bean(Marks.class).tellAgain(hotel.connection(), FIRST, FIRST.plusDays(27));
        here.run(channel);
    }

    /** What it was told of a night since the last time. */
    private Map<String, String> told(LocalDate night) {
        Map<String, String> told = new java.util.TreeMap<>();
        for (JsonNode message : channel.heard()) {
            for (JsonNode update : message.path("updates")) {
                boolean covers =
                        !LocalDate.parse(update.path("from").asText()).isAfter(night)
                                && !LocalDate.parse(update.path("to").asText()).isBefore(night);
                JsonNode set = update.path("set");
                if (covers && set.has("price")) {
                    told.put("price", set.path("price").path("room").asText());
                }
                if (covers && set.has("closed")) {
                    told.put("closed", set.path("closed").asText());
                }
            }
        }
        return told;
    }

    private List<HeldPrice> held() {
        return HeldPrices.list(
                jdbc,
                hotel.id(),
                new HeldWish(null, null, null, TODAY, TODAY.plusDays(500), null, 100));
    }

    private void approve() {
        HeldDecisions.approve(jdbc, hotel.id(), held().stream().map(HeldPrice::id).toList());
    }

    private List<String> approvals() {
        return jdbc.sql("select nights::text from price_approvals where hotel_id = ?")
                .param(hotel.id())
                .query(String.class)
                .list();
    }

    private String price(LocalDate night) {
        return channel.shows(room, rate, night, "price:room");
    }

    private void price(LocalDate from, LocalDate to, long price) {
        sql(
                "insert into rate_nights (product_id, night, hotel_id, prices) select p.id, d::date, p.hotel_id, '{%d}' from products p, generate_series(date '%s', '%s', interval '1 day') d where p.id = %d on conflict (product_id, night) do update set prices = excluded.prices"
                        .formatted(price, from, to, hotel.product()));
    }

    private static String remote(String column, int id) {
        return jdbc.sql("select " + column + " from ota_rate_plans where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }
}
