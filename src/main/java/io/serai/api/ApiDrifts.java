package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.DriftChoice;
import io.serai.delivery.DriftSettling;
import java.time.LocalDate;
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

    ApiDrifts(Targets targets, TenantSession tenants, DriftSettling settling) {
        this.targets = targets;
        this.tenants = tenants;
        this.settling = settling;
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
                        session ->
                                session.sql(
                                                """
                                                select d.id, r.remote_room, r.remote_rate, d.field, lower(d.nights) as first, upper(d.nights) - 1 as last,
                                                       d.held, d.shown, d.found_at, d.confirmed_at is not null as certain
                                                  from drifts d join ota_rate_plans r on r.id = d.remote_id
                                                 where d.connection_id = ? and d.settled_at is null
                                                 order by lower(d.nights), d.id
                                                """)
                                        .param(target.id())
                                        .query(
                                                (row, number) ->
                                                        new DriftView(
                                                                row.getString("id"),
                                                                row.getString("remote_room"),
                                                                row.getString("remote_rate"),
                                                                row.getString("field"),
                                                                row.getObject(
                                                                        "first", LocalDate.class),
                                                                row.getObject(
                                                                        "last", LocalDate.class),
                                                                row.getInt("held"),
                                                                row.getInt("shown"),
                                                                row.getTimestamp("found_at")
                                                                        .toInstant(),
                                                                row.getBoolean("certain")))
                                        .list()));
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
