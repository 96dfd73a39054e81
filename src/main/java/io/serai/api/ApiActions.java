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
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What callers have a channel do with a reservation, and what came of it. */
@Component("apiActions")
public class ApiActions {

    private final TenantSession tenants;
    private final ReservationActions actions;

    ApiActions(TenantSession tenants, ReservationActions actions) {
        this.tenants = tenants;
        this.actions = actions;
    }

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
     * Keeps an action; it is done at once and tried as often as may be.
     *
     * @throws Problem 404 for a reservation that the caller does not see, 409 with the reason where
     *     its channel does not offer the action or the same is under way, 400 for what does not fit
     *     the action
     */
    public ApiRequests.Kept act(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Header("action") String action,
            @Body @Nullable ObjectNode wish) {
        long reservation = key(id);
        ObjectNode said = wish == null ? JsonNodeFactory.instance.objectNode() : wish;
        long request =
                at(
                        caller,
                        session -> actions.ask(session, caller.actor(), reservation, action, said));
        return new ApiRequests.Kept(Long.toString(request));
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
