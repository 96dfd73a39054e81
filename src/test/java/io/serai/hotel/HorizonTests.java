package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.serai.testing.Database;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The nights of what a hotel's own system adds with plain SQL, before and after its others'. */
class HorizonTests {

    private static final int NIGHTS = 40;

    private final Database database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final Horizon horizon =
            new Horizon(JdbcClient.create(database.engine()), Clock.systemUTC());
    private final int hotel =
            key(
                    "insert into hotels (code, name, time_zone, currency, horizon) values ('inn', 'Inn', 'UTC', 'EUR', ?) returning id",
                    NIGHTS);
    private final int plan = plan("STD", null);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void offersAndPricesAllNightsOfWhatWasThereBeforeAndThoseNobodyWroteOfWhatComesAfter() {
        int before = roomType("DBL", 5);
        int sold = product(before, plan, "'{12000}'");
        roll();

        int after = roomType("SUI", 3);
        int soldAfter = product(after, plan, "'{30000}'");
        int closed = product(after, plan("SAVE", null), "null");
        int derived = product(after, plan("HALF", plan), "'{1}'");
        jdbc.sql(
                        "insert into room_nights (room_type_id, night, hotel_id, offered) values (?, current_date + 2, ?, 1)")
                .params(after, hotel)
                .update();
        roll();
        roll();

        assertThat(nights("room_nights", "room_type_id = " + before + " and offered = 5"))
                .isEqualTo(NIGHTS);
        assertThat(nights("rate_nights", "product_id = " + sold + " and prices = '{12000}'"))
                .isEqualTo(NIGHTS);
        assertThat(nights("room_nights", "room_type_id = " + after + " and offered = 3"))
                .isEqualTo(NIGHTS - 1);
        assertThat(nights("room_nights", "room_type_id = " + after + " and offered = 1")).isOne();
        assertThat(nights("rate_nights", "product_id = " + soldAfter + " and prices = '{30000}'"))
                .isEqualTo(NIGHTS);
        assertThat(nights("rate_nights", "product_id in (" + closed + "," + derived + ")"))
                .isZero();
    }

    @Test
    void makesNoNightsOfANewcomerBeforeTheyAreDueNorBeforeTheHotelsOwn() {
        product(roomType("DBL", 5), plan, "'{12000}'");
        make("infinity");
        assertThat(nights("room_nights", "true")).isZero();
        roll();
        int after = roomType("SUI", 3);
        product(after, plan, "'{30000}'");

        make("now");

        assertThat(nights("room_nights", "room_type_id = " + after)).isZero();
        assertThat(nights("rate_nights", "true")).isEqualTo(NIGHTS);
        jdbc.sql("update room_types set nights_due_at = now()").update();
        make("now");
        assertThat(nights("room_nights", "room_type_id = " + after)).isEqualTo(NIGHTS);
    }

    @Test
    void missesNoneThatComesWhileNightsAreMade() {
        transaction(database.engine())
                .executeWithoutResult(
                        status -> {
                            roll();
                            besides(() -> product(roomType("SUI", 3), plan, "'{30000}'"));
                        });
        await().until(() -> nights("products", "true") == 1);

        roll();

        assertThat(nights("room_nights", "offered = 3")).isEqualTo(NIGHTS);
        assertThat(nights("rate_nights", "prices = '{30000}'")).isEqualTo(NIGHTS);
    }

    /** Has it done by another, who waits for this transaction's end. */
    private void besides(Runnable act) {
        CompletableFuture.runAsync(act);
        await().until(
                        () ->
                                jdbc.sql("select exists (select from pg_locks where not granted)")
                                        .query(Boolean.class)
                                        .single());
    }

    private void make(String due) {
        jdbc.sql("select serai_make_nights(?, ?::timestamptz)")
                .params(hotel, due)
                .query()
                .singleRow();
    }

    private void roll() {
        transaction(database.engine()).executeWithoutResult(status -> horizon.roll(hotel));
    }

    private static TransactionTemplate transaction(javax.sql.DataSource of) {
        return new TransactionTemplate(new JdbcTransactionManager(of));
    }

    private int roomType(String code, int size) {
        return key(
                "insert into room_types (hotel_id, code, name, size, max_guests) values (?, ?, ?, ?, 2) returning id",
                hotel,
                code,
                code,
                size);
    }

    private int plan(String code, Integer parent) {
        return key(
                "insert into rate_plans (hotel_id, code, name, parent_id, offset_percent) values (?, ?, ?, ?, case when ?::int is null then null else 0 end) returning id",
                hotel,
                code,
                code,
                parent,
                parent);
    }

    private int product(int roomType, int plan, String usual) {
        return key(
                "insert into products (hotel_id, room_type_id, rate_plan_id, usual_prices) values (?, ?, ?, "
                        + usual
                        + ") returning id",
                hotel,
                roomType,
                plan);
    }

    private int key(String sql, Object... params) {
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }

    private int nights(String table, String where) {
        return key("select count(*) from " + table + " where " + where);
    }
}
