package io.serai.delivery.price;

import io.serai.ari.PriceStep;
import io.serai.ari.RateNight;
import io.serai.ari.Steps;
import io.serai.ari.price.Closing;
import io.serai.ari.price.PricedProduct;
import io.serai.ari.price.WrittenNight;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A night of a product and how it came to be.
 *
 * @param product what is sold
 * @param night the night
 * @param made what guests see of it
 * @param closings why it is not sold; none where it is
 * @param steps of each price, in the order of computing, the uppermost plan's first
 * @param hands who set prices by hand, by the code of the plan
 * @param prices how the hotel prices
 */
public record ExplainedNight(
        PricedProduct product,
        LocalDate night,
        RateNight made,
        List<Closing> closings,
        List<Step> steps,
        Map<String, HandAct> hands,
        HotelPrices prices) {

    /**
     * A step of a price.
     *
     * @param position of the price
     * @param plan the code of the plan whose price it makes
     * @param step what is done
     */
    public record Step(int position, String plan, PriceStep step) {}

    /**
     * Explains a night, past or to come, as its plans and rules are now.
     *
     * @param jdbc what sees the hotel
     * @param today the day at the hotel
     * @return null where the hotel has no such product
     */
    public static @Nullable ExplainedNight of(
            JdbcClient jdbc, int hotel, int product, LocalDate night, LocalDate today) {
        HotelPrices prices = new PriceBook(jdbc).of(hotel, (int) today.toEpochDay());
        PricedProduct priced = prices.products().get(product);
        if (priced == null) {
            return null;
        }
        WrittenNights written = WrittenNights.read(jdbc, List.of(priced), night, night.plusDays(1));
        Listener listener = new Listener();
        RateNight made = prices.night(priced, night, written, listener);
        List<WrittenNight> line = written.line(priced, night);
        Map<String, HandAct> hands = new HashMap<>();
        for (PricedProduct here = priced; here != null; here = here.parent()) {
            HandAct act = written.hand(here.id(), night);
            if (act != null) {
                hands.put(here.plan().code(), act);
            }
        }
        return new ExplainedNight(
                priced,
                night,
                made,
                Closing.of(priced, line, (int) night.toEpochDay(), made),
                listener.steps,
                hands,
                prices);
    }

    private static final class Listener implements Steps {

        private final List<Step> steps = new ArrayList<>();
        private String plan = "";

        @Override
        public void plan(String code) {
            plan = code;
        }

        @Override
        public void step(int position, PriceStep step) {
            steps.add(new Step(position, plan, step));
        }
    }
}
