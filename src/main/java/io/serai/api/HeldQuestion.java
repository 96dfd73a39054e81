package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.gate.HeldPriceId;
import io.serai.delivery.gate.HeldWish;
import io.serai.hotel.Days;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a caller wants to know of a hotel's prices that are not told. */
@Component
class HeldQuestion {

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final TenantSession tenants;

    HeldQuestion(TenantSession tenants) {
        this.tenants = tenants;
    }

    /**
     * A hotel, as far as prices need to know it.
     *
     * @param id its key
     * @param currency ISO 4217 code that its prices are in
     * @param today the first night that is sold
     * @param last the last night that is sold
     */
    record Asked(int id, String currency, LocalDate today, LocalDate last) {

        /** Digits of the currency's minor unit. */
        int digits() {
            return Currency.getInstance(currency).getDefaultFractionDigits();
        }
    }

    /**
     * The hotel that a caller names.
     *
     * @throws Problem 404 when they do not see it, 403 when they may not do this there
     */
    Asked hotel(Caller caller, String id) {
        int hotel = caller.hotel(id);
        return tenants.call(
                List.of((long) hotel),
                caller.actor(),
                session ->
                        session.sql(
                                        """
                                        select id, currency, serai_today(id) as today, serai_today(id) + horizon - 1 as last from hotels where id = ?
                                        """)
                                .param(hotel)
                                .query(
                                        (row, number) ->
                                                new Asked(
                                                        row.getInt("id"),
                                                        row.getString("currency"),
                                                        row.getObject("today", LocalDate.class),
                                                        row.getObject("last", LocalDate.class)))
                                .single());
    }

    /**
     * A part of a hotel's products and nights, as a request writes it.
     *
     * @throws Problem 400 naming what was met and what was expected
     */
    static HeldWish wish(
            Asked hotel,
            @Nullable String product,
            @Nullable String roomType,
            @Nullable String ratePlan,
            @Nullable String from,
            @Nullable String to,
            @Nullable HeldPriceId after,
            int most) {
        LocalDate first = from == null ? hotel.today() : night("from", from);
        LocalDate last = to == null ? hotel.last() : night("to", to);
        if (last.isBefore(first)) {
            throw Problem.bad("to: '" + last + "' (expected: " + first + " or later)");
        }
        return new HeldWish(
                product == null ? null : product(product),
                roomType,
                ratePlan,
                first.isBefore(hotel.today()) ? hotel.today() : first,
                last,
                after,
                most);
    }

    /** The id of what is held, as a request writes it. */
    static HeldPriceId id(String text) {
        try {
            return HeldPriceId.of(text);
        } catch (IllegalArgumentException wrong) {
            throw Problem.bad(String.valueOf(wrong.getMessage()));
        }
    }

    /** How many entries an answer has at most. */
    static int limit(@Nullable String limit) {
        if (limit == null) {
            return USUAL;
        }
        int number = limit.matches("[0-9]{1,4}") ? Integer.parseInt(limit) : 0;
        if (number < 1 || number > MOST) {
            throw Problem.bad("limit: '" + limit + "' (expected: 1 to " + MOST + ")");
        }
        return number;
    }

    private static int product(String product) {
        if (!product.matches("[0-9]{1,9}")) {
            throw Problem.bad("product: '" + product + "' (expected: the id of a product)");
        }
        return Integer.parseInt(product);
    }

    static LocalDate night(String name, String text) {
        try {
            return Days.parse(text);
        } catch (DateTimeParseException wrong) {
            throw Problem.bad(name + ": '" + text + "' (expected: a night as YYYY-MM-DD)");
        }
    }
}
