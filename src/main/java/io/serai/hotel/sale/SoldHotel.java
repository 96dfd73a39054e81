package io.serai.hotel.sale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A hotel as its guests see it.
 *
 * @param currency of its prices
 * @param today the day there
 * @param last the last night that is sold
 * @param types room types by key, in the order of their codes
 */
public record SoldHotel(
        int id, Currency currency, LocalDate today, LocalDate last, Map<Integer, Type> types) {

    /**
     * A room type.
     *
     * @param maxGuests adults and children
     */
    public record Type(int id, String code, String name, int maxGuests) {}

    /** Reads one that the session sees. */
    public static SoldHotel read(JdbcClient session, int hotel) {
        var types = new LinkedHashMap<Integer, Type>();
        session.sql(
                        "select id, code, name, max_guests from room_types where hotel_id = ? order by code")
                .param(hotel)
                .query(Type.class)
                .list()
                .forEach(type -> types.put(type.id(), type));
        return session.sql(
                        """
                        select currency, serai_today(id) as today, serai_today(id) + horizon - 1 as last from hotels where id = ?
                        """)
                .param(hotel)
                .query(
                        (row, number) ->
                                new SoldHotel(
                                        hotel,
                                        Currency.getInstance(row.getString("currency")),
                                        row.getObject("today", LocalDate.class),
                                        row.getObject("last", LocalDate.class),
                                        types))
                .single();
    }

    /** A room type of the hotel. */
    public Type type(int id) {
        return Objects.requireNonNull(types.get(id), "room type");
    }

    /** Minor units as an amount of the hotel's currency: 13350 as 133.50. */
    public BigDecimal amount(long minor) {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    /**
     * An amount in minor units.
     *
     * @throws ArithmeticException where it has more decimals than the currency
     */
    public long minor(BigDecimal amount) {
        return amount.movePointRight(currency.getDefaultFractionDigits()).longValueExact();
    }
}
