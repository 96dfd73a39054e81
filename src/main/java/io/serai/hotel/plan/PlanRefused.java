package io.serai.hotel.plan;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;

/** What a hotel defines cannot be as somebody wants it; nothing of it was written. */
public final class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String UNIQUE = "23505";
    private static final String REFERRED_TO = "23503";

    private final Why why;
    private final String field;
    private final String expected;

    /** Why it cannot be. */
    public enum Why {
        /** Another one of the hotel has the code. */
        TAKEN,
        /** Something still refers to it. */
        IN_USE,
        /** It cannot be meant. */
        NOT_MEANT
    }

    private PlanRefused(
            Why why,
            String field,
            String message,
            String expected,
            @Nullable DataIntegrityViolationException cause) {
        super(message, cause);
        this.why = why;
        this.field = field;
        this.expected = expected;
    }

    /** A field that cannot be meant: what was met there, and what was expected. */
    public static PlanRefused of(String field, String met, String expected) {
        return new PlanRefused(
                Why.NOT_MEANT,
                field,
                "%s: %s (expected: %s)".formatted(field, met, expected),
                expected,
                null);
    }

    /** What the database refused, in its words. */
    public static PlanRefused of(DataIntegrityViolationException refused) {
        ServerErrorMessage said = said(refused);
        String detail = said == null ? "" : String.valueOf(said.getDetail());
        String state = said == null ? "" : String.valueOf(said.getSQLState());
        String words = said == null ? "" : String.valueOf(said.getMessage());
        return switch (state) {
            case UNIQUE ->
                    told(Why.TAKEN, detail, "a code that the hotel does not use yet", refused);
            case REFERRED_TO ->
                    told(Why.IN_USE, detail, "one that nothing refers to any more", refused);
            default -> new PlanRefused(Why.NOT_MEANT, "", words, "", refused);
        };
    }

    private static PlanRefused told(
            Why why, String detail, String expected, DataIntegrityViolationException refused) {
        return new PlanRefused(
                why, "", detail + " (expected: " + expected + ")", expected, refused);
    }

    private static @Nullable ServerErrorMessage said(Throwable refused) {
        Throwable cause = refused;
        while (cause != null && !(cause instanceof PSQLException)) {
            cause = cause.getCause();
        }
        return cause instanceof PSQLException sql ? sql.getServerErrorMessage() : null;
    }

    /** Why it cannot be. */
    public Why why() {
        return why;
    }

    /** Where it cannot be meant, as offset.percent; empty where that is no one field. */
    public String field() {
        return field;
    }

    /** What was expected there; empty where the message alone says it. */
    public String expected() {
        return expected;
    }
}
