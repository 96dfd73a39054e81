package io.serai.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.ari.Cell;
import io.serai.database.TenantSession;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.RuleContent;
import io.serai.delivery.price.RuleTrial;
import io.serai.delivery.price.StoredRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries price rules before they are saved: which nights would cost what instead. */
@Component("apiRuleTrials")
public class ApiRuleTrials {

    private static final Set<String> FIELDS =
            Set.of("rule", "id", "remove", "from", "to", "offset", "limit");
    private static final int MOST = 10_000;
    private static final int USUAL = 1_000;

    private final Targets targets;
    private final TenantSession tenants;
    private final ObjectMapper json;

    ApiRuleTrials(Targets targets, TenantSession tenants, ObjectMapper json) {
        this.targets = targets;
        this.tenants = tenants;
        this.json = json;
    }

    private record Sold(String roomType, String ratePlan) {}

    /**
     * Tries {@code rule} as a new one, or instead of the one with {@code id}, or its removal.
     *
     * @throws Problem 422 naming the field and what was expected
     */
    public Answer run(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        Form form = Form.of(body, FIELDS);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> {
                    PricedHotel of = PricedHotel.read(session, key);
                    LocalDate from = form.night("from", of.today());
                    LocalDate to = form.night("to", of.last());
                    if (from.isBefore(of.today()) || to.isAfter(of.last()) || to.isBefore(from)) {
                        throw form.refusal(
                                "to",
                                from + " to " + to,
                                "nights from %s to %s".formatted(of.today(), of.last()));
                    }
                    int offset =
                            Objects.requireNonNullElse(
                                    form.whole("offset", 0, Integer.MAX_VALUE), 0);
                    int limit = Objects.requireNonNullElse(form.whole("limit", 0, MOST), USUAL);
                    RuleTrial.Outcome outcome =
                            new RuleTrial(session)
                                    .run(
                                            key,
                                            of.today(),
                                            from,
                                            to,
                                            change(new RuleBook(session, key), of, form, body),
                                            offset,
                                            limit);
                    return Answer.of(200, trial(session, of, from, to, outcome, offset));
                });
    }

    private UnaryOperator<List<StoredRule>> change(
            RuleBook book, PricedHotel hotel, Form form, @Nullable ObjectNode body) {
        ObjectNode rule = body != null && body.get("rule") instanceof ObjectNode node ? node : null;
        boolean removes = form.flag("remove", false);
        String id = form.text("id");
        if (removes && (id == null || rule != null)) {
            throw form.refusal("remove", "without an id alone", "the id of the rule to remove");
        }
        if (!removes && rule == null) {
            throw form.refusal("rule", "missing", "what the rule would say");
        }
        if (id == null) {
            RuleContent added = RuleForm.read(rule, hotel);
            return rules -> with(rules, new StoredRule(0, Integer.MAX_VALUE, added));
        }
        StoredRule before = ApiPriceRules.find(book, id);
        UnaryOperator<List<StoredRule>> without =
                rules -> rules.stream().filter(other -> other.id() != before.id()).toList();
        if (removes) {
            return without;
        }
        RuleContent changed = RuleForm.read(RuleView.changed(json, before, hotel, rule), hotel);
        StoredRule instead = new StoredRule(before.id(), before.position(), changed);
        return rules -> with(without.apply(rules), instead);
    }

    private static List<StoredRule> with(List<StoredRule> rules, StoredRule another) {
        List<StoredRule> more = new ArrayList<>(rules);
        more.add(another);
        return more;
    }

    private static TrialView trial(
            JdbcClient session,
            PricedHotel hotel,
            LocalDate from,
            LocalDate to,
            RuleTrial.Outcome outcome,
            int offset) {
        Map<Integer, Sold> sold = sold(session, hotel);
        int next = offset + outcome.changes().size();
        return new TrialView(
                from,
                to,
                outcome.nights(),
                outcome.products(),
                next < outcome.nights() ? next : null,
                outcome.changes().stream()
                        .map(change -> change(hotel, sold.get(change.product()), change))
                        .toList());
    }

    private static TrialView.Change change(PricedHotel hotel, Sold sold, RuleTrial.Change change) {
        return new TrialView.Change(
                Integer.toString(change.product()),
                sold.roomType(),
                sold.ratePlan(),
                change.night(),
                amounts(hotel, change.before()),
                amounts(hotel, change.after()));
    }

    private static List<@Nullable String> amounts(PricedHotel hotel, long[] prices) {
        List<@Nullable String> amounts = new ArrayList<>();
        Arrays.stream(prices)
                .forEach(price -> amounts.add(price == Cell.NONE ? null : hotel.amount(price)));
        return amounts;
    }

    private static Map<Integer, Sold> sold(JdbcClient session, PricedHotel hotel) {
        Map<Integer, Sold> sold = new HashMap<>();
        session.sql(
                        """
                        select p.id, t.code as room, r.code as plan
                          from products p join room_types t on t.id = p.room_type_id join rate_plans r on r.id = p.rate_plan_id
                         where p.hotel_id = ?
                        """)
                .param(hotel.id())
                .query(
                        row -> {
                            sold.put(
                                    row.getInt("id"),
                                    new Sold(row.getString("room"), row.getString("plan")));
                        });
        return sold;
    }
}
