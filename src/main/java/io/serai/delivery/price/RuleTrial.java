package io.serai.delivery.price;

import io.serai.ari.Steps;
import io.serai.ari.price.PricedProduct;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds what prices would be, had a hotel other rules; writes nothing. */
public final class RuleTrial {

    private final JdbcClient jdbc;

    /**
     * @param jdbc what sees the hotel
     */
    public RuleTrial(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A night of a product that would cost something else.
     *
     * @param before minor units, laid out by the plan's pricing
     * @param after the same
     */
    public record Change(int product, LocalDate night, long[] before, long[] after) {}

    /**
     * What would change.
     *
     * @param nights how many nights of products
     * @param products how many products
     * @param changes a part of them, by product and night
     */
    public record Outcome(int nights, int products, List<Change> changes) {

        public Outcome {
            changes = List.copyOf(changes);
        }
    }

    /**
     * Tries a change of the rules.
     *
     * @param to the last night, included
     * @param skip how many changes to leave out
     * @param most how many to name after those
     */
    public Outcome run(
            int hotel,
            LocalDate today,
            LocalDate from,
            LocalDate to,
            UnaryOperator<List<StoredRule>> change,
            int skip,
            int most) {
        PriceBook book = new PriceBook(jdbc);
        HotelPrices now = book.of(hotel, (int) today.toEpochDay());
        HotelPrices then = book.of(hotel, (int) today.toEpochDay(), change);
        List<Change> named = new ArrayList<>();
        int nights = 0;
        int products = 0;
        for (PricedProduct product : sorted(now)) {
            int before = nights;
            for (Change found : changes(product, now, then, from, to)) {
                if (nights >= skip && named.size() < most) {
                    named.add(found);
                }
                nights++;
            }
            products += nights > before ? 1 : 0;
        }
        return new Outcome(nights, products, named);
    }

    private static List<PricedProduct> sorted(HotelPrices prices) {
        return prices.products().values().stream()
                .sorted(Comparator.comparingInt(PricedProduct::id))
                .toList();
    }

    private List<Change> changes(
            PricedProduct product,
            HotelPrices now,
            HotelPrices then,
            LocalDate from,
            LocalDate to) {
        LocalDate until = to.plusDays(1);
        WrittenNights written = WrittenNights.read(jdbc, List.of(product), from, until);
        List<Change> changes = new ArrayList<>();
        for (LocalDate night = from; night.isBefore(until); night = night.plusDays(1)) {
            long[] before = now.night(product, night, written, Steps.NOBODY).prices();
            long[] after = then.night(product, night, written, Steps.NOBODY).prices();
            if (!Arrays.equals(before, after)) {
                changes.add(new Change(product.id(), night, before, after));
            }
        }
        return changes;
    }
}
