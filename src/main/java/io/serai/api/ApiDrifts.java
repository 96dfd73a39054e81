package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.DriftChoice;
import io.serai.delivery.DriftSettling;
import io.serai.delivery.DriftView;
import io.serai.delivery.OpenDrifts;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What channels show otherwise than they accepted, and its settling. */
@Component("apiDrifts")
public class ApiDrifts {

    private final Targets targets;
    private final TenantSession tenants;
    private final DriftSettling settling;
    private final OpenDrifts drifts;

    ApiDrifts(Targets targets, TenantSession tenants, DriftSettling settling, OpenDrifts drifts) {
        this.targets = targets;
        this.tenants = tenants;
        this.settling = settling;
        this.drifts = drifts;
    }

    /** What is not settled at a connection. */
    public Map<String, List<DriftView>> list(
            @ExchangeProperty("caller") Caller caller, @Header("id") String id) {
        Target target = targets.connection(caller, id);
        return Map.of(
                "drifts",
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session -> drifts.of(session, target.id())));
    }

    /**
     * Settles one, certain or not: a person has looked.
     *
     * @param choice {@code {"as": "ours"}} or {@code {"as": "theirs"}}
     */
    public Settled settle(
            @ExchangeProperty("caller") Caller caller,
            @Header("id") String id,
            @Body @Nullable Choice choice) {
        DriftChoice as = choice(choice);
        long drift = visible(caller, id);
        if (settling.settle(List.of(drift), as, caller.actor()) == 0) {
            throw new Problem(
                    409, "Settled already", "drift: '" + id + "' (expected: an open one)");
        }
        return new Settled(id, as.word());
    }

    private static DriftChoice choice(@Nullable Choice choice) {
        String word = choice == null || choice.as() == null ? "" : choice.as();
        try {
            return DriftChoice.settling(word);
        } catch (IllegalArgumentException wrong) {
            throw Problem.bad(wrong.getMessage());
        }
    }

    private long visible(Caller caller, String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw Problem.unknown("drift", id);
        }
        return tenants.call(
                caller.hotels(),
                caller.actor(),
                session ->
                        session.sql("select id from drifts where id = ?")
                                .param(Long.valueOf(id))
                                .query(Long.class)
                                .optional()
                                .orElseThrow(() -> Problem.unknown("drift", id)));
    }

    /** How a drift is to be settled, as it is written in a request. */
    public record Choice(@Nullable String as) {}

    /** What was settled. */
    public record Settled(String id, String as) {}
}
