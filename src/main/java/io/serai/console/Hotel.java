package io.serai.console;

import io.serai.hotel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

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

    /** Its name and number, as a field that names one shows it: Casa do Mar (12). */
    public String called() {
        return name + " (" + id + ")";
    }

    /** Whether this is its number. */
    boolean isNumbered(String text) {
        return Integer.toString(id).equals(text);
    }

    /** Whether it has this in its name, in letters of any size, or is this number. */
    boolean matches(String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT))
                || isNumbered(part);
    }

    /** The day it is there. */
    public LocalDate today(Clock clock) {
        return LocalDate.now(clock.withZone(zone));
    }

    /** Digits of the currency's minor unit. */
    public int digits() {
        return Money.digits(currency);
    }

    /** An amount of its currency in minor units, as EUR 1,234.50. */
    public String money(long minor) {
        return Money.of(minor, currency);
    }

    /** The number alone, where the currency stands beside it. */
    public String number(long minor) {
        return Money.number(minor, currency);
    }

    /** As a field begins with it: 1234.50. */
    public String entered(long minor) {
        return Money.entered(minor, currency);
    }
}
