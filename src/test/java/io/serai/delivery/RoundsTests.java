package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RoundsTests {

    private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");
    private static final LocalDate TODAY = LocalDate.now(LISBON);
    private static final Clock NOON =
            Clock.fixed(TODAY.atTime(12, 0).atZone(LISBON).toInstant(), LISBON);

    /** The first night of a month that lies ahead. */
    private static final LocalDate FIRST = YearMonth.from(TODAY).plusMonths(2).atDay(1);

    private static final String REFUSES_ALL =
            "{\"outcome\": \"refused\", \"items\": [{\"outcome\": \"refused\", \"code\": \"NO\", \"words\": \"too cheap\"}]}";
    private static final String LATER = "{\"outcome\": \"later\", \"items\": []}";
    private static final String HELD_BACK =
            "{\"outcome\": \"later\", \"retryAfter\": 30, \"items\": [{\"outcome\": \"later\", \"code\": \"held-back\", \"words\": \"not called\"}]}";
    private static final String UNKNOWN = "{\"outcome\": \"unknown\", \"items\": []}";

    private static final Duration MOMENT = Duration.ofMinutes(1);

    private static Database database;
    private static JdbcClient jdbc;
    private static Deliveries here;
    private static Deliveries elsewhere;
    private static Deliveries stays;
    private static Deliveries persons;
    private static Deliveries resting;

    private final TestChannel channel = new TestChannel();
    private SampleHotel hotel;
    private String room;
    private String rate;

    @BeforeAll
    static void start() {
        database = Database.fresh();
        jdbc = JdbcClient.create(database.owner());
        here = new Deliveries(database, NOON, Deliveries.BY_MONTH);
        elsewhere = new Deliveries(database, NOON, Deliveries.BY_MONTH);
        stays = new Deliveries(database, NOON, Deliveries.BY_STAY);
        persons = new Deliveries(database, NOON, Deliveries.BY_PERSON);
        resting = new Deliveries(database, NOON, Deliveries.BY_MONTH, Deliveries.ANY_PRICE, MOMENT);
    }

    @AfterAll
    static void stop() {
        here.close();
        elsewhere.close();
        stays.close();
        persons.close();
        resting.close();
        database.close();
    }

    @BeforeEach
    void aHotelWhoseChannelHoldsWhatIsWanted() {
        sql("update third_party_integrations set is_enabled = false");
        hotel = SampleHotel.another(database);
        room =
                jdbc.sql("select remote_room from ota_rate_plans where id = ?")
                        .param(hotel.remoteRoom())
                        .query(String.class)
                        .single();
        rate =
                jdbc.sql("select remote_rate from ota_rate_plans where id = ?")
                        .param(hotel.remoteRate())
                        .query(String.class)
                        .single();
        hotel.sell(database, FIRST, FIRST.plusDays(27), 5, 100_00);
        here.run(channel);
        channel.heard();
    }

    @Test
    void tellsANewConnectionEverything() {
        assertThat(channel.shows(room, null, FIRST, "rooms")).isEqualTo("5");
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("100.00");
        assertThat(channel.shows(room, rate, FIRST, "closed")).isEqualTo("false");
        assertThat(channel.shows(room, rate, FIRST, "min-through")).isEqualTo("0");
        assertThat(channel.shows(room, rate, TODAY, "closed")).isEqualTo("true");
        assertThat(channel.shows(room, rate, TODAY.minusDays(1), "closed")).isNull();
        assertThat(marks()).isZero();
        assertThat(here.due()).isEmpty();
    }

    @Test
    void sendsAHundredEditsOfOneTransactionAsOneMessage() {
        StringBuilder edits = new StringBuilder("begin;");
        for (int edit = 0; edit < 100; edit++) {
            edits.append(
                    "update rate_nights set prices = '{%d}' where product_id = %d and night between '%s' and '%s';"
                            .formatted(90_00 + edit, hotel.product(), FIRST, FIRST.plusDays(9)));
        }
        sql(edits.append("commit").toString());

        here.run(channel);

        List<JsonNode> heard = channel.heard();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).path("request").asText()).isEqualTo("rates");
        assertThat(heard.get(0).path("updates")).hasSize(1);
        assertThat(channel.shows(room, rate, FIRST.plusDays(9), "price:room")).isEqualTo("90.99");
    }

    @Test
    void sendsNothingForAnEditThatIsUndone() {
        price(FIRST, FIRST, 70_00);
        price(FIRST, FIRST, 100_00);

        here.run(channel);

        assertThat(channel.heard()).isEmpty();
        assertThat(marks()).isZero();
    }

    @Test
    void leavesAConnectionAloneForAMomentAfterALookThatFoundNothingToTell() {
        price(FIRST, FIRST, 70_00);
        price(FIRST, FIRST, 100_00);
        resting.run(channel);
        price(FIRST, FIRST, 71_00);

        assertThat(resting.due()).isEmpty();
        resting.passes(MOMENT);
        resting.run(channel);

        assertThat(channel.heard()).hasSize(1);
        price(FIRST, FIRST, 72_00);
        assertThat(resting.due()).hasSize(1);
    }

    @Test
    void wakesTheDispatcherOnceForARoundAndOnlyAfterTheRestWhereNobodyWaitsForAWorker()
            throws Exception {
        AtomicInteger told = elsewhere.wakes();
        AtomicInteger rested = resting.wakes();
        int rounds = 0;
        for (int edit = 1; edit <= 5; edit++) {
            price(FIRST, FIRST, 100_00 + edit);
            rounds += elsewhere.run(channel);
        }
        price(FIRST, FIRST, 70_00);
        price(FIRST, FIRST, 100_05);

        assertThat(resting.run(channel)).isEqualTo(1);

        assertThat(rounds).isEqualTo(5);
        assertThat(told).hasValue(rounds);
        assertThat(rested).hasValue(0);
    }

    @Test
    void putsAConnectionThatWasServedBehindThoseThatWaitForLonger() {
        price(FIRST, FIRST, 71_00);

        here.run(channel);

        assertThat(channel.heard()).hasSize(1);
        assertThat(seconds()).isBetween(-60.0, 0.0);
    }

    @Test
    void sendsOnePriceOfOneNightAndNothingElse() {
        price(FIRST.plusDays(3), FIRST.plusDays(3), 111_00);

        here.run(channel);

        JsonNode message = channel.heard().get(0);
        JsonNode update = message.path("updates").get(0);
        assertThat(message.path("updates")).hasSize(1);
        assertThat(update.path("from").asText())
                .isEqualTo(FIRST.plusDays(3).toString())
                .isEqualTo(update.path("to").asText());
        assertThat(update.path("set").toString()).isEqualTo("{\"price\":{\"room\":\"111.00\"}}");
    }

    @Test
    void showsAStayThatIsSoldNoMoreAsLongAsTheChannelKeepsIt() {
        sql(
                "update rate_plans set pricing = 'length-of-stay', longest_stay = 4 where hotel_id = "
                        + hotel.id());
        stayPrices("{10000, 19000, 27000, 34000}");
        stays.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "max-arrival")).isEqualTo("4");

        stayPrices("{10000, null, 27000, null}");
        stays.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "max-arrival")).isEqualTo("3");
        assertThat(stillSold()).containsExactly("19000");
        channel.heard();
        sql("update rate_nights set ctd = true where hotel_id = " + hotel.id());
        stays.run(channel);
        assertThat(channel.heard()).isEmpty();
        assertThat(stillSold()).containsExactly("19000");

        stayPrices("{10000, 18000, 27000, null}");
        stays.run(channel);
        assertThat(stillSold()).isEmpty();
        assertThat(channel.heard("rates")).isNotEmpty();
    }

    private void stayPrices(String prices) {
        sql(
                "update rate_nights set prices = '%s' where product_id = %d and night >= '%s'"
                        .formatted(prices, hotel.product(), FIRST));
    }

    private List<String> stillSold() {
        return jdbc.sql(
                        "select value from refusals where connection_id = ? and field = 'stay-price' and code = 'not-taken'")
                .param(hotel.connection())
                .query(String.class)
                .list();
    }

    @Test
    void tellsPricesForEachGuestByTheNumberOfGuestsWhereTheChannelDoesNotTakeThemSo() {
        sql("update rate_plans set pricing = 'per-person' where hotel_id = " + hotel.id());

        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:1")).isEqualTo("100.00");
        assertThat(channel.shows(room, rate, FIRST, "price:2")).isEqualTo("200.00");
        assertThat(channel.shows(room, rate, FIRST, "price:person")).isNull();
    }

    @Test
    void tellsPricesForEachGuestAsOneWhereTheChannelNamesThem() {
        sql("update rate_plans set pricing = 'per-person' where hotel_id = " + hotel.id());

        persons.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:person")).isEqualTo("100.00");
        assertThat(channel.shows(room, rate, FIRST, "price:2")).isNull();
    }

    @Test
    void comparesByTheTermsThatAMarkIsAbout() throws Exception {
        price(FIRST, FIRST, 120_00);
        Claim claim = here.due().get(0);
        CompletableFuture<Void> round;
        try (var terms = database.owner().getConnection();
                var change = terms.createStatement()) {
            terms.setAutoCommit(false);
            change.execute("lock table marks in access exclusive mode");
            round = CompletableFuture.runAsync(() -> here.deliver(claim, channel::call));
            await().atMost(Duration.ofSeconds(20)).until(RoundsTests::waits);
            change.execute(
                    "update third_party_integrations set configuration = configuration || '{\"mark_up\": \"10\"}' where id = "
                            + hotel.connection());
            terms.commit();
        }
        round.get(20, TimeUnit.SECONDS);
        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("132.00");
        assertThat(channel.shows(room, rate, FIRST.plusDays(9), "price:room")).isEqualTo("110.00");
    }

    private static boolean waits() {
        return jdbc.sql(
                        "select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and not l.granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void tellsTheCountsOfAHotelWhosePricesAreNoList() {
        sql(
                "update rate_nights set prices = '{{10000, 9000}, {8000, 7000}}' where product_id = %d; update room_nights set offered = 3 where hotel_id = %d"
                        .formatted(hotel.product(), hotel.id()));

        here.run(channel);

        assertThat(channel.shows(room, null, FIRST, "rooms")).isEqualTo("3");
        assertThat(channel.shows(room, rate, FIRST, "closed")).isEqualTo("true");
    }

    @Test
    void sendsThreeRangesOnThreeRatePlansOfOneMonthInOneMessage() {
        SampleHotel.Rate second = hotel.rate(database, "SECOND");
        SampleHotel.Rate third = hotel.rate(database, "THIRD");
        for (int product : List.of(second.product(), third.product())) {
            sql(
                    "insert into rate_nights (product_id, night, hotel_id, prices) select %d, night, hotel_id, prices from rate_nights where product_id = %d"
                            .formatted(product, hotel.product()));
        }
        here.run(channel);
        channel.heard();

        price(hotel.product(), FIRST, FIRST.plusDays(4), 80_00);
        price(second.product(), FIRST.plusDays(2), FIRST.plusDays(9), 81_00);
        price(third.product(), FIRST.plusDays(20), FIRST.plusDays(21), 82_00);
        here.run(channel);

        List<JsonNode> heard = channel.heard();
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).path("updates")).hasSize(3);
    }

    @Test
    void halvesAMessageThatIsTooLarge() {
        sql(
                "update rate_nights set prices = array [10000 + extract(doy from night)::bigint * 100] where product_id = "
                        + hotel.product());
        List<SampleHotel.Rate> rates =
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(number -> hotel.rate(database, "R" + number))
                        .toList();
        rates.forEach(
                more ->
                        sql(
                                "insert into rate_nights (product_id, night, hotel_id, prices) select %d, night, hotel_id, prices from rate_nights where product_id = %d"
                                        .formatted(more.product(), hotel.product())));

        here.run(channel);

        assertThat(channel.heard("rates"))
                .hasSizeGreaterThan(1)
                .allSatisfy(message -> assertThat(message.toString().length()).isLessThan(101_000));
        assertThat(channel.shows(room, "R59", FIRST.plusDays(27), "price:room")).isNotNull();
    }

    @Test
    void sendsAgainAfterTheDeadlineWhatADeadSenderLeftAndOnceMoreAfterItsLease() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway dead = here.begin(here.due().get(0));
        dead.open();

        assertThat(elsewhere.due()).isEmpty();
        elsewhere.passes(Duration.ofSeconds(31));
        elsewhere.run(channel);
        assertThat(channel.heard()).hasSize(1);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");

        elsewhere.run(channel);
        assertThat(channel.heard()).isEmpty();
        elsewhere.passes(Deliveries.LEASE.plusSeconds(1));
        elsewhere.run(channel);
        assertThat(channel.heard()).hasSize(1);
        elsewhere.passes(Deliveries.LEASE.plusSeconds(1));
        assertThat(elsewhere.run(channel)).isZero();
    }

    @Test
    void waitsForTheDeadlineOfACallThatIsStillUnderWay() {
        price(FIRST, FIRST, 120_00);
        here.begin(here.due().get(0)).open();
        sql("update claims set until = '-infinity'");

        elsewhere.run(channel);

        assertThat(channel.heard()).isEmpty();
        elsewhere.passes(Deliveries.DEADLINE.plusSeconds(1));
        elsewhere.run(channel);
        assertThat(channel.heard()).hasSize(1);
    }

    @Test
    void correctsASenderThatWakesLate() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway asleep = here.begin(here.due().get(0));
        String late = asleep.open();
        price(FIRST, FIRST, 130_00);
        elsewhere.passes(Duration.ofSeconds(31));
        elsewhere.run(channel);

        channel.call(late);
        assertThatThrownBy(() -> asleep.settle(TestChannel.APPLIED)).isInstanceOf(ClaimLost.class);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");

        elsewhere.passes(Deliveries.LEASE.plusSeconds(1));
        elsewhere.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("130.00");
    }

    @Test
    void correctsAllFieldsOfACellThatTwoLostCallsCarried() {
        price(FIRST, FIRST, 120_00);
        here.begin(here.due().get(0)).open();
        elsewhere.passes(Duration.ofSeconds(31));
        elsewhere.run(channel);
        sql(
                "update rate_nights set cta = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));
        elsewhere.begin(elsewhere.due().get(0)).open();
        here.passes(Duration.ofSeconds(31));
        channel.heard();

        here.run(channel);

        assertThat(channel.heard())
                .extracting(message -> message.path("request").asText())
                .containsExactlyInAnyOrder("availability", "rates");
    }

    @Test
    void settlesNothingByAnAnswerThatComesAfterItsClaimWasLost() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway slow = here.begin(here.due().get(0));
        slow.open();
        elsewhere.passes(Duration.ofSeconds(31));
        Claim taken = elsewhere.due().get(0);

        assertThatThrownBy(() -> slow.settle(TestChannel.APPLIED)).isInstanceOf(ClaimLost.class);
        slow.finish();

        assertThat(held("unknown")).isNotEqualTo("0");
        assertThat(marks()).isPositive();
        elsewhere.deliver(taken, channel::call);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
    }

    @Test
    void forgetsNoMarkOfAMessageThatCouldNotBeOpened() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway late = here.begin(here.due().get(0));
        elsewhere.passes(Duration.ofSeconds(31));
        Claim taken = elsewhere.due().get(0);

        assertThatThrownBy(late::open).isInstanceOf(ClaimLost.class);
        late.finish();

        assertThat(marks()).isPositive();
        elsewhere.deliver(taken, channel::call);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
    }

    @Test
    void sendsNextWhatIsCommittedWhileAMessageIsUnderWay() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway underway = here.begin(here.due().get(0));
        channel.call(underway.open());
        price(FIRST, FIRST, 125_00);
        underway.settle(TestChannel.APPLIED);
        underway.finish();

        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("125.00");
        assertThat(channel.heard()).hasSize(2);
    }

    @Test
    void keepsRefusedValuesBackUntilAnotherIsWanted() {
        refuses(FIRST, 50_00);
        sql(
                "update rate_nights set cta = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));
        here.run(channel);
        assertThat(channel.heard())
                .extracting(message -> message.path("request").asText())
                .containsExactly("availability");

        price(FIRST, FIRST, 60_00);
        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("60.00");
        assertThat(refusals()).isZero();
    }

    @Test
    void sendsNothingWhenARefusedValueIsTakenBack() {
        refuses(FIRST, 50_00);

        price(FIRST, FIRST, 100_00);
        here.run(channel);

        assertThat(channel.heard()).isEmpty();
        assertThat(refusals()).isZero();
    }

    @Test
    void triesARefusedValueAgainThatIsWantedASecondTime() {
        refuses(FIRST, 50_00);
        price(FIRST, FIRST, 100_00);
        here.run(channel);

        price(FIRST, FIRST, 50_00);
        here.run(channel);

        assertThat(channel.heard()).hasSize(1);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("50.00");
    }

    @Test
    void triesRefusedValuesAgainWhenSomebodySaysSo() {
        refuses(FIRST, 50_00);

        assertThat(here.bean(Refusals.class).lift(hotel.connection())).isOne();
        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("50.00");
    }

    @Test
    void liftsRefusalsOfARateThatMeansNothingAnyMore() {
        refuses(FIRST, 50_00);
        sql("update ota_rate_plans set product_id = null where id = " + hotel.remoteRate());

        assertThat(here.bean(Refusals.class).lift(hotel.connection())).isOne();
        assertThat(here.run(channel)).isZero();
    }

    @Test
    void doesNotTakeARefusalForAnAnswerToACallThatWasLostBefore() {
        price(FIRST, FIRST, 120_00);
        Deliveries.Underway dead = here.begin(here.due().get(0));
        channel.call(dead.open());
        price(FIRST, FIRST, 50_00);
        channel.answers(message -> REFUSES_ALL);
        elsewhere.passes(Duration.ofSeconds(31));
        elsewhere.run(channel);

        channel.takesAll();
        price(FIRST, FIRST, 100_00);
        elsewhere.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("100.00");
    }

    @Test
    void refusesTheCulpritAloneAndSendsTheRest() {
        sql(
                "update rate_nights set prices = array [10000 + extract(day from night)::bigint] where product_id = "
                        + hotel.product());
        channel.answers(message -> message.toString().contains("100.13") ? REFUSES_ALL : null);

        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST.plusDays(11), "price:room")).isEqualTo("100.12");
        assertThat(channel.shows(room, rate, FIRST.plusDays(12), "price:room")).isEqualTo("100.00");
        assertThat(channel.shows(room, rate, FIRST.plusDays(13), "price:room")).isEqualTo("100.14");
        assertThat(
                        jdbc.sql(
                                        "select nights::text || field || value || words from refusals where connection_id = ?")
                                .param(hotel.connection())
                                .query(String.class)
                                .list())
                .containsExactly(
                        "{[%s,%s)}price10013too cheap"
                                .formatted(FIRST.plusDays(12), FIRST.plusDays(13)));
    }

    @Test
    void tellsWhatChangedMeanwhileBeforeAllCulpritsAreFound() {
        sql(
                "update rate_nights set prices = array [5000 + extract(day from night)::bigint] where product_id = "
                        + hotel.product());
        channel.answers(message -> message.toString().contains("\"50.") ? REFUSES_ALL : null);
        Deliveries.Underway hunt = here.begin(here.due().get(0));
        hunt.settle(channel.call(hunt.open()));
        sql(
                "update room_nights set offered = 2 where room_type_id = %d and night = '%s'"
                        .formatted(hotel.roomType(), FIRST.plusDays(20)));
        while (hunt.isOpen()) {
            hunt.settle(channel.call(hunt.open()));
        }
        hunt.finish();

        assertThat(channel.heard()).hasSizeLessThan(2 * Deliveries.ISOLATING);
        assertThat(refusals()).isBetween(1, 27);
        Deliveries.Underway next = here.begin(here.due().get(0));
        next.settle(channel.call(next.open()));
        assertThat(channel.shows(room, null, FIRST.plusDays(20), "rooms")).isEqualTo("2");
        next.finish();
        here.passes(Duration.ofSeconds(2));
        here.run(channel);
        assertThat(refusals()).isEqualTo(28);
        assertThat(marks()).isZero();
    }

    @Test
    void tellsRoomsBeforeItLooksForACulpritAmongRates() {
        sql(
                "update rate_nights set cta = extract(day from night)::int %% 2 = 0 where product_id = %d"
                        .formatted(hotel.product()));
        sql(
                "update room_nights set offered = 2 where room_type_id = %d and night = '%s'"
                        .formatted(hotel.roomType(), FIRST.plusDays(27)));
        channel.answers(message -> message.toString().contains("cta") ? REFUSES_ALL : null);

        Deliveries.Underway hunt = here.begin(here.due().get(0));
        hunt.settle(channel.call(hunt.open()));
        hunt.settle(channel.call(hunt.open()));

        assertThat(channel.shows(room, null, FIRST.plusDays(27), "rooms")).isEqualTo("2");
        hunt.finish();
    }

    @Test
    void keepsMarksAndClimbsTheLadderWhenTheChannelIsToldLater() {
        price(FIRST, FIRST, 120_00);
        channel.answers(message -> LATER);

        assertThat(here.run(channel)).isOne();

        assertThat(marks()).isPositive();
        assertThat(claim("ladder || rung")).isEqualTo("later1");
        assertThat(seconds()).isBetween(55.0, 72.0);
        here.passes(Duration.ofSeconds(73));
        here.run(channel);
        assertThat(claim("ladder || rung")).isEqualTo("later2");
        assertThat(seconds()).isBetween(175.0, 216.0);
    }

    @Test
    void sendsNothingForAnEditThatIsUndoneWhileTheChannelIsToldLater() {
        price(FIRST, FIRST, 120_00);
        channel.answers(message -> LATER);
        here.run(channel);
        channel.heard();

        price(FIRST, FIRST, 100_00);
        channel.takesAll();
        here.passes(Duration.ofMinutes(2));
        here.run(channel);

        assertThat(channel.heard()).isEmpty();
        assertThat(claim("coalesce(ladder, 'none') || rung")).isEqualTo("none0");
    }

    @Test
    void leavesTheChannelAloneAsLongAsItAsks() {
        price(FIRST, FIRST, 120_00);
        channel.answers(message -> "{\"outcome\": \"later\", \"retryAfter\": 600, \"items\": []}");

        here.run(channel);

        assertThat(seconds()).isBetween(595.0, 720.0);
    }

    @Test
    void holdsAConnectionAtTheLaddersEndAndProbesIt() {
        price(FIRST, FIRST, 120_00);
        channel.answers(
                message ->
                        "{\"outcome\": \"later\", \"retryAfter\": 5, \"items\": [{\"outcome\": \"later\", \"code\": \"503\", \"words\": \"closed for repairs\"}]}");
        for (int attempt = 0; attempt < 3; attempt++) {
            here.run(channel);
            here.passes(Duration.ofMinutes(5));
        }

        assertThat(claim("(held_since is not null) || words")).isEqualTo("trueclosed for repairs");
        assertThat(seconds()).isBetween(3000.0, 4320.0);
        channel.takesAll();
        here.passes(Duration.ofMinutes(72));
        here.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
        assertThat(claim("(held_since is null)::text")).isEqualTo("true");
    }

    @Test
    void takesNoStepOfTheLadderWhileTheBreakerHoldsCallsBack() {
        price(FIRST, FIRST, 120_00);
        channel.answers(message -> LATER);
        here.run(channel);
        here.passes(Duration.ofSeconds(73));

        channel.answers(message -> HELD_BACK);
        for (int round = 0; round < 4; round++) {
            assertThat(here.run(channel)).isOne();
            assertThat(claim("ladder || rung || ' ' || (held_since is null)"))
                    .isEqualTo("later1 true");
            assertThat(seconds()).isBetween(25.0, 31.0);
            here.passes(Duration.ofSeconds(31));
        }

        channel.answers(message -> LATER);
        here.run(channel);
        assertThat(claim("ladder || rung")).isEqualTo("later2");
    }

    @Test
    void sendsWhatWasHeldBackInItsOrderOnceCallsAreMadeAgain() {
        price(FIRST, FIRST, 120_00);
        price(FIRST.plusMonths(1), FIRST.plusMonths(1), 130_00);
        sql(
                "update rate_nights set cta = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST));
        channel.answers(message -> HELD_BACK);
        here.run(channel);
        List<JsonNode> first = channel.heard();
        price(FIRST.plusMonths(1), FIRST.plusMonths(1), 140_00);

        here.passes(Duration.ofSeconds(31));
        here.run(channel);
        List<JsonNode> probed = channel.heard();
        channel.takesAll();
        here.passes(Duration.ofSeconds(31));
        here.run(channel);
        List<JsonNode> sent = channel.heard();

        assertThat(first).hasSize(1);
        assertThat(probed).hasSize(1);
        assertThat(places(sent))
                .startsWith(places(first).get(0))
                .containsExactly(
                        "availability " + FIRST,
                        "availability " + FIRST.plusMonths(1),
                        "rates " + FIRST,
                        "rates " + FIRST.plusMonths(1));
        assertThat(places(probed)).isEqualTo(places(first));
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
        assertThat(channel.shows(room, rate, FIRST.plusMonths(1), "price:room"))
                .isEqualTo("140.00");
        assertThat(channel.shows(room, rate, FIRST, "cta")).isEqualTo("true");
        assertThat(marks()).isZero();
    }

    private static List<String> places(List<JsonNode> messages) {
        return messages.stream()
                .map(
                        message ->
                                message.path("request").asText()
                                        + " "
                                        + message.at("/updates/0/from").asText())
                .toList();
    }

    @Test
    void sendsAllElseWhileOneValueWaits() {
        price(FIRST, FIRST, 120_00);
        sql(
                "update rate_nights set cta = true where product_id = %d and night = '%s'"
                        .formatted(hotel.product(), FIRST.plusDays(1)));
        channel.answers(
                message ->
                        message.path("request").asText().equals("availability")
                                ? "{\"outcome\": \"partly\", \"items\": [{\"update\": 1, \"outcome\": \"later\", \"code\": \"BUSY\"}]}"
                                : null);

        assertThat(here.run(channel)).isOne();

        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
        assertThat(claim("ladder || rung")).isEqualTo("later1");
        channel.takesAll();
        here.passes(Duration.ofMinutes(2));
        here.run(channel);
        assertThat(channel.shows(room, rate, FIRST.plusDays(1), "cta")).isEqualTo("true");
        assertThat(channel.heard()).hasSize(3);
    }

    @Test
    void sendsAgainWhatMayHaveBeenLost() {
        price(FIRST, FIRST, 120_00);
        channel.answers(message -> UNKNOWN);
        here.run(channel);
        price(FIRST, FIRST, 100_00);
        channel.takesAll();
        channel.heard();

        here.passes(Duration.ofMinutes(2));
        here.run(channel);

        assertThat(channel.heard()).hasSize(1);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("100.00");
    }

    @Test
    void stopsAConnectionThatIsBroken() {
        price(FIRST, FIRST, 120_00);
        channel.answers(
                message ->
                        "{\"outcome\": \"broken\", \"items\": [{\"outcome\": \"broken\", \"code\": \"403\", \"words\": \"not your hotel\"}]}");

        here.run(channel);

        assertThat(reason()).isEqualTo("broken: not your hotel");
        here.passes(Duration.ofDays(1));
        assertThat(here.run(channel)).isZero();
        channel.takesAll();
        sql("update third_party_integrations set state = 'open' where id = " + hotel.connection());
        here.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
    }

    @Test
    void stopsAConnectionWhoseCurrencyIsNone() {
        sql(
                "update third_party_integrations set currency = 'UKP' where id = "
                        + hotel.connection());

        here.run(channel);

        assertThat(reason())
                .isEqualTo(
                        "broken: currency: 'UKP' (expected: an ISO 4217 code, or none for the hotel's)");
        assertThat(here.due()).isEmpty();
    }

    @Test
    void stopsTheConnectionOfAHotelWhoseCurrencyIsNone() {
        sql("update hotels set currency = 'UKP' where id = " + hotel.id());

        here.run(channel);

        assertThat(reason())
                .isEqualTo("broken: the hotel's currency: 'UKP' (expected: an ISO 4217 code)");
    }

    @Test
    void keepsBackAPriceThatNoMessageCanSayAndTellsAllOthers() {
        sql(
                "update third_party_integrations set configuration = configuration || '{\"mark_up\": \"900\"}' where id = "
                        + hotel.connection());
        price(FIRST, FIRST, Long.MAX_VALUE / 2);

        here.run(channel);

        assertThat(channel.shows(room, rate, FIRST, "closed")).isEqualTo("true");
        assertThat(channel.shows(room, rate, FIRST.plusDays(1), "price:room")).isEqualTo("1000.00");
    }

    private String reason() {
        return jdbc.sql(
                        "select state || ': ' || state_reason from third_party_integrations where id = ?")
                .param(hotel.connection())
                .query(String.class)
                .single();
    }

    @Test
    void waitsOutAnAnswerThatCannotBeRead() {
        price(FIRST, FIRST, 120_00);
        Claim claim = here.due().get(0);

        assertThatThrownBy(() -> here.deliver(claim, message -> "<html>"))
                .isInstanceOf(IllegalStateException.class);

        here.passes(Duration.ofSeconds(2));
        here.run(channel);
        assertThat(channel.heard()).isEmpty();
        here.passes(Deliveries.DEADLINE.plusSeconds(1));
        here.run(channel);
        assertThat(channel.shows(room, rate, FIRST, "price:room")).isEqualTo("120.00");
    }

    @Test
    void sendsNoNightThatIsPastAtTheHotel() {
        sql("update hotels set time_zone = 'Pacific/Auckland' where id = " + hotel.id());
        LocalDate there = LocalDate.now(NOON.withZone(ZoneId.of("Pacific/Auckland")));
        hotel.sell(database, there.minusDays(2), there.plusDays(1), 3, 77_00);

        here.run(channel);

        assertThat(channel.heard("rates").get(0).path("updates").get(0).path("from").asText())
                .isEqualTo(there.toString());
        assertThat(channel.shows(room, rate, there.minusDays(1), "price:room")).isNull();
    }

    @Test
    void tellsARangeOfNightsAgainThoughNothingDiffers() {
        here.bean(Marks.class).look(hotel.connection(), FIRST, FIRST.plusDays(2));
        here.run(channel);
        assertThat(channel.heard()).isEmpty();

        here.bean(Marks.class).tellAgain(hotel.connection(), FIRST, FIRST.plusDays(2));
        here.run(channel);

        List<JsonNode> heard = channel.heard();
        assertThat(heard)
                .extracting(message -> message.path("request").asText())
                .containsExactly("availability", "rates");
        assertThat(heard.get(0).path("updates")).hasSize(2);
        assertThat(heard.get(1).path("updates").get(0).path("to").asText())
                .isEqualTo(FIRST.plusDays(2).toString());
    }

    @Test
    void recordsWhatWasSentAndAnswered() {
        price(FIRST, FIRST.plusDays(1), 120_00);

        here.run(channel);

        assertThat(
                        jdbc.sql(
                                        "select a.outcome || ' ' || a.reference || ' ' || a.cells || ' ' || r.nights || ' ' || r.sent from attempts a join attempt_ranges r on r.attempt_id = a.id where a.connection_id = ? order by a.id desc limit 1")
                                .param(hotel.connection())
                                .query(String.class)
                                .single())
                .isEqualTo(
                        "applied ref 2 [%s,%s) {\"price\": {\"room\": \"120.00\"}}"
                                .formatted(FIRST, FIRST.plusDays(2)));
    }

    @Test
    void neverCallsTwiceAtTheSameTimeForAConnection() throws Exception {
        Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger calls = new AtomicInteger();
        List<SampleHotel> hotels =
                java.util.stream.IntStream.range(0, 4)
                        .mapToObj(number -> SampleHotel.another(database))
                        .toList();
        channel.answers(
                message -> {
                    AtomicInteger now =
                            underWay.computeIfAbsent(
                                    message.path("hotel").asText(), name -> new AtomicInteger());
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    calls.incrementAndGet();
                    java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
                    now.decrementAndGet();
                    return null;
                });
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (int thread = 0; thread < 16; thread++) {
            int number = thread;
            threads.submit(
                    () -> {
                        for (int edit = 0; edit < 12; edit++) {
                            SampleHotel one = hotels.get((number + edit) % hotels.size());
                            price(
                                    one.product(),
                                    FIRST.plusDays(number),
                                    FIRST.plusDays(number + 3),
                                    50_00 + 100L * edit + number);
                            (number % 2 == 0 ? here : elsewhere).run(channel);
                        }
                        return null;
                    });
        }
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        here.run(channel);
        assertThat(most).hasValue(1);
        assertThat(calls).hasValueGreaterThan(20);
        assertThat(marks()).isZero();
    }

    private void refuses(LocalDate night, long price) {
        price(night, night, price);
        channel.answers(message -> REFUSES_ALL);
        here.run(channel);
        channel.takesAll();
        channel.heard();
        assertThat(refusals()).isOne();
    }

    private void price(LocalDate from, LocalDate to, long price) {
        price(hotel.product(), from, to, price);
    }

    private static void price(int product, LocalDate from, LocalDate to, long price) {
        sql(
                "insert into rate_nights (product_id, night, hotel_id, prices) select p.id, d::date, p.hotel_id, '{%d}' from products p, generate_series(date '%s', '%s', interval '1 day') d where p.id = %d on conflict (product_id, night) do update set prices = excluded.prices"
                        .formatted(price, from, to, product));
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private int marks() {
        return jdbc.sql(
                        "select count(*)::int from marks m join third_party_integrations c on c.id = m.connection_id and c.open")
                .query(Integer.class)
                .single();
    }

    private int refusals() {
        return jdbc.sql("select count(*)::int from refusals where connection_id = ?")
                .param(hotel.connection())
                .query(Integer.class)
                .single();
    }

    private String held(String column) {
        return jdbc.sql(
                        "select "
                                + column
                                + "::text from held_nights where remote_id = ? and night = ?")
                .params(hotel.remoteRate(), FIRST)
                .query(String.class)
                .single();
    }

    private String claim(String expression) {
        return jdbc.sql("select " + expression + " from claims where connection_id = ?")
                .param(hotel.connection())
                .query(String.class)
                .single();
    }

    private double seconds() {
        return jdbc.sql(
                        "select extract(epoch from next_try_at - clock_timestamp())::float8 from claims where connection_id = ?")
                .param(hotel.connection())
                .query(Double.class)
                .single();
    }
}
