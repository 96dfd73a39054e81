package io.serai.delivery.price;

import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import io.serai.ari.price.NightContext;
import io.serai.ari.price.PriceChain;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.WrittenNight;
import java.util.Map;

/**
 * How a hotel prices its products, as of one moment.
 *
 * @param products by key
 * @param chain with the hotel's rules
 * @param today the day at the hotel, in days since 1970-01-01
 */
public record HotelPrices(Map<Integer, PricedProduct> products, PriceChain chain, int today) {

    /** The resulting night of a product; closed where there is no such product. */
    public RateNight night(int product, int night, WrittenNight written, Steps steps) {
        PricedProduct priced = products.get(product);
        return priced == null
                ? RateNight.UNWRITTEN
                : chain.night(written, new NightContext(priced, night, today), steps);
    }
}
