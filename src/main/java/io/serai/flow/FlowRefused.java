package io.serai.flow;

import org.jspecify.annotations.Nullable;

/**
 * A file was refused: what ran before goes on running. A listener of {@link FlowChanged} may throw
 * it, and the refusal is then listed, logged and counted like that of a route.
 */
public class FlowRefused extends RuntimeException {

    private final int line;

    /**
     * @param line counted from 1; 0 where the line cannot be known
     * @param reason what was met and what was expected; shown to engineers and logged
     */
    public FlowRefused(int line, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.line = Math.max(line, 0);
    }

    public FlowRefused(int line, String reason) {
        this(line, reason, null);
    }

    /** The line the reason is about, counted from 1; 0 where it cannot be known. */
    public int line() {
        return line;
    }

    /** Why the file was refused, without its name and line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
