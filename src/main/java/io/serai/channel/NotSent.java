package io.serai.channel;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A call that failed before any of it left: what it carried cannot have been taken. */
public class NotSent extends IOException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Duration after;

    /**
     * @param message which call, and why it was not made
     * @param cause what failed; null when nothing did
     */
    public NotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
        this.after = null;
    }

    /**
     * @param message which call, and why Serai did not make it
     * @param after the time after which it makes it
     */
    protected NotSent(String message, Duration after) {
        super(message);
        this.after = after;
    }

    /** Whole seconds after which it is worth trying again; null where that is not known. */
    public @Nullable Integer after() {
        return after == null ? null : (int) Math.max(1, after.plusMillis(999).toSeconds());
    }
}
