package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a channel is told of plans that derive from others, and of prices set by hand. */
class DerivedPlansTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);

    /** The first night of a month that lies ahead. */
    private static final LocalDate FIRST = YearMonth.from(TODAY).plusMonths(2).atDay(1);

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries here;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;
    private SampleHotel.Rate saver;
    private SampleHotel.Rate deal;
    private String room;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        here = new Deliveries(database, NOON, Deliveries.BY_MONTH);
    }

    @AfterAll
    static void stop() {
        here.close();
        database.close();
    }

    /** Saver is a tenth off Standard, deal 5.00 off saver in full euros. */
    @BeforeEach
    void aHotelWithAPlanDerivedFromADerivedOne() {
        sql("update third_party_integrations set is_enabled = false");
        hotel = SampleHotel.another(database);
        room = text("select remote_room from ota_rate_plans where id = " + hotel.remoteRoom());
        hotel.sell(database, FIRST, FIRST.plusDays(27), 5, 123_00);
        saver = hotel.rate(database, "SAVER" + hotel.id());
        deal = hotel.rate(database, "DEAL" + hotel.id());
        plan(saver, "parent_id = %d, offset_percent = -10".formatted(planOf(hotel.product())));
        plan(
                deal,
                "parent_id = %d, offset_amount = -500, rounding_step = 100, rounding_mode = 'down'"
                        .formatted(planOf(saver.product())));
        here.run(channel);
        channel.heard();
    }

    @Test
    void sellsThemAtTheirParentsPrices() {
        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("123.00");
        assertThat(price(saver.remote(), FIRST)).isEqualTo("110.70");
        assertThat(price(deal.remote(), FIRST)).isEqualTo("105.00");
        assertThat(shows(deal.remote(), FIRST, "closed")).isEqualTo("false");
        assertThat(shows(deal.remote(), FIRST.plusDays(28), "closed"))
                .as("a night that nobody wrote for the plan above")
                .isEqualTo("true");
        assertThat(number("select count(*) from rate_nights where product_id = " + deal.product()))
                .isZero();
    }

    @Test
    void changesThemWithTheirParentInOneMessage() {
        sql(
                "update rate_nights set prices = '{20000}' where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));

        assertThat(number("select count(*) from marks where hotel_id = " + hotel.id()))
                .isEqualTo(3);
        here.run(channel);

        List<JsonNode> heard = channel.heard();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).path("updates")).hasSize(3);
        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("200.00");
        assertThat(price(saver.remote(), FIRST)).isEqualTo("180.00");
        assertThat(price(deal.remote(), FIRST)).isEqualTo("175.00");
    }

    @Test
    void marksAPlanOnceWhereOneStatementChangesItAndItsParent() {
        hand(deal.product(), FIRST, 77_00);
        sql("delete from marks");

        sql(
                "update rate_nights set min_through = 2 where hotel_id = %d and night <= '%s'"
                        .formatted(hotel.id(), FIRST.plusDays(1)));

        assertThat(number("select count(*) from marks where product_id = " + deal.product()))
                .isOne();
        assertThat(text("select nights from marks where product_id = " + deal.product()))
                .isEqualTo("{[%s,%s)}".formatted(FIRST, FIRST.plusDays(2)));
    }

    @Test
    void marksNoOthersForAPlanThatNothingDerivesFrom() {
        sql(
                "insert into rate_nights (product_id, night, hotel_id, cta) values (%d, '%s', %d, true)"
                        .formatted(deal.product(), FIRST, hotel.id()));

        assertThat(number("select count(*) from marks where hotel_id = " + hotel.id())).isOne();
    }

    @Test
    void inheritsWhatItIsTold() {
        plan(deal, "inherits = '{closed,cta}'");
        sql(
                "update rate_nights set min_through = 3, cta = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));
        sql(
                "insert into rate_nights (product_id, night, hotel_id, min_through) values (%d, '%s', %d, 2)"
                        .formatted(deal.product(), FIRST, hotel.id()));
        here.run(channel);

        assertThat(shows(saver.remote(), FIRST, "min-through")).isEqualTo("3");
        assertThat(shows(deal.remote(), FIRST, "min-through")).isEqualTo("2");
        assertThat(shows(deal.remote(), FIRST, "cta")).isEqualTo("true");
        assertThat(shows(deal.remote(), FIRST, "closed")).isEqualTo("false");
    }

    @Test
    void closesWithItsParent() {
        sql(
                "update rate_nights set closed = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));
        here.run(channel);

        assertThat(shows(deal.remote(), FIRST, "closed")).isEqualTo("true");
        assertThat(shows(deal.remote(), FIRST.plusDays(1), "closed")).isEqualTo("false");
    }

    @Test
    void tellsWhatAChangedDefinitionChanges() {
        plan(saver, "offset_percent = -20");
        here.run(channel);

        assertThat(price(saver.remote(), FIRST)).isEqualTo("98.40");
        assertThat(price(deal.remote(), FIRST)).isEqualTo("93.00");
        assertThat(channel.heard()).hasSize(1);
    }

    @Test
    void isSoldOnItsValidDatesOnly() {
        plan(
                saver,
                "valid_from = '%s', valid_to = '%s'"
                        .formatted(FIRST.plusDays(2), FIRST.plusDays(3)));
        here.run(channel);

        assertThat(shows(saver.remote(), FIRST.plusDays(1), "closed")).isEqualTo("true");
        assertThat(shows(saver.remote(), FIRST.plusDays(2), "closed")).isEqualTo("false");
        assertThat(shows(saver.remote(), FIRST.plusDays(3), "closed")).isEqualTo("false");
        assertThat(shows(saver.remote(), FIRST.plusDays(4), "closed")).isEqualTo("true");
    }

    @Test
    void closesWhatItsParentIsNoLongerSoldFor() {
        sql("update products set rate_plan_id = rate_plan_id where id = " + saver.product());
        sql("delete from ota_rate_plans where id = " + saver.remote());
        sql("delete from products where id = " + saver.product());
        here.run(channel);

        assertThat(shows(deal.remote(), FIRST, "closed")).isEqualTo("true");
        assertThat(shows(hotel.remoteRate(), FIRST, "closed")).isEqualTo("false");
    }

    @Test
    void keepsAHandSetPriceUntilItIsReleased() {
        hand(hotel.product(), FIRST, 150_00);
        here.run(channel);
        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("150.00");
        assertThat(price(saver.remote(), FIRST)).isEqualTo("135.00");
        channel.heard();

        hotel.sell(database, FIRST, FIRST.plusDays(27), 5, 99_00);
        here.run(channel);

        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("150.00");
        assertThat(price(hotel.remoteRate(), FIRST.plusDays(1))).isEqualTo("99.00");
        release(hotel.product());
        here.run(channel);
        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("99.00");
        assertThat(price(deal.remote(), FIRST)).isEqualTo("84.00");
    }

    @Test
    void letsTheSystemsPriceStandWhereTheHotelChoseThat() {
        hand(hotel.product(), FIRST, 150_00);
        here.run(channel);

        sql("update hotels set price_owner = 'system' where id = " + hotel.id());
        here.run(channel);

        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("123.00");
        assertThat(price(saver.remote(), FIRST)).isEqualTo("110.70");
    }

    @Test
    void takesAHandSetPriceOfADerivedPlanBeforeItsParents() {
        hand(saver.product(), FIRST, 80_00);
        here.run(channel);

        assertThat(price(saver.remote(), FIRST)).isEqualTo("80.00");
        assertThat(price(deal.remote(), FIRST)).isEqualTo("75.00");
        assertThat(price(hotel.remoteRate(), FIRST)).isEqualTo("123.00");
    }

    private static void plan(SampleHotel.Rate rate, String change) {
        sql("update rate_plans set %s where id = %d".formatted(change, planOf(rate.product())));
    }

    private static int planOf(int product) {
        return number("select rate_plan_id from products where id = " + product);
    }

    private void hand(int product, LocalDate night, long price) {
        sql(
                """
                with act as (insert into hand_acts (hotel_id, actor) values (%d, 'user:ana') returning id)
                insert into rate_nights (product_id, night, hotel_id, hand_prices, hand_act) select %d, '%s', %d, '{%d}', id from act
                on conflict (product_id, night) do update set hand_prices = excluded.hand_prices, hand_act = excluded.hand_act
                """
                        .formatted(hotel.id(), product, night, hotel.id(), price));
    }

    private static void release(int product) {
        sql(
                "update rate_nights set hand_prices = null, hand_act = null where hand_act is not null and product_id = "
                        + product);
    }

    private String price(int remote, LocalDate night) {
        return shows(remote, night, "price:room");
    }

    private String shows(int remote, LocalDate night, String field) {
        String rate = text("select remote_rate from ota_rate_plans where id = " + remote);
        return channel.shows(room, rate, night, field);
    }

    private static String text(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }

    private static int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }
}
