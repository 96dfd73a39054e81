package io.serai.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.TermsRow;
import io.serai.delivery.Wakes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a connection makes of the hotel's prices: mark-up, commission, currency, rounding. */
@Component("apiTerms")
public class ApiTerms {

    private static final Set<String> FIELDS =
            Set.of("markUp", "commission", "exchangeRate", "rounding", "currency", "confirm");
    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");
    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private static final String SELECT =
            """
            select c.id, h.currency as hotel_currency, coalesce(c.currency, h.currency) as currency, c.mark_up, c.commission,
                   c.exchange_rate, c.price_rounding, c.prices_stopped
              from third_party_integrations c join hotels h on h.id = c.hotel_id where c.id = ?
            """;

    private final Targets targets;
    private final TenantSession tenants;
    private final Wakes wakes;
    private final ObjectMapper json;

    ApiTerms(Targets targets, TenantSession tenants, Wakes wakes, ObjectMapper json) {
        this.targets = targets;
        this.tenants = tenants;
        this.wakes = wakes;
        this.json = json;
    }

    /** Those of a connection, with their version. */
    public Answer show(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        int connection = targets.connection(caller, id).id();
        return tenants.call(
                caller.hotels(), caller.actor(), session -> answer(read(session, connection)));
    }

    /**
     * Changes those that the body names; all prices of the connection are looked at again.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer terms
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        int connection = targets.connection(caller, id).id();
        Form form = Form.of(body, FIELDS);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    session.sql("select id from third_party_integrations where id = ? for update")
                            .param(connection)
                            .query(Integer.class)
                            .single();
                    TermsView before = read(session, connection);
                    Version.demand(seen, before);
                    write(session, connection, before, form);
                    wakes.afterCommit();
                    return answer(read(session, connection));
                });
    }

    private void write(JdbcClient session, int connection, TermsView before, Form form) {
        ObjectNode set = json.createObjectNode();
        percent(form, "markUp", "mark_up", new BigDecimal("-99.9999"), MOST_PERCENT, set);
        percent(form, "commission", "commission", BigDecimal.ZERO, new BigDecimal("99.9999"), set);
        boolean markedUp =
                form.names("markUp") ? set.hasNonNull("mark_up") : before.markUp() != null;
        boolean commissioned =
                form.names("commission")
                        ? set.hasNonNull("commission")
                        : before.commission() != null;
        if (markedUp && commissioned) {
            throw form.refusal(
                    "commission", "beside a mark-up", "a mark-up or a commission, not both");
        }
        if (form.names("exchangeRate")) {
            set.put("exchange_rate", rate(form));
        }
        if (form.names("rounding")) {
            set.put(
                    "price_rounding",
                    form.word("rounding", "half-up", List.of("half-up", "up", "down")));
        }
        set(session, connection, set);
        if (form.names("currency")) {
            session.sql("update third_party_integrations set currency = ? where id = ?")
                    .params(currency(form), connection)
                    .update();
        }
        if (form.flag("confirm", false)) {
            session.sql("update third_party_integrations set prices_stopped = null where id = ?")
                    .param(connection)
                    .update();
        }
    }

    /** Only the keys that are named: all others of the configuration are somebody else's. */
    private static void set(JdbcClient session, int connection, ObjectNode set) {
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
            Form form,
            String field,
            String key,
            BigDecimal least,
            BigDecimal most,
            ObjectNode set) {
        if (form.names(field)) {
            String expected =
                    "percent from %s to %s, with at most 4 decimals, or null for none"
                            .formatted(least.toPlainString(), most.toPlainString());
            BigDecimal said = form.decimal(field, 4, expected);
            if (said != null && (said.compareTo(least) < 0 || said.compareTo(most) > 0)) {
                throw form.refusal(field, said.toPlainString(), expected);
            }
            set.put(key, TermsView.text(said));
        }
    }

    private static @Nullable String rate(Form form) {
        String expected =
                "what one unit of the hotel's currency is in the connection's, above 0, with at"
                        + " most 10 decimals, or null for none";
        BigDecimal said = form.decimal("exchangeRate", 10, expected);
        if (said != null && (said.signum() <= 0 || said.compareTo(HUNDRED.pow(4)) > 0)) {
            throw form.refusal("exchangeRate", said.toPlainString(), expected);
        }
        return TermsView.text(said);
    }

    private static @Nullable String currency(Form form) {
        String said = form.text("currency");
        if (said != null && !TermsRow.isCurrency(said)) {
            throw form.refusal(
                    "currency", "'" + said + "'", "an ISO 4217 code, or null for the hotel's");
        }
        return said;
    }

    private static TermsView read(JdbcClient session, int connection) {
        return session.sql(SELECT)
                .param(connection)
                .query((row, number) -> TermsView.of(row))
                .single();
    }

    private static Answer answer(TermsView terms) {
        return new Answer(200, terms, Version.of(terms));
    }
}
