package io.serai.hotel.night;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may be written at a hotel now.
 *
 * @param hotel its key
 * @param table rooms or rates
 * @param today the first night that may be written
 * @param last the last night that is kept
 * @param currency ISO 4217 code of its prices
 * @param byId what it sells, by key
 * @param byCode what it sells, by its codes
 */
public record HotelNights(
        int hotel,
        NightTable table,
        LocalDate today,
        LocalDate last,
        String currency,
        Map<Integer, Sold> byId,
        Map<String, Sold> byCode) {

    static HotelNights of(
            int hotel,
            NightTable table,
            LocalDate today,
            LocalDate last,
            String currency,
            List<Sold> all) {
        Map<Integer, Sold> byId = new LinkedHashMap<>();
        Map<String, Sold> byCode = new LinkedHashMap<>();
        for (Sold sold : all) {
            byId.put(sold.id(), sold);
            byCode.put(sold.code(), sold);
        }
        return new HotelNights(hotel, table, today, last, currency, byId, byCode);
    }

    /** Digits of the currency's minor unit. */
    public int digits() {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** What has this key. */
    public Optional<Sold> sold(String id) {
        return id.matches("[0-9]{1,9}")
                ? Optional.ofNullable(byId.get(Integer.parseInt(id)))
                : Optional.empty();
    }

    /** All that it sells. */
    public Collection<Sold> all() {
        return byId.values();
    }
}
