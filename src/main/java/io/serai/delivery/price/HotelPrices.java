package io.serai.delivery.price;

import io.serai.ari.RateNight;
import io.serai.ari.Remote;
import io.serai.ari.Steps;
import io.serai.ari.price.NightContext;
import io.serai.ari.price.Occupancies;
import io.serai.ari.price.PriceChain;
import io.serai.ari.price.PriceOwner;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.WrittenNight;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How a hotel prices its products, as of one moment.
 *
 * @param products by key
 * @param owner whose price stands where two are set
 * @param chain with the hotel's rules
 * @param occupancies how much of the hotel is sold
 * @param today the day at the hotel, in days since 1970-01-01
 */
public record HotelPrices(
        Map<Integer, PricedProduct> products,
        PriceOwner owner,
        PriceChain chain,
        Occupancies occupancies,
        int today) {

    /**
     * The resulting night of a product; closed where there is no such product.
     *
     * @param night in days since 1970-01-01
     * @param line what was written for the product, its parent, that one's parent, and so on
     * @param steps hears how each price comes to be
     */
    public RateNight night(int product, int night, List<WrittenNight> line, Steps steps) {
        PricedProduct priced = products.get(product);
        return priced == null
                ? RateNight.UNWRITTEN
                : chain.night(line, new NightContext(priced, night, today, occupancies), steps);
    }

    /** How many products the price of a channel's rate is made from besides its own. */
    public int depth(Remote remote) {
        PricedProduct priced = products.get(remote.source());
        return priced == null ? 0 : priced.depth();
    }

    /** The product so many levels above that of a channel's rate; 0 beyond the last. */
    public int above(Remote remote, int levels) {
        PricedProduct priced = products.get(remote.source());
        PricedProduct above = priced == null ? null : priced.above(levels);
        return above == null ? 0 : above.id();
    }

    /** The resulting night of a product whose written nights were read. */
    public RateNight night(
            PricedProduct product, LocalDate night, WrittenNights written, Steps steps) {
        return night(product.id(), (int) night.toEpochDay(), written.line(product, night), steps);
    }
}
