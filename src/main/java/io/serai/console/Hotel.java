package io.serai.console;

import io.serai.hotel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

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
