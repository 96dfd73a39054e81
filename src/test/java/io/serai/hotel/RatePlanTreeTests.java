package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.serai.hotel.plan.PlanBook;
import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What the database itself refuses and keeps, whoever writes. */
class RatePlanTreeTests {

    private static final LocalDate NIGHT = LocalDate.of(2027, 3, 1);

    private static Database database;
    private static JdbcClient jdbc;

    private SampleHotel hotel;
    private int standard;
    private int saver;
    private int deal;

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
    void threePlans() {
        hotel = SampleHotel.another(database);
        standard = number("select rate_plan_id from products where id = " + hotel.product());
        saver = plan("SAVER");
        deal = plan("DEAL");
    }

    @Test
    void refusesACircle() {
        derive(saver, standard);
        derive(deal, saver);

        assertThatThrownBy(() -> derive(standard, deal))
                .hasMessageContaining(
                        "parent_id: 'DEAL' (expected: a plan that does not itself derive from"
                                + " 'STD')");
        assertThatThrownBy(() -> derive(deal, deal)).hasMessageContaining("parent_id: 'DEAL'");
    }

    @Test
    void refusesACircleThatTwoMakeAtTheSameTime() throws Exception {
        try (Connection one = database.owner().getConnection()) {
            one.setAutoCommit(false);
            execute(one, deriving(saver, deal));

            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> derive(deal, saver));
            Awaitility.await()
                    .until(
                            () ->
                                    number(
                                                    "select count(*) from pg_locks where locktype ="
                                                            + " 'advisory' and not granted")
                                            == 1);
            one.commit();

            assertThatThrownBy(other::join).hasMessageContaining("parent_id: 'SAVER'");
        }
        assertThat(number("select count(*) from rate_plans where parent_id = " + deal)).isOne();
    }

    @Test
    void refusesAChangeOfParentsWhereACircleCouldGoUnseen() throws Exception {
        try (Connection one = DriverManager.getConnection(database.url(), "postgres", "")) {
            execute(one, "begin isolation level repeatable read");

            assertThatThrownBy(() -> execute(one, deriving(saver, deal)))
                    .hasMessageContaining("changed at repeatable read");
        }
    }

    @Test
    void refusesAParentThatIsPricedOtherwise() {
        sql("update rate_plans set pricing = 'occupancy' where id = " + deal);

        assertThatThrownBy(() -> derive(saver, deal))
                .hasMessageContaining(
                        "pricing: 'per-day' of 1 nights (expected: 'occupancy' of 1 nights, as"
                                + " plan 'DEAL' that it derives from)");
        derive(saver, standard);
        assertThatThrownBy(
                        () ->
                                sql(
                                        "update rate_plans set pricing = 'occupancy' where id = "
                                                + standard))
                .hasMessageContaining("as plan 'SAVER' that derives from it");
    }

    @Test
    void refusesAParentOfAnotherHotel() {
        SampleHotel other = SampleHotel.another(database);
        int theirs = number("select rate_plan_id from products where id = " + other.product());

        assertThatThrownBy(() -> derive(saver, theirs)).hasMessageContaining("foreign key");
    }

    @Test
    void keepsWhatAPersonSetWhenTheHotelsSystemWritesAndDeletes() throws Exception {
        setByHand();

        try (Connection pms = system()) {
            execute(pms, "update rate_nights set prices = '{11000}', min_through = 2");
            assertThat(night()).isEqualTo("{11000} {15000} f 2");
            assertThatThrownBy(() -> execute(pms, "update rate_nights set hand_prices = null"))
                    .hasMessageContaining("permission denied");
            execute(pms, "delete from rate_nights");
        }

        assertThat(night()).isEqualTo("{} {15000} t");
        sql("delete from hotels where id = " + hotel.id());
        assertThat(number("select count(*) from rate_nights where hotel_id = " + hotel.id()))
                .isZero();
    }

    @Test
    void letsTheHotelsSystemRewriteNightsOfWhichAPersonSetSome() throws Exception {
        setByHand();

        try (Connection pms = system()) {
            execute(pms, "delete from rate_nights");
            execute(pms, insert(hotel, "{12000}"));
            assertThat(night()).isEqualTo("{12000} {15000} f");
            assertThatThrownBy(() -> execute(pms, insert(hotel, "{12500}")))
                    .hasMessageContaining("duplicate key");

            execute(pms, "delete from rate_nights");
            sql("update rate_nights set hand_prices = null, hand_act = null");
            execute(pms, insert(hotel, "{13000}"));
        }

        assertThat(night()).isEqualTo("{13000} f");
        assertThat(
                        number(
                                "select count(*) from audit where subject = 'rate_nights' and act ="
                                        + " 'update' and actor like '%pms_"
                                        + hotel.id()
                                        + "' and subject_id = "
                                        + hotel.product()))
                .isEqualTo(4);
    }

    @Test
    void letsTheHotelsSystemWriteANightThatAPersonWasTheFirstToSet() throws Exception {
        setByHand();
        sql("update rate_nights set prices = null where product_id = " + hotel.product());

        try (Connection pms = system()) {
            execute(pms, insert(hotel, "{12000}"));
        }

        assertThat(night()).isEqualTo("{12000} {15000} f");
    }

    @Test
    void changesOnlyWhatTheHotelsSystemNamesWhereTheNightIsThere() throws Exception {
        setByHand();
        sql("update rate_nights set prices = null, closed = true, min_through = 3");

        try (Connection pms = system()) {
            execute(
                    pms,
                    insert(hotel, "{12000}")
                            + " on conflict (product_id, night) do update set prices ="
                            + " excluded.prices");
            assertThat(night()).isEqualTo("{12000} {15000} t 3");
            execute(
                    pms,
                    insert(hotel, "{12500}")
                            + " on conflict (product_id, night) do update set prices ="
                            + " excluded.prices");
        }

        assertThat(night()).isEqualTo("{12500} {15000} t 3");
    }

    @Test
    void letsAHotelsSystemInsertNothingAtAnotherHotel() throws Exception {
        setByHand();
        sql("update rate_nights set prices = '{}' where product_id = " + hotel.product());
        SampleHotel theirs = hotel;
        hotel = SampleHotel.another(database);

        try (Connection pms = system()) {
            assertThatThrownBy(() -> execute(pms, insert(theirs, "{1}")))
                    .hasMessageContaining("row-level security");
        }

        hotel = theirs;
        assertThat(night()).isEqualTo("{} {15000} f");
    }

    @Test
    void removesAPlanOnceNightsThatAreBeingWrittenAreThere() throws Exception {
        SampleHotel.Rate going = hotel.rate(database, "GOING");
        int plan = number("select rate_plan_id from products where id = " + going.product());
        String write =
                "insert into rate_nights (product_id, night, hotel_id, prices) values (%d, '%s', "
                        + hotel.id()
                        + ", '{10000}')";
        sql("delete from ota_rate_plans where product_id = " + going.product());
        sql(write.formatted(going.product(), NIGHT));
        try (Connection writer = database.owner().getConnection();
                Connection desk = database.owner().getConnection()) {
            writer.setAutoCommit(false);
            execute(writer, write.formatted(hotel.product(), NIGHT));
            desk.setAutoCommit(false);

            CompletableFuture<Void> removal =
                    CompletableFuture.runAsync(
                            () ->
                                    new PlanBook(
                                                    JdbcClient.create(
                                                            new SingleConnectionDataSource(
                                                                    desk, true)),
                                                    hotel.id())
                                            .remove(plan));
            Awaitility.await()
                    .until(
                            () ->
                                    number(
                                                    "select count(*) from pg_locks where locktype ="
                                                            + " 'advisory' and not granted")
                                            == 1);
            execute(writer, write.formatted(going.product(), NIGHT.plusDays(1)));
            writer.commit();
            removal.get(20, TimeUnit.SECONDS);
            desk.commit();
        }

        assertThat(number("select count(*) from products where id = " + going.product())).isZero();
    }

    private void setByHand() {
        hotel.sell(database, NIGHT, NIGHT, 5, 100_00);
        sql(
                """
                with act as (insert into hand_acts (hotel_id, actor) values (%d, 'user:ana') returning id)
                update rate_nights set hand_prices = '{15000}', hand_act = act.id from act where product_id = %d
                """
                        .formatted(hotel.id(), hotel.product()));
    }

    private Connection system() throws SQLException {
        String login = "pms_" + hotel.id();
        sql("create role %s login in role serai_pms".formatted(login));
        sql(
                "insert into hotel_logins (login, hotel_id) values ('%s', %d)"
                        .formatted(login, hotel.id()));
        Connection pms = DriverManager.getConnection(database.url(), "postgres", "");
        execute(pms, "set session authorization " + login);
        return pms;
    }

    private static String insert(SampleHotel hotel, String prices) {
        return "insert into rate_nights (product_id, night, hotel_id, prices) values (%d, '%s', %d, '%s')"
                .formatted(hotel.product(), NIGHT, hotel.id(), prices);
    }

    private String night() {
        return jdbc.sql(
                        "select concat_ws(' ', prices, hand_prices, closed, min_through) from rate_nights where product_id = ?")
                .param(hotel.product())
                .query(String.class)
                .single();
    }

    private int plan(String code) {
        return number(
                "insert into rate_plans (hotel_id, code, name) values (%d, '%s', '%s') returning id"
                        .formatted(hotel.id(), code, code));
    }

    private static void derive(int plan, int parent) {
        sql(deriving(plan, parent));
    }

    private static String deriving(int plan, int parent) {
        return "update rate_plans set parent_id = %d where id = %d".formatted(parent, plan);
    }

    private static int number(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
