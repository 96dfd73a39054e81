package io.serai.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What connections make of hotels' prices: mark-up, commission, currency, rate, rounding. Whoever
 * changes them has all prices of the connection looked at again.
 */
@Component
public class TermsBook {

    /** What may be changed; {@code confirm} says that prices are to be sent as the terms are. */
    public static final List<String> FIELDS =
            List.of("markUp", "commission", "exchangeRate", "rounding", "currency", "confirm");

    /** How prices are rounded to the minor unit of the connection's currency. */
    public static final List<String> ROUNDINGS = List.of("half-up", "up", "down");

    private static final BigDecimal LEAST_PERCENT = new BigDecimal("-99.9999");
    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");
    private static final BigDecimal MOST_COMMISSION = new BigDecimal("99.9999");
    private static final BigDecimal MOST_RATE = new BigDecimal("100").pow(4);

    private static final String SELECT =
            """
            select h.currency as hotel_currency, c.currency as own_currency, c.mark_up, c.commission, c.exchange_rate,
                   c.price_rounding as rounding, c.prices_stopped as stopped
              from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
            """;

    private final Wakes wakes;

    TermsBook(Wakes wakes) {
        this.wakes = wakes;
    }

    /** Those of a connection. */
    public StoredTerms read(JdbcClient session, int connection) {
        return session.sql(SELECT).param(connection).query(StoredTerms.class).single();
    }

    /** The same, which nobody else changes until the end of the transaction. */
    public StoredTerms locked(JdbcClient session, int connection) {
        session.sql("select id from third_party_integrations where id = ? for update")
                .param(connection)
                .query(Integer.class)
                .single();
        return read(session, connection);
    }

    /**
     * Changes those that are named.
     *
     * @param before as they are, {@link #locked}
     * @param named texts by {@link #FIELDS}; null: none, or as usual
     * @throws TermsRefused naming the first that cannot be meant
     */
    public void change(
            JdbcClient session,
            int connection,
            StoredTerms before,
            Map<String, @Nullable String> named) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        percent(named, "markUp", "mark_up", LEAST_PERCENT, MOST_PERCENT, set);
        percent(named, "commission", "commission", BigDecimal.ZERO, MOST_COMMISSION, set);
        if (is(named, "markUp", set.hasNonNull("mark_up"), before.markUp())
                && is(named, "commission", set.hasNonNull("commission"), before.commission())) {
            throw new TermsRefused(
                    "commission", "beside a mark-up", "a mark-up or a commission, not both");
        }
        if (named.containsKey("exchangeRate")) {
            set.put("exchange_rate", rate(named.get("exchangeRate")));
        }
        if (named.containsKey("rounding")) {
            set.put("price_rounding", rounding(named.get("rounding")));
        }
        write(session, connection, set);
        if (named.containsKey("currency")) {
            session.sql("update third_party_integrations set currency = ? where id = ?")
                    .params(currency(named.get("currency")), connection)
                    .update();
        }
        if ("true".equals(named.get("confirm"))) {
            session.sql("update third_party_integrations set prices_stopped = null where id = ?")
                    .param(connection)
                    .update();
        }
        wakes.afterCommit();
    }

    private static boolean is(
            Map<String, @Nullable String> named,
            String field,
            boolean set,
            @Nullable BigDecimal before) {
        return named.containsKey(field) ? set : before != null;
    }

    /** Only the keys that are named: all others of the configuration are somebody else's. */
    private static void write(JdbcClient session, int connection, ObjectNode set) {
        List<String> emptied =
                set.properties().stream()
                        .filter(entry -> entry.getValue().isNull())
                        .map(Map.Entry::getKey)
                        .toList();
        if (!set.isEmpty()) {
            session.sql(
                            """
                            update third_party_integrations set configuration = (configuration || ?::jsonb) - ? where id = ?
                            """)
                    .params(set.toString(), emptied.toArray(String[]::new), connection)
                    .update();
        }
    }

    private static void percent(
            Map<String, @Nullable String> named,
            String field,
            String key,
            BigDecimal least,
            BigDecimal most,
            ObjectNode set) {
        if (named.containsKey(field)) {
            String expected =
                    "percent from %s to %s, with at most 4 decimals, or null for none"
                            .formatted(least.toPlainString(), most.toPlainString());
            BigDecimal said = decimal(field, named.get(field), 4, expected);
            if (said != null && (said.compareTo(least) < 0 || said.compareTo(most) > 0)) {
                throw new TermsRefused(field, said.toPlainString(), expected);
            }
            set.put(key, said == null ? null : said.toPlainString());
        }
    }

    private static @Nullable String rate(@Nullable String text) {
        String expected =
                "what one unit of the hotel's currency is in the connection's, above 0, with at"
                        + " most 10 decimals, or null for none";
        BigDecimal said = decimal("exchangeRate", text, 10, expected);
        if (said != null && (said.signum() <= 0 || said.compareTo(MOST_RATE) > 0)) {
            throw new TermsRefused("exchangeRate", said.toPlainString(), expected);
        }
        return said == null ? null : said.toPlainString();
    }

    private static @Nullable BigDecimal decimal(
            String field, @Nullable String text, int decimals, String expected) {
        if (text == null) {
            return null;
        }
        if (!text.matches("[+-]?\\d{1,12}(\\.\\d{1,30})?")
                || new BigDecimal(text).stripTrailingZeros().scale() > decimals) {
            throw new TermsRefused(field, "'" + text + "'", expected);
        }
        return new BigDecimal(text).stripTrailingZeros();
    }

    private static String rounding(@Nullable String said) {
        if (said != null && !ROUNDINGS.contains(said)) {
            throw new TermsRefused("rounding", "'" + said + "'", "one of " + ROUNDINGS);
        }
        return said == null ? "half-up" : said;
    }

    private static @Nullable String currency(@Nullable String said) {
        if (said != null && !TermsRow.isCurrency(said)) {
            throw new TermsRefused(
                    "currency", "'" + said + "'", "an ISO 4217 code, or null for the hotel's");
        }
        return said;
    }
}
