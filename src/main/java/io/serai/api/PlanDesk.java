package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.Wakes;
import io.serai.hotel.plan.PlanRefused;
import java.util.function.BiFunction;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where callers work on what a hotel defines; what the database refuses is told in its words. */
@Component
class PlanDesk {

    private final Targets targets;
    private final TenantSession tenants;
    private final Wakes wakes;

    PlanDesk(Targets targets, TenantSession tenants, Wakes wakes) {
        this.targets = targets;
        this.tenants = tenants;
        this.wakes = wakes;
    }

    /**
     * Works in a transaction that sees the caller's hotels.
     *
     * @throws Problem 404 when the hotel is none of the caller's, 409 for a code that is taken and
     *     for what is in use, 422 for what the database refuses
     */
    <T> T at(Caller caller, String hotel, BiFunction<JdbcClient, Integer, T> work) {
        int key = targets.hotel(caller, hotel);
        try {
            return tenants.call(
                    caller.hotels(), caller.actor(), session -> work.apply(session, key));
        } catch (PlanRefused refused) {
            throw problem(refused);
        } catch (DataIntegrityViolationException refused) {
            throw problem(PlanRefused.of(refused));
        }
    }

    /** As {@link #at}; what it marks is looked at as soon as it is committed. */
    <T> T change(Caller caller, String hotel, BiFunction<JdbcClient, Integer, T> work) {
        return at(
                caller,
                hotel,
                (session, key) -> {
                    wakes.afterCommit();
                    return work.apply(session, key);
                });
    }

    private static Problem problem(PlanRefused refused) {
        String detail = String.valueOf(refused.getMessage());
        return switch (refused.why()) {
            case TAKEN -> new Problem(409, "Code taken", detail);
            case IN_USE -> new Problem(409, "In use", detail);
            case NOT_MEANT -> {
                Problem problem = new Problem(422, "Cannot be meant", detail);
                yield refused.field().isEmpty()
                        ? problem
                        : problem.with("field", refused.field())
                                .with("expected", refused.expected());
            }
        };
    }
}
