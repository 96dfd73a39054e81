package io.serai.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.delivery.Wakes;
import io.serai.delivery.price.RuleBook;
import io.serai.delivery.price.StoredRule;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A hotel's price rules and their order. */
@Component("apiPriceRules")
public class ApiPriceRules {

    private final Targets targets;
    private final TenantSession tenants;
    private final Wakes wakes;
    private final OnceOnly once;
    private final ObjectMapper json;

    ApiPriceRules(
            Targets targets, TenantSession tenants, Wakes wakes, OnceOnly once, ObjectMapper json) {
        this.targets = targets;
        this.tenants = tenants;
        this.wakes = wakes;
        this.once = once;
        this.json = json;
    }

    /** All, in the order in which they are looked at. */
    record Rules(List<RuleView> rules) {}

    /** All of a hotel, with the version of them together. */
    public Answer list(@ExchangeProperty("caller") Caller caller, @Header("hotel") String hotel) {
        return read(caller, hotel, (book, of) -> answer(all(book, of)));
    }

    /** One, with its version. */
    public Answer one(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("rule") String rule) {
        return read(caller, hotel, (book, of) -> answer(200, find(book, rule), of));
    }

    /** Adds one after all others; once, however often it is asked for under one key. */
    public Answer add(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Body @Nullable ObjectNode body) {
        int key = targets.hotel(caller, hotel);
        return once.answer(
                exchange,
                caller,
                body == null ? json.nullNode() : body,
                session -> {
                    RuleBook book = writing(session, key);
                    PricedHotel of = PricedHotel.read(session, key);
                    return answer(201, book.add(RuleForm.read(body, of)), of);
                });
    }

    /** One writer of a hotel's rules at a time, so that none overwrites what it did not see. */
    private RuleBook writing(JdbcClient session, int hotel) {
        RuleBook book = new RuleBook(session, hotel);
        book.lock();
        wakes.afterCommit();
        return book;
    }

    /**
     * Changes what one says; what the body does not name stays.
     *
     * @param seen the version that the caller saw; another by now is a 409 with the newer rule
     */
    public Answer change(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("rule") String rule,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        return write(
                caller,
                hotel,
                (book, of) -> {
                    StoredRule before = find(book, rule);
                    Version.demand(seen, RuleView.of(before, of));
                    ObjectNode changed = RuleView.changed(json, before, of, body);
                    return answer(200, book.change(before.id(), RuleForm.read(changed, of)), of);
                });
    }

    /** Takes one away and answers with those that are left. */
    public Answer remove(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("rule") String rule,
            @Header("If-Match") @Nullable String seen) {
        return write(
                caller,
                hotel,
                (book, of) -> {
                    StoredRule before = find(book, rule);
                    Version.demand(seen, RuleView.of(before, of));
                    book.remove(before.id());
                    return answer(all(book, of));
                });
    }

    /**
     * Puts all rules of a hotel in another order, in one step.
     *
     * @param seen the version of them together that the caller saw
     */
    public Answer order(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String hotel,
            @Header("If-Match") @Nullable String seen,
            @Body @Nullable ObjectNode body) {
        return write(
                caller,
                hotel,
                (book, of) -> {
                    Version.demand(seen, all(book, of));
                    List<Integer> there = book.all().stream().map(StoredRule::id).toList();
                    book.order(order(Form.of(body, Set.of("rules")), there));
                    return answer(all(book, of));
                });
    }

    private static List<Integer> order(Form form, List<Integer> there) {
        String expected = "each of " + there.stream().map(String::valueOf).toList() + " once";
        List<Integer> wanted =
                form.list("rules", expected, (JsonNode id) -> Targets.key(id.asText()));
        if (wanted == null
                || wanted.size() != there.size()
                || !Set.copyOf(there).equals(Set.copyOf(wanted))) {
            throw form.refusal("rules", String.valueOf(wanted), expected);
        }
        return wanted;
    }

    private Answer read(
            Caller caller, String hotel, BiFunction<RuleBook, PricedHotel, Answer> work) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> work.apply(new RuleBook(session, key), PricedHotel.read(session, key)));
    }

    private Answer write(
            Caller caller, String hotel, BiFunction<RuleBook, PricedHotel, Answer> work) {
        int key = targets.hotel(caller, hotel);
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session -> work.apply(writing(session, key), PricedHotel.read(session, key)));
    }

    static StoredRule find(RuleBook book, String rule) {
        return book.find(Targets.key(rule)).orElseThrow(() -> Problem.unknown("rule", rule));
    }

    private static Rules all(RuleBook book, PricedHotel hotel) {
        return new Rules(book.all().stream().map(rule -> RuleView.of(rule, hotel)).toList());
    }

    private static Answer answer(Rules rules) {
        return new Answer(200, rules, Version.of(rules));
    }

    private static Answer answer(int status, StoredRule rule, PricedHotel hotel) {
        RuleView view = RuleView.of(rule, hotel);
        return new Answer(status, view, Version.of(view));
    }
}
