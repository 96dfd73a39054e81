package io.serai.api;

/** A request that cannot be met, and why: told to the caller as it is. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;

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

    /** What was sent cannot be meant. */
    static Problem bad(String detail) {
        return new Problem(400, "Not understood", detail);
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }
}
