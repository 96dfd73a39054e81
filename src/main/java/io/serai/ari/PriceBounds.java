package io.serai.ari;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The prices of a night that a channel takes for one of its rates. What lies outside would be
 * refused there, so it is not sent; what the channel holds stays as it is.
 *
 * @param least the lowest, in minor units; {@link Cell#NONE} when there is none
 * @param most the highest, in minor units; {@link Cell#NONE} when there is none
 * @param digits of the currency's minor unit
 * @param source where the channel has them from, in its own word; null when it does not say
 */
public record PriceBounds(long least, long most, int digits, @Nullable String source) {

    /** What both take. */
    public PriceBounds within(PriceBounds other) {
        boolean lower = least != Cell.NONE && least >= other.least;
        boolean upper = most != Cell.NONE && (other.most == Cell.NONE || most <= other.most);
        return new PriceBounds(
                lower ? least : other.least,
                upper ? most : other.most,
                digits,
                lower || upper ? source : other.source);
    }

    /**
     * Keeps those prices of a cell back that lie outside, all of them where the channel takes them
     * only together or by what they differ from the first. An offset is never outside.
     *
     * @param held what the channel accepted, which stays wanted instead
     * @param whole whether the prices of a night are sent together or not at all
     * @return whether any is kept back
     */
    public boolean keepBack(
            Remote remote, Cell wanted, Held held, boolean whole, KeptBack.Hearer hearer) {
        boolean any = false;
        for (int position = 0; position < wanted.prices(); position++) {
            long price = wanted.price(position);
            String words = price == Cell.NONE ? null : words(remote, position, price);
            if (words != null) {
                hearer.say(remote.layout().name(position), Long.toString(price), words);
                wanted.price(position, held.accepted(position));
                any = true;
            }
        }
        if (any && (whole || remote.layout() == PriceLayout.OFFSETS)) {
            KeptBack.all(wanted, held, hearer);
        } else if (any) {
            KeptBack.stayClosed(wanted, held, hearer);
        }
        return any;
    }

    /** Why a price is kept back; null when it is not. */
    private @Nullable String words(Remote remote, int position, long price) {
        if (remote.layout() == PriceLayout.OFFSETS && position > 0) {
            return null;
        }
        int nights = remote.layout() == PriceLayout.STAY ? position % remote.longestStay() + 1 : 1;
        if (least != Cell.NONE && price < least * nights) {
            return words(price, "below", least, "least", nights);
        }
        return most != Cell.NONE && price > most * nights
                ? words(price, "above", most, "most", nights)
                : null;
    }

    private String words(long price, String side, long bound, String which, int nights) {
        return "kept back: %s%s is %s the channel's threshold, at %s %s a night%s"
                .formatted(
                        money(price),
                        nights == 1 ? "" : " for " + nights + " nights",
                        side,
                        which,
                        money(bound),
                        source == null ? "" : " (" + source + ")");
    }

    private String money(long minor) {
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }
}
