package io.serai.console;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * A hotel, as its page needs to know it.
 *
 * @param id its key
 * @param name what guests call it
 * @param zone where it is: its today and its times
 * @param currency ISO 4217 code that its prices are in
 * @param horizon nights ahead of today that are sold
 */
public record Hotel(int id, String name, ZoneId zone, String currency, int horizon) {

    /** The day it is there. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Digits of the currency's minor unit. */
    public int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** Minor units as an amount, as 120.50. */
    public String amount(long minor) {
        return BigDecimal.valueOf(minor, digits()).toPlainString();
    }

    /** The shortest way to write an amount: 120 for 120.00. */
    public String brief(long minor) {
        return brief(minor, Currency.getInstance(currency));
    }

    /** As {@link #brief(long)}, with the currency where it is not the hotel's. */
    public String brief(long minor, Currency in) {
        BigDecimal amount = BigDecimal.valueOf(minor, in.getDefaultFractionDigits());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        String number =
                (whole ? amount.setScale(0, RoundingMode.UNNECESSARY) : amount).toPlainString();
        return in.getCurrencyCode().equals(currency) ? number : number + " " + in;
    }
}
