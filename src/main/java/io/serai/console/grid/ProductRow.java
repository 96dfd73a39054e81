package io.serai.console.grid;

import io.serai.ari.Cell;
import io.serai.ari.Pricing;
import io.serai.ari.RateNight;
import io.serai.ari.price.WrittenNight;
import io.serai.console.Hotel;
import io.serai.console.Times;
import io.serai.delivery.price.HandAct;
import io.serai.hotel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A night of a product.
 *
 * @param product what is sold
 * @param night the night
 * @param own what was written for it
 * @param hand who set prices of it by hand; null where nobody did
 * @param made what guests see of it
 */
public record ProductRow(
        SoldPlan product,
        LocalDate night,
        WrittenNight own,
        @Nullable HandAct hand,
        RateNight made) {

    /** The product. */
    public int id() {
        return product.id();
    }

    Pricing pricing() {
        return product.pricing();
    }

    /** Whether it is closed by itself, whatever its parent is. */
    boolean closed() {
        return product.parent() == null ? own.closed() : own.written() && own.closed();
    }

    /** The price at a position that a person set, else the one that guests see; or none. */
    long shown(int position) {
        if (handSet(position)) {
            return own.handPrices()[position];
        }
        return position < made.prices().length ? made.prices()[position] : Cell.NONE;
    }

    /** Whether a person set the price at a position. */
    boolean handSet(int position) {
        return position < own.handPrices().length && own.handPrices()[position] != Cell.NONE;
    }

    /** Who set prices of it by hand, and when; empty where nobody did. */
    String handWords(Hotel hotel) {
        return hand == null
                ? ""
                : "set by hand by " + hand.who() + ", " + Times.minute(hand.at(), hotel.zone());
    }

    /** The night as a grid shows it. */
    public Night night(Hotel hotel, List<Holding> held) {
        String path = Night.path(hotel, NightKind.PRODUCTS, id(), night);
        boolean byStay = pricing() == Pricing.LENGTH_OF_STAY;
        return new Night(
                "product-" + id() + "-" + night,
                byStay ? null : path,
                ours(hotel),
                null,
                marks(),
                words(hotel),
                made.closed() || made.unpriced(),
                path + "/story",
                held);
    }

    private String ours(Hotel hotel) {
        long price =
                pricing() == Pricing.LENGTH_OF_STAY && !made.unpriced()
                        ? made.prices()[0]
                        : Prices.last(made.prices());
        return price == Cell.NONE ? Night.DASH : Money.brief(price, hotel.currency());
    }

    private List<String> marks() {
        List<String> marks = new ArrayList<>();
        if (hand != null) {
            marks.add("hand");
        }
        if (made.closed()) {
            marks.add("closed");
        }
        if (made.minThrough() > 1) {
            marks.add("≥" + made.minThrough());
        }
        if (made.minArrival() > 1) {
            marks.add("⇥≥" + made.minArrival());
        }
        if (made.maxThrough() > 0) {
            marks.add("≤" + made.maxThrough());
        }
        if (made.maxArrival() > 0) {
            marks.add("⇥≤" + made.maxArrival());
        }
        if (made.cta()) {
            marks.add("cta");
        }
        if (made.ctd()) {
            marks.add("ctd");
        }
        return marks;
    }

    private String words(Hotel hotel) {
        List<String> words = new ArrayList<>();
        if (made.unpriced()) {
            words.add("no price, so it is not sold");
        } else if (pricing() == Pricing.OCCUPANCY) {
            for (int position = 0; position < made.prices().length; position++) {
                if (made.prices()[position] != Cell.NONE) {
                    words.add(hotel.money(made.prices()[position]) + " for " + (position + 1));
                }
            }
        } else {
            words.add(
                    hotel.money(made.prices()[0])
                            + switch (pricing()) {
                                case PER_DAY -> "";
                                case PER_PERSON -> " for each guest";
                                default -> " for one night of one guest";
                            });
        }
        add(words, hand != null, handWords(hotel));
        add(words, product.parent() != null, "made from " + product.parent());
        add(words, made.closed(), "closed");
        add(words, made.minThrough() > 1, "stays of " + made.minThrough() + " or more");
        add(words, made.minArrival() > 1, "arriving for " + made.minArrival() + " or more");
        add(words, made.maxThrough() > 0, "stays of at most " + made.maxThrough());
        add(words, made.maxArrival() > 0, "arriving for at most " + made.maxArrival());
        add(words, made.cta(), "no arrival");
        add(words, made.ctd(), "no departure");
        return String.join(", ", words);
    }

    private static void add(List<String> words, boolean when, String word) {
        if (when) {
            words.add(word);
        }
    }
}
