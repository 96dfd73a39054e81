package io.serai.delivery;

import io.serai.ari.Cell;
import io.serai.ari.PriceBounds;
import io.serai.ari.PriceGate;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What prices of a connection have to pass, as of one moment. */
@Repository
class Gates {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final JdbcClient jdbc;
    private final RateBounds rates;
    private final PriceApprovals approvals;
    private final GateSettings settings;

    Gates(JdbcClient jdbc, RateBounds rates, PriceApprovals approvals, GateSettings settings) {
        this.jdbc = jdbc;
        this.rates = rates;
        this.approvals = approvals;
        this.settings = settings;
    }

    /** To be read before the nights are. */
    Gate of(Connection connection, int today) {
        Map<Integer, PriceGate> byProduct = new HashMap<>();
        PriceGate[] usual = {gate(connection, Cell.NONE, Cell.NONE, settings.mostJump())};
        jdbc.sql(
                        """
                        select most_jump, 0 as product, least_price as least, most_price as most from hotels where id = :hotel
                        union all
                        select h.most_jump, p.id, coalesce(t.least_price, h.least_price), coalesce(t.most_price, h.most_price)
                          from hotels h
                          join room_types t on t.hotel_id = h.id and (t.least_price is not null or t.most_price is not null)
                          join products p on p.room_type_id = t.id
                         where h.id = :hotel
                        """)
                .param("hotel", connection.hotel())
                .query(
                        row -> {
                            BigDecimal jump =
                                    Objects.requireNonNullElse(
                                            row.getBigDecimal("most_jump"), settings.mostJump());
                            PriceGate gate =
                                    gate(connection, minor(row, "least"), minor(row, "most"), jump);
                            int product = row.getInt("product");
                            if (product == 0) {
                                usual[0] = gate;
                            } else {
                                byProduct.put(product, gate);
                            }
                        });
        return new Gate(
                usual[0],
                byProduct,
                approvals.of(connection.hotel(), today).stream()
                        .collect(Collectors.groupingBy(PriceApproval::product)),
                bounds(connection),
                RateBounds.usual(connection));
    }

    private Map<Integer, PriceBounds> bounds(Connection connection) {
        PriceBounds usual = RateBounds.usual(connection);
        Map<Integer, PriceBounds> bounds = rates.of(connection);
        if (usual != null) {
            bounds.replaceAll((remote, own) -> own.within(usual));
        }
        return bounds;
    }

    private PriceGate gate(Connection connection, long least, long most, BigDecimal jump) {
        return new PriceGate(
                least,
                most,
                1 + jump.divide(PERCENT).doubleValue(),
                settings.nightsAround(),
                Currency.getInstance(connection.hotelCurrency()).getDefaultFractionDigits());
    }

    private static long minor(ResultSet row, String column) throws SQLException {
        long minor = row.getLong(column);
        return row.wasNull() ? Cell.NONE : minor;
    }
}
