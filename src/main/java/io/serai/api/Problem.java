package io.serai.api;

import io.serai.console.access.AccessRefused;
import io.serai.console.access.Right;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that cannot be met, and why: told to the caller as it is. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final transient Map<String, Object> more = new LinkedHashMap<>();
    private @Nullable Duration again;

    /**
     * @param status the HTTP status
     * @param title what is wrong, in a few words
     * @param detail what was met and what was expected
     */
    Problem(int status, String title, String detail) {
        super(detail);
        this.status = status;
        this.title = title;
    }

    /** There is no such thing, or the caller may not know of it. */
    static Problem unknown(String what, String id) {
        return new Problem(
                404,
                "No such " + what,
                what + ": '" + id + "' (expected: the id of one that you may see)");
    }

    /** The caller may see it, and may not do this there. */
    static Problem forbidden(Right right) {
        return new Problem(
                403,
                "Not yours to do",
                "right: not given (expected: " + right.word() + ", by a role or a key)");
    }

    /** What users, keys and chains cannot be. */
    static Problem of(AccessRefused refused) {
        int status =
                switch (refused.why()) {
                    case NOT_YOURS -> 403;
                    case UNKNOWN -> 404;
                    case NOT_NOW -> 409;
                    case NOT_MEANT -> 422;
                };
        Problem problem =
                new Problem(status, refused.title(), String.valueOf(refused.getMessage()));
        return refused.field() == null ? problem : problem.with("field", refused.field());
    }

    /** What was sent cannot be meant. */
    static Problem bad(String detail) {
        return new Problem(400, "Not understood", detail);
    }

    /** Says something besides, under a name of its own. */
    Problem with(String name, Object value) {
        more.put(name, value);
        return this;
    }

    /** Says when the same may be asked again. */
    Problem again(Duration after) {
        again = after;
        return this;
    }

    /** When the same may be asked again; null where that is not known. */
    @Nullable Duration again() {
        return again;
    }

    /** What it says besides, by name. */
    Map<String, Object> more() {
        return more;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
