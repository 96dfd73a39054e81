package io.serai.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.StoredTerms;
import io.serai.delivery.TermsBook;
import io.serai.delivery.TermsRefused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a connection makes of the hotel's prices: mark-up, commission, currency, rounding. */
@Component("apiTerms")
public class ApiTerms {

    private final Targets targets;
    private final TenantSession tenants;
    private final TermsBook book;

    ApiTerms(Targets targets, TenantSession tenants, TermsBook book) {
        this.targets = targets;
        this.tenants = tenants;
        this.book = book;
    }

    /** Those of a connection, with their version. */
    public Answer show(@ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        int connection = targets.connection(caller, id).id();
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> answer(connection, book.read(session, connection)));
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
        Form form = Form.of(body, Set.copyOf(TermsBook.FIELDS));
        Map<String, @Nullable String> named = named(form, body);
        try {
            return tenants.call(
                    caller.hotels(),
                    caller.actor(),
                    session -> {
                        StoredTerms before = book.locked(session, connection);
                        Version.demand(seen, TermsView.of(connection, before));
                        book.change(session, connection, before, named);
                        return answer(connection, book.read(session, connection));
                    });
        } catch (TermsRefused refused) {
            throw form.refusal(refused.field(), refused.met(), refused.expected());
        }
    }

    /** Numbers may be written as numbers or as texts. */
    private static Map<String, @Nullable String> named(Form form, @Nullable ObjectNode body) {
        Map<String, @Nullable String> named = new HashMap<>();
        for (String field : TermsBook.FIELDS) {
            if (!form.names(field)) {
                continue;
            }
            if (field.equals("confirm")) {
                named.put(field, Boolean.toString(form.flag(field, false)));
            } else if (body != null && body.get(field).isNumber()) {
                BigDecimal number = Form.number(body.get(field));
                named.put(
                        field, number == null ? body.get(field).asText() : number.toPlainString());
            } else {
                named.put(field, form.text(field));
            }
        }
        return named;
    }

    private static Answer answer(int connection, StoredTerms terms) {
        TermsView view = TermsView.of(connection, terms);
        return new Answer(200, view, Version.of(view));
    }
}
