package io.serai.delivery.price;

import io.serai.ari.Pricing;
import io.serai.ari.price.PriceChain;
import io.serai.ari.price.PriceRules;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.RatePlan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how hotels price their products. */
public class PriceBook {

    private static final String PRODUCTS =
            """
            select p.id, p.room_type_id, r.id as plan, r.code, r.pricing, r.longest_stay
              from products p join rate_plans r on r.id = p.rate_plan_id
             where p.hotel_id = ?
            """;

    private final JdbcClient jdbc;

    /**
     * @param jdbc what sees the hotels that are asked for
     */
    public PriceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How a hotel prices its products now.
     *
     * @param today the day at the hotel, in days since 1970-01-01
     */
    public HotelPrices of(int hotel, int today) {
        Map<Integer, PricedProduct> products =
                jdbc.sql(PRODUCTS).param(hotel).query((row, number) -> product(row)).list().stream()
                        .collect(Collectors.toMap(PricedProduct::id, Function.identity()));
        return new HotelPrices(products, new PriceChain(PriceRules.NONE), today);
    }

    private static PricedProduct product(ResultSet row) throws SQLException {
        return new PricedProduct(
                row.getInt("id"),
                row.getInt("room_type_id"),
                new RatePlan(
                        row.getInt("plan"),
                        row.getString("code"),
                        Pricing.of(row.getString("pricing")),
                        row.getInt("longest_stay")));
    }
}
