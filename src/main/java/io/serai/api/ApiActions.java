package io.serai.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.serai.database.TenantSession;
import io.serai.reservation.action.ActionRefused;
import io.serai.reservation.action.OfferedAction;
import io.serai.reservation.action.ReservationActions;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What callers have a channel do with a reservation, and what came of it. */
@Component("apiActions")
public class ApiActions {

    private final TenantSession tenants;
    private final OnceOnly once;
    private final ReservationActions actions;

    ApiActions(TenantSession tenants, OnceOnly once, ReservationActions actions) {
        this.tenants = tenants;
        this.once = once;
        this.actions = actions;
    }

    /** One of a channel's actions, and what it needs. */
    record Asked(String action, ObjectNode wish) {}

    /**
     * What may be done with a reservation, what may not and why, and what was asked so far.
     *
     * @throws Problem 404 for a reservation that the caller does not see
     */
    public Map<String, List<OfferedAction>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        long reservation = key(id);
        return Map.of("actions", at(caller, session -> actions.of(session, reservation)));
    }

    /**
     * Keeps an action, once where it comes with a key; it is done at once and tried as often as may
     * be.
     *
     * @throws Problem 404 for a reservation that the caller does not see, 409 with the reason where
     *     its channel does not offer the action or the same is under way, 400 for what does not fit
     *     the action, 422 where another request came under the key
     */
    public Answer act(
            Exchange exchange,
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("action") String action,
            @Body @Nullable ObjectNode wish) {
        long reservation = key(id);
        ObjectNode said = wish == null ? JsonNodeFactory.instance.objectNode() : wish;
        at(
                caller,
                session -> {
                    actions.demand(session, reservation);
                    return reservation;
                });
        return keep(exchange, caller, reservation, said, () -> new Asked(action, said));
    }

    /**
     * Keeps an action of a reservation that the caller sees, and its key with it.
     *
     * @param body of the request
     * @param asked looked for where the request was not answered under its key before
     */
    Answer keep(
            Exchange exchange,
            Caller caller,
            long reservation,
            ObjectNode body,
            Supplier<Asked> asked) {
        try {
            return once.byEngine(
                    exchange,
                    caller,
                    body,
                    session -> Answer.of(202, kept(session, caller, reservation, asked.get())));
        } catch (ActionRefused refused) {
            throw problem(refused);
        }
    }

    private ApiRequests.Kept kept(
            JdbcClient session, Caller caller, long reservation, Asked asked) {
        return new ApiRequests.Kept(
                Long.toString(
                        actions.ask(
                                session,
                                caller.actor(),
                                reservation,
                                asked.action(),
                                asked.wish())));
    }

    private <T> T at(Caller caller, Function<JdbcClient, T> work) {
        try {
            return tenants.call(caller.hotels(), caller.actor(), work);
        } catch (ActionRefused refused) {
            throw problem(refused);
        }
    }

    private static Problem problem(ActionRefused refused) {
        String words = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case UNKNOWN -> new Problem(404, "No such reservation", words);
            case NOT_OFFERED -> new Problem(409, "Not offered", words);
            case UNDER_WAY -> new Problem(409, "Under way", words);
            case NOT_FITTING -> Problem.bad(words);
        };
    }

    private static long key(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("reservation", id);
        }
        return Long.parseLong(id);
    }
}
