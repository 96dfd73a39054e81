package io.serai.api;

import io.serai.database.TenantSession;
import io.serai.delivery.Wakes;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where callers work on what a hotel defines; what the database refuses is told in its words. */
@Component
class PlanDesk {

    private static final String UNIQUE = "23505";
    private static final String IN_USE = "23503";

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
        } catch (DataIntegrityViolationException refused) {
            throw problem(refused);
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

    private static Problem problem(DataIntegrityViolationException refused) {
        ServerErrorMessage said = said(refused);
        String detail = said == null ? "" : String.valueOf(said.getMessage());
        String state = said == null ? "" : String.valueOf(said.getSQLState());
        return switch (state) {
            case UNIQUE ->
                    new Problem(
                            409,
                            "Code taken",
                            detail(said) + " (expected: a code that the hotel does not use yet)");
            case IN_USE ->
                    new Problem(
                            409,
                            "In use",
                            detail(said) + " (expected: one that nothing refers to any more)");
            default -> new Problem(422, "Cannot be meant", detail);
        };
    }

    private static String detail(@Nullable ServerErrorMessage said) {
        return said == null ? "" : String.valueOf(said.getDetail());
    }

    private static @Nullable ServerErrorMessage said(Throwable refused) {
        Throwable cause = refused;
        while (cause != null && !(cause instanceof PSQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
    }
}
