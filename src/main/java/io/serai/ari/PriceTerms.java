package io.serai.ari;

import io.serai.ari.PriceStep.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * How a price in the hotel's terms becomes one in a connection's: marked up, or raised so that it
 * is left when the channel has taken its commission, then exchanged, then rounded to the digits of
 * the connection's currency. Computed exactly and rounded once.
 *
 * @param markUp percent that is added; negative takes off; null: nothing
 * @param commission percent of the sold price that the channel keeps, 0 to below 100; null: none
 * @param rate one unit of the hotel's currency in the connection's; null where both are the same
 * @param hotel the hotel's currency
 * @param currency the connection's currency
 * @param rounding how what is less than a minor unit is rounded
 */
public record PriceTerms(
        @Nullable BigDecimal markUp,
        @Nullable BigDecimal commission,
        @Nullable BigDecimal rate,
        Currency hotel,
        Currency currency,
        RoundingMode rounding) {

    /** Every price is what it is in the hotel. */
    public static final PriceTerms UNCHANGED = same(Currency.getInstance("XXX"));

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PriceTerms {
        demand(
                markUp == null || markUp.compareTo(HUNDRED.negate()) > 0,
                "markUp",
                markUp,
                "a percentage above -100");
        demand(
                commission == null || commission.signum() >= 0 && commission.compareTo(HUNDRED) < 0,
                "commission",
                commission,
                "a percentage from 0 to below 100");
        demand(
                rate == null || rate.signum() > 0,
                "rate",
                rate,
                "what one unit of the hotel's currency is in the connection's, above 0");
        demand(
                markUp == null || commission == null,
                "commission",
                commission,
                "a mark-up or a commission, not both");
    }

    private static void demand(
            boolean kept, String name, @Nullable BigDecimal met, String expected) {
        if (!kept) {
            throw new IllegalArgumentException(name + ": " + met + " (expected: " + expected + ")");
        }
    }

    /** Terms under which prices go to the channel as they are. */
    public static PriceTerms same(Currency currency) {
        return new PriceTerms(null, null, null, currency, currency, RoundingMode.HALF_UP);
    }

    /** Whether every price goes to the channel as it is. */
    public boolean isSame() {
        return markUp == null && commission == null && rate == null && hotel.equals(currency);
    }

    /** Whether prices can be said in the connection's currency at all. */
    public boolean isKnown() {
        return rate != null || hotel.equals(currency);
    }

    /** Digits of the minor unit of the connection's currency. */
    public int digits() {
        return digits(currency);
    }

    /**
     * A price in the connection's minor units; {@link Cell#NONE} stays what it is, and is what one
     * becomes that is beyond all numbers.
     */
    public long convert(long minor) {
        if (minor == Cell.NONE || isSame()) {
            return minor;
        }
        BigInteger converted =
                markedUp(BigDecimal.valueOf(minor, digits(hotel)))
                        .multiply(rate == null ? BigDecimal.ONE : rate)
                        .multiply(HUNDRED)
                        .divide(left(), digits(currency), rounding)
                        .unscaledValue();
        return converted.bitLength() < Long.SIZE ? converted.longValue() : Cell.NONE;
    }

    /**
     * As {@link #convert(long)}, for who wants to hear how it comes to be.
     *
     * @param position where the price lies in the night's prices
     */
    public long convert(long minor, int position, Steps steps) {
        long sent = convert(minor);
        if (sent != Cell.NONE && steps.listens()) {
            BigDecimal price = BigDecimal.valueOf(minor);
            BigDecimal net = markedUp(price);
            if (markUp != null) {
                price = say(steps, position, Kind.MARK_UP, markUp, price, net);
            }
            if (commission != null) {
                price = say(steps, position, Kind.COMMISSION, commission, price, raised(net));
            }
            if (rate != null) {
                BigDecimal exchanged =
                        net.multiply(rate).movePointRight(digits(currency) - digits(hotel));
                price = say(steps, position, Kind.EXCHANGE, rate, price, raised(exchanged));
            }
            BigDecimal rounded = BigDecimal.valueOf(sent);
            if (rounded.compareTo(price) != 0) {
                String name = currency.getCurrencyCode();
                steps.step(position, new PriceStep(Kind.ROUNDING, name, price, rounded));
            }
        }
        return sent;
    }

    /** By the commission; where the quotient has no end, to sixteen digits. */
    private BigDecimal raised(BigDecimal net) {
        return commission == null
                ? net
                : net.multiply(HUNDRED).divide(left(), MathContext.DECIMAL64);
    }

    private static BigDecimal say(
            Steps steps,
            int position,
            Kind kind,
            BigDecimal by,
            BigDecimal before,
            BigDecimal after) {
        String name = by.stripTrailingZeros().toPlainString();
        steps.step(position, new PriceStep(kind, name, before, after));
        return after;
    }

    /**
     * Each price by {@link #convert}, none where it comes to nothing: the very same array where
     * nothing is converted.
     */
    long[] convert(long[] minor) {
        if (isSame()) {
            return minor;
        }
        long[] converted = new long[minor.length];
        for (int position = 0; position < minor.length; position++) {
            long price = convert(minor[position]);
            converted[position] = price > 0 ? price : Cell.NONE;
        }
        return converted;
    }

    /** What is left of a hundred when the channel has its commission. */
    private BigDecimal left() {
        return commission == null ? HUNDRED : HUNDRED.subtract(commission);
    }

    private BigDecimal markedUp(BigDecimal price) {
        return markUp == null ? price : price.add(price.multiply(markUp).movePointLeft(2));
    }

    private static int digits(Currency currency) {
        return Math.max(currency.getDefaultFractionDigits(), 0);
    }
}
