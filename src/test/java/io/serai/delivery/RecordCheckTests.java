package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RecordCheckTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);
    private static final LocalDate FIRST = TODAY.plusDays(40);
    private static final long HOUR = 3_600_000;

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries serai;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        serai = new Deliveries(database, NOON, Deliveries.BY_MONTH);
    }

    @AfterAll
    static void stop() {
        serai.close();
        database.close();
    }

    @BeforeEach
    void aHotelWhoseChannelHoldsWhatIsWanted() {
        sql("update third_party_integrations set is_enabled = false");
        hotel = SampleHotel.another(database);
        hotel.sell(database, FIRST, FIRST.plusDays(9), 5, 100_00);
        sql("update hotels set sold_until = serai_today(id) + horizon, aged_on = serai_today(id)");
        serai.run(channel);
        channel.heard();
    }

    @Test
    void findsAndSendsNothingWhereNothingDiffers() {
        Exchange rates = check(false, null);
        Exchange rooms = check(true, null);

        assertThat(counts(rates)).isEqualTo("looked 1, missed 0, old 0, ");
        assertThat(counts(rooms)).isEqualTo("looked 1, missed 0, old 0, ");
        assertThat(marks()).isZero();
        serai.run(channel);
        assertThat(channel.heard()).isEmpty();
    }

    @Test
    void findsAndSendsAChangeWhoseMarkWasLost() {
        sql("update rate_nights set prices = '{9900}' where product_id = " + hotel.product());
        sql("update room_nights set offered = 3 where room_type_id = " + hotel.roomType());
        sql("delete from marks");

        Exchange rates = check(false, null);
        Exchange rooms = check(true, null);

        assertThat(counts(rates)).isEqualTo("looked 1, missed 10, old 0, ");
        assertThat(counts(rooms)).isEqualTo("looked 1, missed 10, old 0, ");
        serai.run(channel);
        assertThat(channel.heard()).isNotEmpty();
        assertThat(counts(check(false, null))).isEqualTo("looked 1, missed 0, old 0, ");
    }

    @Test
    void leavesAChangeThatIsMarkedToTheDispatcher() {
        sql("update rate_nights set prices = '{9900}' where product_id = " + hotel.product());
        long before = marks();

        assertThat(counts(check(false, null))).isEqualTo("looked 1, missed 0, old 0, ");

        assertThat(marks()).isEqualTo(before);
    }

    @Test
    void tellsOfMarksThatNobodyWorksOff() {
        sql("update rate_nights set prices = '{9900}' where product_id = " + hotel.product());
        sql("update marks set at = now() - interval '5 minutes'");

        assertThat(counts(check(false, HOUR))).isEqualTo("looked 0, missed 0, old 1, ");
        assertThat(counts(check(true, HOUR))).isEqualTo("looked 0, missed 0, old 0, ");
    }

    @Test
    void comparesAtItsTimesWhatWasNotComparedForADay() {
        assertThat(counts(check(false, HOUR))).startsWith("looked 0");

        sql("update claims set rates_compared_at = now() - interval '25 hours'");

        assertThat(counts(check(true, HOUR))).startsWith("looked 0");
        assertThat(counts(check(false, HOUR))).startsWith("looked 1");
        assertThat(counts(check(false, HOUR))).startsWith("looked 0");
    }

    @Test
    void waitsForItsNextTurnWhereTheConnectionIsBusy() {
        sql(
                "update claims set rates_compared_at = now() - interval '25 hours', until = now() + interval '1 hour', owner = 'somebody'");
        assertThat(counts(check(false, HOUR))).startsWith("looked 0");

        sql("update claims set until = '-infinity', owner = null");

        assertThat(counts(check(false, HOUR))).startsWith("looked 1");
    }

    @Test
    void waitsWhereTheDayHasTurnedUntilTheNightsAreRolledOnAndLookedAtAgain() {
        sql("update hotels set sold_until = sold_until - 1 where id = " + hotel.id());
        assertThat(counts(check(false, null))).startsWith("looked 0");

        sql("update hotels set sold_until = sold_until + 1, aged_on = aged_on - 1");
        assertThat(counts(check(true, null))).startsWith("looked 0");

        sql("update hotels set aged_on = aged_on + 1");
        assertThat(counts(check(true, null))).startsWith("looked 1");
    }

    @Test
    void comparesHotelsOfTheZoneThatIsMeant() {
        Exchange tokyo = exchange(null);
        tokyo.getMessage().setHeader("Serai-Zone", "Asia/Tokyo");
        Exchange lisbon = exchange(null);
        lisbon.getMessage().setHeader("Serai-Zone", "Europe/Lisbon");

        serai.bean(RecordCheck.class).rates(tokyo, 10);
        serai.bean(RecordCheck.class).rates(lisbon, 10);

        assertThat(counts(tokyo)).startsWith("looked 0");
        assertThat(counts(lisbon)).startsWith("looked 1");
    }

    private static Exchange check(boolean rooms, @Nullable Long every) {
        Exchange exchange = exchange(every);
        if (rooms) {
            serai.bean(RecordCheck.class).rooms(exchange, 10);
        } else {
            serai.bean(RecordCheck.class).rates(exchange, 10);
        }
        return exchange;
    }

    private static Exchange exchange(@Nullable Long every) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        exchange.getMessage().setHeader("Serai-Every", every);
        return exchange;
    }

    private static String counts(Exchange exchange) {
        return "looked %s, missed %s, old %s, %s"
                .formatted(
                        exchange.getVariable("looked"),
                        exchange.getVariable("missed"),
                        exchange.getVariable("old"),
                        exchange.getVariable("problems"));
    }

    private static long marks() {
        return jdbc.sql("select count(*) from marks").query(Long.class).single();
    }

    private static void sql(String statement) {
        jdbc.sql(statement).update();
    }
}
