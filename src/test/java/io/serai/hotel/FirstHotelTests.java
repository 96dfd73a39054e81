package io.serai.hotel;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.testing.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstHotelTests {

    private final Database database = Database.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.owner());
    private final FirstHotel firstHotel = new FirstHotel(database.engine());

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void pricesEveryNightOfEveryProductThatIsNotDerivedUpToTheHorizon() {
        firstHotel.writeIfNone();

        assertThat(count("room_nights where offered > 0")).isEqualTo(5 * 550);
        assertThat(count("rate_nights where prices[1] > 0")).isEqualTo(10 * 550);
        assertThat(count("rate_nights where array_position(prices, null) is not null")).isZero();
        assertThat(
                        count(
                                "products p join rate_plans r on r.id = p.rate_plan_id where (p.usual_prices is null) <> (r.parent_id is not null)"))
                .isZero();
        assertThat(count("rate_nights where (min_through = 3) = (extract(month from night) <> 8)"))
                .isZero();
    }

    @Test
    void pricesHalfBoardByTheNumberOfGuestsWhoMayStay() {
        firstHotel.writeIfNone();

        assertThat(
                        count(
                                """
                                rate_nights n join products p on p.id = n.product_id
                                  join rate_plans r on r.id = p.rate_plan_id join room_types t on t.id = p.room_type_id
                                 where cardinality(n.prices) <> case r.pricing when 'occupancy' then t.max_guests else 1 end\
                                """))
                .isZero();
    }

    @Test
    void makesNoSecondHotel() {
        firstHotel.writeIfNone();

        firstHotel.writeIfNone();

        assertThat(count("hotels")).isOne();
        assertThat(firstHotel.find()).isPresent();
    }

    @Test
    void makesNoneBesideAnother() {
        jdbc.sql(
                        "insert into hotels (code, name, time_zone, currency) values ('mine', 'Mine',"
                                + " 'Europe/Vienna', 'EUR')")
                .update();

        firstHotel.writeIfNone();

        assertThat(count("hotels")).isOne();
        assertThat(firstHotel.find()).isEmpty();
    }

    private long count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Long.class).single();
    }
}
