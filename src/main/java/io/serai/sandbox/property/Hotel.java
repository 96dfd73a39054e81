package io.serai.sandbox.property;

import java.util.Currency;
import java.util.Map;
import java.util.Set;

/** A hotel, the machine accounts linked to it and its active room types by their id. */
public record Hotel(
        long id, String name, Currency currency, Set<String> accounts, Map<Long, Room> rooms) {

    /** Decimal places of the hotel's currency. */
    public int decimals() {
        return currency.getDefaultFractionDigits();
    }
}
