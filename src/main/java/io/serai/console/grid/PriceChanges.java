package io.serai.console.grid;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.price.PriceOwner;
import io.serai.console.Hotel;
import io.serai.console.NotHere;
import io.serai.console.Times;
import io.serai.console.Unusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/**
 * Prices that people set by hand for single nights. A price that is left as it was seen is not set,
 * whatever it is by now; an empty one, and all of a night that is released, are the ones that are
 * not set by hand.
 */
@Component
class PriceChanges {

    /** Between the prices that were seen. */
    static final String BETWEEN = ";";

    private final NightWriter writer;

    PriceChanges(NightWriter writer) {
        this.writer = writer;
    }

    /** The form, with the prices as they are. */
    Change ask(JdbcClient database, Hotel hotel, ProductRow row) {
        List<Change.Input> inputs = new ArrayList<>();
        for (int position = 0; position < positions(row); position++) {
            String label =
                    row.pricing() == Pricing.OCCUPANCY
                            ? "Price for " + (position + 1)
                            : "Price in "
                                    + hotel.currency()
                                    + (row.pricing() == Pricing.PER_PERSON
                                            ? " for each guest"
                                            : "");
            inputs.add(new Change.Input(name(position), label, shown(hotel, row, position)));
        }
        return new Change(
                "/hotels/" + hotel.id() + "/products/" + row.id() + "/nights/" + row.night(),
                row.product().name() + ", " + Times.date(row.night()),
                inputs,
                hint(database, hotel, row),
                row.handWords(hotel),
                row.closed(),
                seen(hotel, row),
                "");
    }

    /**
     * Sets what was entered.
     *
     * @throws Unusable when it is no price, or when the price that was changed is another one by
     *     now
     */
    void take(
            JdbcClient database,
            Hotel hotel,
            ProductRow row,
            MultiValueMap<String, String> values) {
        boolean release = values.containsKey("release");
        String[] seen =
                Objects.requireNonNullElse(values.getFirst("seen"), seen(hotel, row))
                        .split(BETWEEN, -1);
        @Nullable Long[] hand = new Long[positions(row)];
        boolean any = false;
        boolean same = !release;
        for (int position = 0; position < hand.length; position++) {
            String entered = NightChanges.entered(values, name(position));
            String before = position < seen.length ? seen[position] : "";
            long set = hand(row, position);
            if (!release && !entered.equals(before)) {
                mustStand(before, shown(hotel, row, position));
                hand[position] = Entered.price(entered, hotel);
            } else if (!release && set != Cell.NONE) {
                hand[position] = set;
            }
            any |= hand[position] != null;
            same &= Objects.requireNonNullElse(hand[position], Cell.NONE) == set;
        }
        boolean closed = values.containsKey(NightChanges.CLOSED);
        if (same) {
            writer.closed(database, hotel, row.id(), row.night(), closed);
        } else {
            writer.hand(database, hotel, row.id(), row.night(), any ? hand : null, closed);
        }
    }

    private static void mustStand(String seen, String now) {
        if (!now.equals(seen)) {
            throw Unusable.overtaken(
                    (now.isEmpty()
                                    ? "There is no price meanwhile"
                                    : "The price is " + now + " meanwhile")
                            + ". Save again to set yours.");
        }
    }

    private static String seen(Hotel hotel, ProductRow row) {
        return IntStream.range(0, positions(row))
                .mapToObj(position -> shown(hotel, row, position))
                .collect(Collectors.joining(BETWEEN));
    }

    private static long hand(ProductRow row, int position) {
        return row.handSet(position) ? row.own().handPrices()[position] : Cell.NONE;
    }

    private static String shown(Hotel hotel, ProductRow row, int position) {
        long price = row.shown(position);
        return price == Cell.NONE ? "" : hotel.entered(price);
    }

    private static String hint(JdbcClient database, Hotel hotel, ProductRow row) {
        if (row.product().parent() != null) {
            return "Made from "
                    + row.product().parent()
                    + (row.made().closed() && !row.closed() ? ", closed there" : "")
                    + "; a price set here goes before it.";
        }
        PriceOwner owner =
                PriceOwner.of(
                        database.sql("select price_owner from hotels where id = ?")
                                .param(hotel.id())
                                .query(String.class)
                                .single());
        return owner == PriceOwner.SYSTEM
                ? "The hotel system's price goes before one set here."
                : "";
    }

    private static int positions(ProductRow row) {
        return switch (row.pricing()) {
            case OCCUPANCY -> Math.max(row.product().guests(), row.made().prices().length);
            case LENGTH_OF_STAY ->
                    throw new NotHere("a form for prices by length of stay, product " + row.id());
            default -> 1;
        };
    }

    private static String name(int position) {
        return "price" + (position + 1);
    }
}
