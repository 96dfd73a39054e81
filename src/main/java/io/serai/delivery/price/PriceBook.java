package io.serai.delivery.price;

import io.serai.ari.price.PriceChain;
import io.serai.ari.price.PriceOwner;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how hotels price their products. */
public class PriceBook {

    private final JdbcClient jdbc;
    private final RuleRows rules;

    /**
     * @param jdbc what sees the hotels that are asked for
     */
    public PriceBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rules = new RuleRows(jdbc);
    }

    /**
     * How a hotel prices its products now.
     *
     * @param today the day at the hotel, in days since 1970-01-01
     */
    public HotelPrices of(int hotel, int today) {
        return of(hotel, today, UnaryOperator.identity());
    }

    /** As {@link #of(int, int)}, had the hotel's rules been changed so. */
    HotelPrices of(int hotel, int today, UnaryOperator<List<StoredRule>> change) {
        PriceOwner owner =
                PriceOwner.of(
                        jdbc.sql("select price_owner from hotels where id = ?")
                                .param(hotel)
                                .query(String.class)
                                .single());
        return new HotelPrices(
                ProductRow.read(jdbc, hotel),
                owner,
                new PriceChain(rules.of(hotel, today, change), owner),
                new RoomOccupancies(jdbc, hotel),
                today);
    }
}
