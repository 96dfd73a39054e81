package io.serai.api;

import io.serai.ari.Cell;
import io.serai.ari.PriceStep;
import io.serai.ari.PriceTerms;
import io.serai.database.TenantSession;
import io.serai.delivery.TermsRow;
import io.serai.delivery.price.ExplainedNight;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what becomes of a hotel's prices at a connection, step by step. */
@Component("apiTermsExplanations")
public class ApiTermsExplanations {

    private static final String TERMS =
            """
            select c.mark_up, c.commission, c.exchange_rate, c.price_rounding, c.currency, h.currency as hotel_currency
              from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
            """;

    private final Targets targets;
    private final TenantSession tenants;

    ApiTermsExplanations(Targets targets, TenantSession tenants) {
        this.targets = targets;
        this.tenants = tenants;
    }

    /**
     * The prices of a night as the plan lays them out.
     *
     * @param currency what the converted ones are in
     */
    record Converted(
            String connection,
            String product,
            String ratePlan,
            LocalDate night,
            String hotelCurrency,
            String currency,
            List<Price> prices) {}

    /**
     * A price.
     *
     * @param hotel in the hotel's currency; null where it is not sold so
     * @param sent in the connection's; null where it is not sold so, or there is no rate for it
     */
    record Price(@Nullable String hotel, @Nullable String sent, List<Step> steps) {}

    /** A step, its amounts exact; from the exchange on in the connection's currency. */
    record Step(String kind, String name, String before, String after) {}

    /** A night of a product, past or to come, as rules and terms are now. */
    public Converted explain(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("product") String product,
            @Header("night") String night) {
        LocalDate date = Stretch.night("night", night);
        Target target = targets.connection(caller, id);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    ExplainedNight explained =
                            ExplainedNight.of(
                                    session,
                                    target.hotel(),
                                    Targets.key(product),
                                    date,
                                    target.today());
                    if (explained == null) {
                        throw Problem.unknown("product", product);
                    }
                    return converted(id, explained, terms(session, target.id()));
                });
    }

    private static PriceTerms terms(JdbcClient session, int connection) {
        return session.sql(TERMS).param(connection).query((row, number) -> terms(row)).single();
    }

    private static PriceTerms terms(ResultSet row) throws SQLException {
        String refusal = TermsRow.refusal(row);
        if (refusal != null) {
            throw new Problem(422, "Cannot be meant", refusal);
        }
        return TermsRow.of(row);
    }

    private static Converted converted(String id, ExplainedNight explained, PriceTerms terms) {
        List<Price> prices = new ArrayList<>();
        for (long price : explained.made().prices()) {
            prices.add(price(price, terms));
        }
        return new Converted(
                id,
                Integer.toString(explained.product().id()),
                explained.product().plan().code(),
                explained.night(),
                terms.hotel().getCurrencyCode(),
                terms.currency().getCurrencyCode(),
                prices);
    }

    private static Price price(long minor, PriceTerms terms) {
        if (minor == Cell.NONE) {
            return new Price(null, null, List.of());
        }
        List<Step> steps = new ArrayList<>();
        String hotel = exact(BigDecimal.valueOf(minor), terms.hotel());
        if (!terms.isKnown()) {
            return new Price(hotel, null, steps);
        }
        long sent = terms.convert(minor, 0, (position, step) -> steps.add(step(step, terms)));
        return sent == Cell.NONE
                ? new Price(hotel, null, steps)
                : new Price(hotel, exact(BigDecimal.valueOf(sent), terms.currency()), steps);
    }

    private static Step step(PriceStep step, PriceTerms terms) {
        return switch (step.kind()) {
            case ROUNDING -> step(step, terms.currency(), terms.currency());
            case EXCHANGE -> step(step, terms.hotel(), terms.currency());
            default -> step(step, terms.hotel(), terms.hotel());
        };
    }

    private static Step step(PriceStep step, Currency before, Currency after) {
        return new Step(
                step.kind().word(),
                step.name(),
                exact(step.before(), before),
                exact(step.after(), after));
    }

    /** With no more digits than it needs beyond those of the currency. */
    private static String exact(@Nullable BigDecimal minor, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        BigDecimal price = minor == null ? BigDecimal.ZERO : minor;
        BigDecimal amount = price.movePointLeft(digits).stripTrailingZeros();
        return amount.setScale(Math.max(amount.scale(), digits)).toPlainString();
    }
}
