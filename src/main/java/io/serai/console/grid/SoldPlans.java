package io.serai.console.grid;

import io.serai.ari.Steps;
import io.serai.ari.price.PricedProduct;
import io.serai.console.Hotel;
import io.serai.delivery.price.HotelPrices;
import io.serai.delivery.price.PriceBook;
import io.serai.delivery.price.WrittenNights;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nights of a hotel's products, priced as the dispatcher prices them. */
final class SoldPlans {

    private SoldPlans() {}

    /**
     * @param ids products
     * @param types room types, all products of which are meant besides
     * @param today the day at the hotel
     */
    static List<ProductRow> read(
            JdbcClient database,
            Hotel hotel,
            Collection<Integer> ids,
            Collection<Integer> types,
            LocalDate from,
            LocalDate until,
            LocalDate today) {
        List<SoldPlan> sold =
                database.sql(SoldPlan.SQL)
                        .param("hotel", hotel.id())
                        .param("ids", ids.toArray(Integer[]::new))
                        .param("types", types.toArray(Integer[]::new))
                        .query((row, number) -> SoldPlan.of(row))
                        .list();
        HotelPrices prices = new PriceBook(database).of(hotel.id(), (int) today.toEpochDay());
        List<PricedProduct> priced =
                sold.stream()
                        .map(product -> prices.products().get(product.id()))
                        .filter(Objects::nonNull)
                        .toList();
        WrittenNights written = WrittenNights.read(database, priced, from, until);
        List<ProductRow> rows = new ArrayList<>();
        for (SoldPlan product : sold) {
            PricedProduct here = prices.products().get(product.id());
            if (here != null) {
                from.datesUntil(until)
                        .map(night -> row(product, here, night, written, prices))
                        .forEach(rows::add);
            }
        }
        return rows;
    }

    private static ProductRow row(
            SoldPlan product,
            PricedProduct priced,
            LocalDate night,
            WrittenNights written,
            HotelPrices prices) {
        return new ProductRow(
                product,
                night,
                written.at(product.id(), night),
                written.hand(product.id(), night),
                prices.night(priced, night, written, Steps.NOBODY));
    }
}
