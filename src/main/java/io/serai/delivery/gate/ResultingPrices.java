package io.serai.delivery.gate;

import io.serai.ari.Cell;
import io.serai.ari.Steps;
import io.serai.ari.price.PricedProduct;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import io.serai.delivery.price.WrittenNights;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a hotel's prices come to now, whether or not a channel has looked at them yet. */
final class ResultingPrices {

    private final JdbcClient database;
    private final HotelPrices prices;

    ResultingPrices(JdbcClient database, int hotel) {
        this.database = database;
        LocalDate today =
                database.sql("select serai_today(?)").param(hotel).query(LocalDate.class).single();
        this.prices = new PriceBook(database).of(hotel, (int) today.toEpochDay());
    }

    /**
     * Demands that the prices somebody decided about are still those that are wanted.
     *
     * @throws HeldPriceChanged when they are not
     */
    void mustBe(HeldPriceId id) {
        PricedProduct product = prices.products().get(id.product());
        if (product == null) {
            throw new HeldPriceChanged(id, id.from(), null);
        }
        LocalDate beyond = id.to().plusDays(1);
        WrittenNights written = WrittenNights.read(database, List.of(product), id.from(), beyond);
        for (LocalDate night = id.from(); night.isBefore(beyond); night = night.plusDays(1)) {
            String now =
                    text(
                            prices.night(
                                            id.product(),
                                            (int) night.toEpochDay(),
                                            written.line(product, night),
                                            Steps.NOBODY)
                                    .prices());
            if (!now.equals(id.prices())) {
                throw new HeldPriceChanged(id, night, now);
            }
        }
    }

    private static String text(long[] prices) {
        return Arrays.stream(prices)
                .mapToObj(price -> price == Cell.NONE ? "NULL" : Long.toString(price))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
