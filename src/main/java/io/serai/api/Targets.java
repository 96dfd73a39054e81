package io.serai.api;

import io.serai.database.TenantSession;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what a caller names among what they may see, and writes down what they ask for. */
@Component
class Targets {

    private static final String SELECT =
            """
            select c.id, c.hotel_id, c.account_id, c.provider, c.state, c.open, serai_today(c.hotel_id) as today,
                   serai_today(c.hotel_id) + h.horizon - 1 as last
              from third_party_integrations c join hotels h on h.id = c.hotel_id
            """;

    private final TenantSession tenants;

    Targets(TenantSession tenants) {
        this.tenants = tenants;
    }

    /**
     * A connection.
     *
     * @throws Problem 404 when the caller sees none of this id
     */
    Target connection(Caller caller, String id) {
        return find(caller, "where c.id = ?", id).stream()
                .findFirst()
                .orElseThrow(() -> Problem.unknown("connection", id));
    }

    /**
     * A connection that sells.
     *
     * @throws Problem 404 when the caller sees none of this id, 409 when it does not sell
     */
    Target open(Caller caller, String id) {
        Target target = connection(caller, id);
        if (!target.open()) {
            throw new Problem(
                    409,
                    "Connection not open",
                    "state: '" + target.state() + "' (expected: open, enabled and active)");
        }
        return target;
    }

    /**
     * The connections of a hotel that sell.
     *
     * @throws Problem 404 when the caller does not see the hotel
     */
    List<Target> ofHotel(Caller caller, String id) {
        hotel(caller, id);
        return find(caller, "where c.hotel_id = ? and c.open order by c.id", id);
    }

    /**
     * The key of a hotel.
     *
     * @throws Problem 404 when the caller does not see it, 403 when they may not do this there
     */
    int hotel(Caller caller, String id) {
        return caller.hotel(id);
    }

    /** An id as keys are; 0, which is none, for what cannot be one. */
    static int key(String id) {
        return number(id).orElse(0);
    }

    private List<Target> find(Caller caller, String which, String id) {
        OptionalInt number = number(id);
        return number.isEmpty()
                ? List.of()
                : tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session ->
                                session.sql(SELECT + which)
                                        .param(number.getAsInt())
                                        .query(
                                                (row, index) ->
                                                        new Target(
                                                                row.getInt("id"),
                                                                row.getInt("hotel_id"),
                                                                row.getLong("account_id"),
                                                                row.getString("provider"),
                                                                row.getString("state"),
                                                                row.getBoolean("open"),
                                                                row.getObject(
                                                                        "today", LocalDate.class),
                                                                row.getObject(
                                                                        "last", LocalDate.class)))
                                        .list());
    }

    /**
     * Demands that a hotel has what a caller names by code.
     *
     * @param table {@code room_types} or {@code rate_plans}
     * @throws Problem 400 naming those it has not
     */
    void demandCodes(
            Caller caller, Target target, String table, String name, @Nullable List<String> codes) {
        if (codes == null) {
            return;
        }
        List<String> there =
                tenants.call(
                        caller.hotels(),
                        caller.actor(),
                        session ->
                                session.sql("select code from " + table + " where hotel_id = ?")
                                        .param(target.hotel())
                                        .query(String.class)
                                        .list());
        List<String> unknown = codes.stream().filter(code -> !there.contains(code)).toList();
        if (!unknown.isEmpty()) {
            throw Problem.bad(name + ": " + unknown + " (expected: of " + there + ")");
        }
    }

    /** An id as keys are; empty for what cannot be one. */
    private static OptionalInt number(String id) {
        return id.matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(id))
                : OptionalInt.empty();
    }

    /** Writes down who asked for what. */
    void asked(Caller caller, Target target, String act) {
        tenants.run(
                caller.hotels(),
                caller.actor(),
                session ->
                        session.sql(
                                        """
                                        insert into audit (hotel_id, subject, subject_id, act) values (?, 'third_party_integrations', ?, ?)
                                        """)
                                .params(target.hotel(), target.id(), act)
                                .update());
    }
}
