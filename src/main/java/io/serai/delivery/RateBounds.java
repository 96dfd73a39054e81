package io.serai.delivery;

import io.serai.ari.Cell;
import io.serai.ari.PriceBounds;
import io.serai.channel.PriceRange;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The least and the most that channels take as prices. */
@Repository
class RateBounds {

    private final JdbcClient jdbc;

    RateBounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The prices that the channel takes for each of its rates, by the rate's key. */
    Map<Integer, PriceBounds> of(Connection connection) {
        Map<Integer, PriceBounds> bounds = new HashMap<>();
        jdbc.sql(
                        """
                        select id, least_price, most_price, bounds_source from ota_rate_plans
                         where connection_id = ? and state = 'active' and product_id is not null
                           and (least_price is not null or most_price is not null)
                        """)
                .param(connection.id())
                .query(
                        row -> {
                            bounds.put(row.getInt("id"), bounds(connection.digits(), row));
                        });
        return bounds;
    }

    /** The prices that the channel takes of any hotel; null when it says nothing of them. */
    static @Nullable PriceBounds usual(Connection connection) {
        PriceRange range = connection.channel().definition().nights().priceBounds();
        String currency = connection.currency();
        BigDecimal least = range.least(currency);
        BigDecimal most = range.most(currency);
        int digits = connection.digits();
        return least == null && most == null
                ? null
                : new PriceBounds(
                        minor(least, digits, RoundingMode.CEILING),
                        minor(most, digits, RoundingMode.FLOOR),
                        digits,
                        null);
    }

    private static PriceBounds bounds(int digits, ResultSet row) throws SQLException {
        return new PriceBounds(
                minor(row.getBigDecimal("least_price"), digits, RoundingMode.CEILING),
                minor(row.getBigDecimal("most_price"), digits, RoundingMode.FLOOR),
                digits,
                row.getString("bounds_source"));
    }

    private static long minor(@Nullable BigDecimal amount, int digits, RoundingMode rounding) {
        return amount == null
                ? Cell.NONE
                : amount.setScale(digits, rounding).unscaledValue().longValueExact();
    }
}
