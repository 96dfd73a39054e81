package io.serai.delivery.price;

import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.WrittenNight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some nights of some products as they were written, with who set prices by hand. */
public final class WrittenNights {

    private static final String SQL =
            """
            select n.product_id, n.night - date '1970-01-01' as day, n.closed, n.cta, n.ctd, n.min_through, n.max_through,
                   n.min_arrival, n.max_arrival, n.prices, n.hand_prices, a.id as act, a.actor, a.at, a.note
              from rate_nights n left join hand_acts a on a.id = n.hand_act
             where n.product_id = any (:products) and n.night >= :from and n.night < :until
            """;

    private record Cell(int product, int day) {}

    private final Map<Cell, WrittenNight> nights = new HashMap<>();
    private final Map<Cell, HandAct> acts = new HashMap<>();

    private WrittenNights() {}

    /**
     * Reads those of products and of all that their prices are made from.
     *
     * @param jdbc what sees them
     */
    public static WrittenNights read(
            JdbcClient jdbc, Collection<PricedProduct> products, LocalDate from, LocalDate until) {
        Set<Integer> ids = new LinkedHashSet<>();
        for (PricedProduct product : products) {
            for (PricedProduct here = product; here != null; here = here.parent()) {
                ids.add(here.id());
            }
        }
        WrittenNights read = new WrittenNights();
        jdbc.sql(SQL)
                .param("products", ids.toArray(Integer[]::new))
                .param("from", from)
                .param("until", until)
                .query(
                        row -> {
                            read.add(row);
                        });
        return read;
    }

    private void add(ResultSet row) throws SQLException {
        Cell cell = new Cell(row.getInt("product_id"), row.getInt("day"));
        nights.put(
                cell,
                new WrittenNight(
                        row.getBoolean("closed"),
                        row.getBoolean("cta"),
                        row.getBoolean("ctd"),
                        row.getInt("min_through"),
                        row.getInt("max_through"),
                        row.getInt("min_arrival"),
                        row.getInt("max_arrival"),
                        PriceColumn.of(row.getArray("prices")),
                        PriceColumn.of(row.getArray("hand_prices"))));
        if (row.getObject("act") != null) {
            acts.put(
                    cell,
                    new HandAct(
                            row.getLong("act"),
                            row.getString("actor"),
                            row.getTimestamp("at").toInstant(),
                            row.getString("note")));
        }
    }

    /** What was written for a product and night. */
    public WrittenNight at(int product, LocalDate night) {
        return nights.getOrDefault(
                new Cell(product, (int) night.toEpochDay()), WrittenNight.UNWRITTEN);
    }

    /** Who set its prices by hand; null where nobody did. */
    public @Nullable HandAct hand(int product, LocalDate night) {
        return acts.get(new Cell(product, (int) night.toEpochDay()));
    }

    /** What was written for a product, its parent, that one's parent, and so on. */
    public List<WrittenNight> line(PricedProduct product, LocalDate night) {
        List<WrittenNight> line = new ArrayList<>();
        for (PricedProduct here = product; here != null; here = here.parent()) {
            line.add(at(here.id(), night));
        }
        return line;
    }
}
