package io.serai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import io.serai.testing.SampleHotel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

class MarkingTests {

    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    private static Database database;
    private static JdbcClient jdbc;

    private SampleHotel hotel;

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
    void aHotelThatSellsAWeek() {
        hotel = SampleHotel.another(database);
        hotel.sell(database, MONDAY, MONDAY.plusDays(6), 5, 100_00);
        forget();
    }

    @Test
    void marksWhatOneStatementInsertsOnceForEachRoomTypeAndProduct() {
        SampleHotel.Rate other = hotel.rate(database, "OTHER");
        forget();

        sql(
                """
                insert into rate_nights (product_id, night, hotel_id, prices)
                select p, d::date, %d, '{9000}'
                  from unnest(array [%d, %d]) p, generate_series(date '2027-04-01', '2027-04-03', interval '1 day') d
                """
                        .formatted(hotel.id(), hotel.product(), other.product()));

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        rate(hotel.product(), "{[2027-04-01,2027-04-04)}"),
                        rate(other.product(), "{[2027-04-01,2027-04-04)}"));
    }

    @Test
    void marksExactlyTheNightsThatAnUpdateChanges() {
        sql(
                "update room_nights set offered = case extract(day from night) when 2 then 4 when 5"
                        + " then 4 else offered end where room_type_id = "
                        + hotel.roomType());

        assertThat(marks())
                .containsExactly(room("{[2027-03-02,2027-03-03),[2027-03-05,2027-03-06)}"));
    }

    @Test
    void marksDeletedNights() {
        sql(
                "delete from rate_nights where night = '2027-03-04' and product_id = "
                        + hotel.product());
        sql(
                "delete from room_nights where night > '2027-03-05' and room_type_id = "
                        + hotel.roomType());

        assertThat(marks())
                .containsExactly(
                        rate(hotel.product(), "{[2027-03-04,2027-03-05)}"),
                        room("{[2027-03-06,2027-03-08)}"));
    }

    @Test
    void marksNothingWhenRowsAreWrittenAsTheyWere() {
        sql("update room_nights set offered = offered where hotel_id = " + hotel.id());
        sql("update rate_nights set prices = prices, cta = cta where hotel_id = " + hotel.id());
        sql("update rate_nights set closed = true where night = '1999-01-01'");

        assertThat(marks()).isEmpty();
        assertThat(audited()).isEmpty();
    }

    @Test
    void marksWhatAnInsertThatMeetsItsRowsChanges() {
        hotel.sell(database, MONDAY.plusDays(5), MONDAY.plusDays(8), 5, 100_00);

        assertThat(marks())
                .containsExactly(
                        room("{[2027-03-08,2027-03-10)}"),
                        rate(hotel.product(), "{[2027-03-08,2027-03-10)}"));
    }

    @Test
    void marksBothNightsWhenARowMovesToAnother() {
        sql(
                "update rate_nights set night = '2027-03-20' where night = '2027-03-07' and product_id = "
                        + hotel.product());
        sql(
                "update room_nights set night = '2027-07-01' where night = '2027-03-01' and room_type_id = "
                        + hotel.roomType());

        assertThat(marks())
                .containsExactly(
                        rate(hotel.product(), "{[2027-03-07,2027-03-08),[2027-03-20,2027-03-21)}"),
                        room("{[2027-03-01,2027-03-02),[2027-07-01,2027-07-02)}"));
    }

    @Test
    void marksBothProductsWhenARowMovesToAnother() {
        SampleHotel.Rate other = hotel.rate(database, "OTHER");
        forget();

        sql(
                "update rate_nights set product_id = %d where night = '2027-03-07' and product_id = %d"
                        .formatted(other.product(), hotel.product()));

        assertThat(marks())
                .containsExactlyInAnyOrder(
                        rate(hotel.product(), "{[2027-03-07,2027-03-08)}"),
                        rate(other.product(), "{[2027-03-07,2027-03-08)}"));
    }

    @Test
    void collectsNoMarksForAConnectionThatIsNotOpen() {
        sql(
                "update third_party_integrations set is_enabled = false where id = "
                        + hotel.connection());

        sql("update rate_nights set closed = true where product_id = " + hotel.product());

        assertThat(marks()).isEmpty();
    }

    @Test
    void marksEachOpenConnectionOfTheHotelAndNoOther() {
        SampleHotel neighbour = SampleHotel.another(database);
        int second = second(hotel);
        sql("delete from marks");

        sql(
                "update rate_nights set closed = true where night = '2027-03-01' and product_id = "
                        + hotel.product());

        assertThat(
                        jdbc.sql("select connection_id from marks order by 1")
                                .query(Integer.class)
                                .list())
                .containsExactly(hotel.connection(), second)
                .doesNotContain(neighbour.connection());
    }

    @Test
    void marksTheWholeHorizonWhenAConnectionOpens() {
        sql(
                "update third_party_integrations set status = 'inactive' where id = "
                        + hotel.connection());
        sql(
                "update claims set next_try_at = 'infinity', held_since = now(), rung = 7 where connection_id = "
                        + hotel.connection());

        sql(
                "update third_party_integrations set status = 'active' where id = "
                        + hotel.connection());

        String horizon = horizon();
        assertThat(marks())
                .containsExactlyInAnyOrder(room(horizon), rate(hotel.product(), horizon));
        assertThat(
                        jdbc.sql(
                                        "select rung = 0 and held_since is null and next_try_at < now() from claims where connection_id = "
                                                + hotel.connection())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void forgetsWhatAHotelHeldAtTheChannelWhoseConnectionIsToAnotherOne() {
        sql(
                """
                insert into held_nights (remote_id, night, hotel_id, rooms)
                select id, current_date + 3, hotel_id, 4 from ota_rate_plans where connection_id = %d and remote_rate is null
                """
                        .formatted(hotel.connection()));

        sql(
                "update third_party_integrations set configuration = configuration || '{\"test_mode\": false}' || '{\"note\": 1}' where id = "
                        + hotel.connection());
        String horizon = horizon();

        assertThat(marks())
                .containsExactlyInAnyOrder(room(horizon), rate(hotel.product(), horizon));
        assertThat(held()).isZero();
    }

    @Test
    void endsARoundThatStillMeansTheHotelBefore() {
        sql(
                "update claims set owner = 'a round', fence = 7, until = now() + interval '1 minute' where connection_id = "
                        + hotel.connection());

        sql(
                "update third_party_integrations set configuration = configuration || '{\"hotel_id\": \"4711\"}' where id = "
                        + hotel.connection());

        assertThat(
                        jdbc.sql(
                                        "select owner is null and fence = 8 and until < now() from claims where connection_id = "
                                                + hotel.connection())
                                .query(Boolean.class)
                                .single())
                .isTrue();
    }

    @Test
    void leavesNothingToBeTakenOverThatTheHotelBeforeShowed() {
        sql(
                """
                insert into drifts (hotel_id, connection_id, remote_id, nights, field, held, shown, confirmed_at)
                values (%d, %d, %d, daterange(current_date + 3, current_date + 4), 'rooms', '3', '9', now())
                """
                        .formatted(hotel.id(), hotel.connection(), hotel.remoteRoom()));
        sql(
                """
                insert into shown_prices (hotel_id, connection_id, remote_id, night, position, held, shown)
                values (%d, %d, %d, current_date + 3, 0, 12000, 12550)
                """
                        .formatted(hotel.id(), hotel.connection(), hotel.remoteRate()));

        sql(
                "update third_party_integrations set configuration = configuration || '{\"hotel_id\": \"4712\"}' where id = "
                        + hotel.connection());

        assertThat(
                        jdbc.sql(
                                        "select settled_as || ' by ' || settled_by from drifts where connection_id = "
                                                + hotel.connection())
                                .query(String.class)
                                .list())
                .containsExactly("gone by engine:turn");
        assertThat(
                        jdbc.sql(
                                        "select count(*) from shown_prices where connection_id = "
                                                + hotel.connection())
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void keepsWhatIsHeldWhereTheConnectionIsToTheSameHotel() {
        sql(
                """
                insert into held_nights (remote_id, night, hotel_id, rooms)
                select id, current_date + 3, hotel_id, 4 from ota_rate_plans where connection_id = %d and remote_rate is null
                """
                        .formatted(hotel.connection()));

        sql(
                "update third_party_integrations set configuration = configuration || '{\"note\": 1}' where id = "
                        + hotel.connection());

        assertThat(marks()).isEmpty();
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void endsTheNoticeOfARestoredDatabaseWhenAllIsToldAnew() {
        LocalDate today = one("select serai_today(" + hotel.id() + ")", LocalDate.class);
        LocalDate last =
                today.plusDays(
                        one("select horizon from hotels where id = " + hotel.id(), Integer.class)
                                - 1L);
        Marks marks = new Marks(jdbc);
        new Restores(jdbc).moved("The database is older.");

        marks.tellAgain(hotel.connection(), today, last.minusDays(1));
        marks.tellAgain(hotel.connection(), today, last, null, null, Part.ROOMS);
        marks.tellAgain(hotel.connection(), today, last, List.of("DBL"), null, Part.ALL);
        List<Boolean> before = beingTold();
        marks.tellAgain(hotel.connection(), today, last, null, null, Part.RATES);
        List<Boolean> told = beingTold();
        forget();

        assertThat(before).containsExactly(false);
        assertThat(told).containsExactly(true);
        assertThat(beingTold()).isEmpty();
    }

    @Test
    void endsTheNoticeThoughMidnightPassesBetweenTheWishAndItsMarks() {
        LocalDate today = one("select serai_today(" + hotel.id() + ")", LocalDate.class);
        LocalDate yesterday = today.minusDays(1);
        int horizon = one("select horizon from hotels where id = " + hotel.id(), Integer.class);
        Marks marks = new Marks(jdbc);
        new Restores(jdbc).moved("The database is older.");
        sql(
                "update connection_restores set noticed_at = now() - interval '1 day' where connection_id = "
                        + hotel.connection());

        marks.tellAgain(hotel.connection(), yesterday, yesterday.plusDays(horizon - 2));
        List<Boolean> before = beingTold();
        marks.tellAgain(hotel.connection(), yesterday, yesterday.plusDays(horizon - 1));

        assertThat(before).containsExactly(false);
        assertThat(beingTold()).containsExactly(true);
    }

    private List<Boolean> beingTold() {
        return jdbc.sql("select is_being_told from connections_restored where connection_id = ?")
                .param(hotel.connection())
                .query(Boolean.class)
                .list();
    }

    private <T> T one(String statement, Class<T> type) {
        return jdbc.sql(statement).query(type).single();
    }

    private long held() {
        return jdbc.sql(
                        "select count(*) from held_nights where night > current_date and remote_id in (select id from ota_rate_plans where connection_id = ?)")
                .param(hotel.connection())
                .query(Long.class)
                .single();
    }

    @Test
    void losesNoChangeThatIsCommittedWhileItsConnectionOpens() throws Exception {
        sql(
                "update third_party_integrations set is_enabled = false where id = "
                        + hotel.connection());
        try (Connection writer = transaction();
                Connection opener = transaction()) {
            execute(
                    writer,
                    "update rate_nights set closed = true where product_id = " + hotel.product());

            CompletableFuture<Void> opened = CompletableFuture.runAsync(() -> open(opener));
            Awaitility.await().until(() -> opened.isDone() || waits());
            boolean openedBefore = opened.isDone();
            writer.commit();
            opened.get(20, TimeUnit.SECONDS);

            assertThat(openedBefore).isFalse();
            assertThat(marks()).contains(rate(hotel.product(), horizon()));
        }
    }

    @Test
    void marksAChangeThatBeginsWhileItsConnectionOpens() throws Exception {
        sql(
                "update third_party_integrations set is_enabled = false where id = "
                        + hotel.connection());
        try (Connection opener = transaction()) {
            execute(
                    opener,
                    "update third_party_integrations set is_enabled = true where id = "
                            + hotel.connection());

            CompletableFuture<Void> written =
                    CompletableFuture.runAsync(
                            () ->
                                    sql(
                                            "update rate_nights set closed = true where night = '2027-03-02' and product_id = "
                                                    + hotel.product()));
            Awaitility.await().until(() -> written.isDone() || waits());
            opener.commit();
            written.get(20, TimeUnit.SECONDS);

            assertThat(marks()).contains(rate(hotel.product(), "{[2027-03-02,2027-03-03)}"));
        }
    }

    @Test
    void marksTheWholeHorizonWhenARateGetsAnotherMeaning() {
        SampleHotel.Rate other = hotel.rate(database, "OTHER");
        forget();

        sql("update ota_rate_plans set product_id = null where id = " + hotel.remoteRate());
        sql(
                "update ota_rate_plans set product_id = %d where id = %d"
                        .formatted(hotel.product(), other.remote()));
        sql("update ota_rate_plans set rate_name = 'Renamed' where id = " + other.remote());

        assertThat(marks()).containsExactly(rate(hotel.product(), horizon()));
    }

    @Test
    void forgetsRefusalsOfARateThatGetsAnotherMeaning() {
        sql(
                "insert into refusals (hotel_id, connection_id, remote_id, nights, field, value, words, attempt_id) values (%d, %d, %d, '{[2027-03-01,2027-03-02)}', 'cta', '1', 'no', 1)"
                        .formatted(hotel.id(), hotel.connection(), hotel.remoteRate()));

        sql("update ota_rate_plans set is_child = true where id = " + hotel.remoteRate());

        assertThat(
                        jdbc.sql(
                                        "select count(*) from refusals where remote_id = "
                                                + hotel.remoteRate())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void keepsWhoWroteWithPlainSql() {
        sql(
                "update rate_nights set cta = true where night = '2027-03-03' and product_id = "
                        + hotel.product());

        assertThat(audited())
                .containsExactly(
                        "sql:postgres update rate_nights "
                                + hotel.product()
                                + " {[2027-03-03,2027-03-04)}");
    }

    @Test
    void keepsTheActorThatAWriterNames() {
        sql(
                "begin; set local serai.actor = 'user:ana'; delete from room_nights where night = '2027-03-03' and room_type_id = %d; commit"
                        .formatted(hotel.roomType()));

        assertThat(audited())
                .containsExactly(
                        "user:ana delete room_nights "
                                + hotel.roomType()
                                + " {[2027-03-03,2027-03-04)}");
    }

    @Test
    void notifiesForPlainSqlAndNotForThoseWhoWakeTheDispatcherThemselves() throws Exception {
        try (Connection listener = database.owner().getConnection()) {
            execute(listener, "listen serai_marks");
            PGConnection heard = listener.unwrap(PGConnection.class);

            sql(
                    "begin; set local serai.wakes = 'after commit'; update rate_nights set cta = true where product_id = %d; commit"
                            .formatted(hotel.product()));
            sql("update rate_nights set cta = true where product_id = " + hotel.product());
            assertThat(heard.getNotifications(200)).isNullOrEmpty();

            sql("update rate_nights set cta = false where product_id = " + hotel.product());
            assertThat(heard.getNotifications(5000)).hasSize(1);
        }
    }

    @Test
    void makesOneMarkForEachProductOfABulkOfAHundredThousandRows() {
        List<Integer> products =
                java.util.stream.IntStream.range(0, 200)
                        .mapToObj(number -> hotel.rate(database, "R" + number).product())
                        .toList();
        sql(
                """
                create table staging as
                select p as product_id, date '2027-01-01' + d as night, %d as hotel_id, array [10000 + d]::bigint[] as prices
                  from unnest(array %s) p, generate_series(0, 499) d
                """
                        .formatted(hotel.id(), products));
        forget();

        sql("insert into rate_nights (product_id, night, hotel_id, prices) select * from staging");
        sql("drop table staging");

        assertThat(marks())
                .hasSize(200)
                .contains(rate(products.get(7), "{[2027-01-01,2028-05-15)}"));
    }

    private int second(SampleHotel of) {
        return jdbc.sql(
                        """
                        insert into third_party_integrations (integration_name, integration_type, provider, credentials, configuration, hotel_id, state)
                        values ('Second', 'ota', 'second', '{}', '{"hotel_id": "1"}', ?, 'open') returning id
                        """)
                .param(of.id())
                .query(Integer.class)
                .single();
    }

    private void open(Connection opener) {
        try {
            execute(
                    opener,
                    "update third_party_integrations set is_enabled = true where id = "
                            + hotel.connection());
            opener.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean waits() {
        return jdbc.sql(
                        "select exists (select from pg_locks l join pg_database d on d.oid = l.database where d.datname = current_database() and not l.granted)")
                .query(Boolean.class)
                .single();
    }

    private static Connection transaction() throws SQLException {
        Connection connection = database.owner().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void sql(String sql) {
        jdbc.sql(sql).update();
    }

    private void forget() {
        sql("delete from marks");
        sql("delete from audit");
    }

    private String horizon() {
        return jdbc.sql("select serai_horizon(?)::text")
                .param(hotel.id())
                .query(String.class)
                .single();
    }

    private List<String> marks() {
        return jdbc.sql(
                        """
                        select coalesce('room ' || room_type_id, 'rate ' || product_id) || ' ' || nights
                          from marks where connection_id = ? order by id
                        """)
                .param(hotel.connection())
                .query(String.class)
                .list();
    }

    private String room(String nights) {
        return "room " + hotel.roomType() + " " + nights;
    }

    private static String rate(int product, String nights) {
        return "rate " + product + " " + nights;
    }

    private List<String> audited() {
        return jdbc.sql(
                        "select actor || ' ' || act || ' ' || subject || ' ' || subject_id || ' ' || nights from audit where hotel_id = ? order by id")
                .param(hotel.id())
                .query(String.class)
                .list();
    }
}
