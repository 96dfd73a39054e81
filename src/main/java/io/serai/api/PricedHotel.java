package io.serai.api;

import io.serai.ari.Pricing;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel as those who price it speak of it.
 *
 * @param id its key
 * @param currency of its prices
 * @param today the day there
 * @param last the last night that is sold
 * @param ratePlans keys by code
 * @param roomTypes keys by code
 * @param pricings of its rate plans, by key
 */
record PricedHotel(
        int id,
        Currency currency,
        LocalDate today,
        LocalDate last,
        Map<String, Integer> ratePlans,
        Map<String, Integer> roomTypes,
        Map<Integer, Pricing> pricings) {

    /** Reads one that the session sees. */
    static PricedHotel read(JdbcClient session, int hotel) {
        Map<Integer, Pricing> pricings = new LinkedHashMap<>();
        session.sql("select id, pricing from rate_plans where hotel_id = ?")
                .param(hotel)
                .query(
                        row -> {
                            pricings.put(row.getInt(1), Pricing.of(row.getString(2)));
                        });
        return session.sql(
                        """
                        select currency, serai_today(id) as today, serai_today(id) + horizon - 1 as last from hotels where id = ?
                        """)
                .param(hotel)
                .query(
                        (row, number) ->
                                new PricedHotel(
                                        hotel,
                                        Currency.getInstance(row.getString("currency")),
                                        row.getObject("today", LocalDate.class),
                                        row.getObject("last", LocalDate.class),
                                        codes(session, "rate_plans", hotel),
                                        codes(session, "room_types", hotel),
                                        pricings))
                .single();
    }

    private static Map<String, Integer> codes(JdbcClient session, String table, int hotel) {
        Map<String, Integer> codes = new LinkedHashMap<>();
        session.sql("select code, id from " + table + " where hotel_id = ? order by code")
                .param(hotel)
                .query(
                        row -> {
                            codes.put(row.getString(1), row.getInt(2));
                        });
        return codes;
    }

    /** The codes of keys; those of which there is nothing any more are left out. */
    static @Nullable List<String> words(Map<String, Integer> codes, @Nullable List<Integer> keys) {
        return keys == null
                ? null
                : codes.entrySet().stream()
                        .filter(entry -> keys.contains(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /** Digits of its currency's minor unit. */
    int digits() {
        return currency.getDefaultFractionDigits();
    }

    /** Minor units as they are written: 13350 as 133.50. */
    @Nullable String amount(@Nullable Long minor) {
        return minor == null ? null : BigDecimal.valueOf(minor, digits()).toPlainString();
    }

    /** An amount in minor units; the form refuses what the currency cannot say. */
    @Nullable Long minor(Form form, String field) {
        String expected = "an amount in " + currency + ", as \"" + amount(13350L) + "\"";
        BigDecimal said = form.decimal(field, digits(), expected);
        return said == null ? null : said.movePointRight(digits()).longValueExact();
    }
}
