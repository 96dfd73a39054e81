package io.serai.api;

import io.serai.api.HeldQuestion.Asked;
import io.serai.database.TenantSession;
import io.serai.delivery.gate.HeldDecisions;
import io.serai.delivery.gate.HeldPrice;
import io.serai.delivery.gate.HeldPriceChanged;
import io.serai.delivery.gate.HeldPriceId;
import io.serai.delivery.gate.HeldPrices;
import io.serai.delivery.gate.HeldWish;
import io.serai.delivery.gate.NotRight;
import io.serai.delivery.gate.SystemPrice;
import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is decided about prices that are held: all that a request names, or nothing. */
@Component("apiHeldDecisions")
public class ApiHeldDecisions {

    private static final int MOST_AT_ONCE = 10_000;

    private final HeldQuestion question;
    private final TenantSession tenants;

    ApiHeldDecisions(HeldQuestion question, TenantSession tenants) {
        this.question = question;
        this.tenants = tenants;
    }

    /** Lets prices pass: those of these ids, or all that are held on a range of nights. */
    public Decided approve(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Body @Nullable Decision decision) {
        Asked hotel = question.hotel(caller, id);
        List<HeldPriceId> ids = meant(caller, hotel, decision);
        decide(caller, hotel, session -> HeldDecisions.approve(session, hotel.id(), ids));
        return Decided.of(ids);
    }

    /**
     * Sets the right prices by hand: those that are given, else the reference of each that has one.
     */
    public Decided putRight(
            @ExchangeProperty("caller") Caller caller,
            @Header("hotel") String id,
            @Body @Nullable Decision decision) {
        Asked hotel = question.hotel(caller, id);
        List<HeldPriceId> ids = meant(caller, hotel, decision);
        List<@Nullable String> prices = decision == null ? null : decision.prices();
        decide(
                caller,
                hotel,
                session ->
                        ids.forEach(
                                one ->
                                        HeldDecisions.putRight(
                                                session,
                                                hotel.id(),
                                                one,
                                                prices == null
                                                        ? reference(session, hotel, one)
                                                        : right(hotel, one, prices))));
        return Decided.of(ids);
    }

    private void decide(Caller caller, Asked hotel, Consumer<JdbcClient> work) {
        try {
            tenants.run(List.of((long) hotel.id()), caller.actor(), work);
        } catch (HeldPriceChanged changed) {
            throw changed(hotel, changed);
        } catch (NotRight wrong) {
            throw notRight(wrong.getMessage());
        } catch (SystemPrice fixed) {
            throw new Problem(409, "Not a person's price", String.valueOf(fixed.getMessage()));
        }
    }

    private static Problem changed(Asked hotel, HeldPriceChanged changed) {
        List<@Nullable String> now = Money.texts(changed.now(), hotel.digits());
        return new Problem(
                        409,
                        "Not held any more",
                        "prices: %s on %s (expected: %s)"
                                .formatted(
                                        Money.texts(changed.id().minor(), hotel.digits()),
                                        changed.night(),
                                        now.isEmpty() ? "prices that are held; none are" : now))
                .with("held", now);
    }

    private List<HeldPriceId> meant(Caller caller, Asked hotel, @Nullable Decision decision) {
        if (decision != null && decision.ids() != null && !decision.ids().isEmpty()) {
            return decision.ids().stream().map(HeldQuestion::id).toList();
        }
        if (decision == null || decision.from() == null || decision.to() == null) {
            throw Problem.bad(
                    "body: neither ids nor from and to (expected: {\"ids\": [id, …]} or {\"from\": night, \"to\": night})");
        }
        HeldWish wish =
                HeldQuestion.wish(
                        hotel,
                        decision.product(),
                        decision.roomType(),
                        decision.ratePlan(),
                        decision.from(),
                        decision.to(),
                        null,
                        MOST_AT_ONCE);
        return tenants.call(
                List.of((long) hotel.id()),
                caller.actor(),
                session ->
                        HeldPrices.list(session, hotel.id(), wish).stream()
                                .map(HeldPrice::id)
                                .toList());
    }

    private static @Nullable Long[] reference(JdbcClient session, Asked hotel, HeldPriceId id) {
        HeldPrice held =
                HeldPrices.find(session, hotel.id(), id)
                        .orElseThrow(
                                () ->
                                        new Problem(
                                                409,
                                                "Not held any more",
                                                "id: '"
                                                        + id.text()
                                                        + "' (expected: one that is held)"));
        if (held.reference() == null) {
            throw notRight(
                    "prices: none (expected: the right ones, since the nights around tell none for '%s')"
                            .formatted(id.text()));
        }
        return held.reference();
    }

    private static Problem notRight(@Nullable String words) {
        return new Problem(422, "Not put right", String.valueOf(words));
    }

    private static @Nullable Long[] right(
            Asked hotel, HeldPriceId id, List<@Nullable String> prices) {
        int positions = id.minor().length;
        if (prices.size() != positions) {
            throw Problem.bad(
                    "prices: %d (expected: %d, laid out as those that are held)"
                            .formatted(prices.size(), positions));
        }
        return prices.stream()
                .map(price -> Money.minor("prices", price, hotel.digits()))
                .toArray(Long[]::new);
    }

    /** What is decided about, as it is written in a request. */
    public record Decision(
            @Nullable List<String> ids,
            @Nullable String product,
            @Nullable String roomType,
            @Nullable String ratePlan,
            @Nullable String from,
            @Nullable String to,
            @Nullable List<@Nullable String> prices) {}

    /** What was decided about. */
    public record Decided(List<String> ids) {

        static Decided of(List<HeldPriceId> ids) {
            return new Decided(ids.stream().map(HeldPriceId::text).toList());
        }
    }
}
