package io.serai.channel.limit;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a call was told that asked for its turn. To be closed when the call is over. */
public final class Turn implements AutoCloseable {

    private final @Nullable Duration wait;
    private final String limit;
    private @Nullable Runnable over;

    private Turn(@Nullable Duration wait, String limit, @Nullable Runnable over) {
        this.wait = wait;
        this.limit = limit;
        this.over = over;
    }

    static Turn now(Runnable over) {
        return new Turn(null, "", over);
    }

    static Turn later(Duration wait, String limit) {
        return new Turn(wait, limit, null);
    }

    /** Whether the call may be made now. */
    public boolean isNow() {
        return wait == null;
    }

    /** The time after which it is worth asking again; only for a call that may not be made now. */
    public Duration after() {
        return Objects.requireNonNull(wait, "a call that has its turn waits for nothing");
    }

    /** The name of the limit that the call waits under; empty where it may be made. */
    public String limit() {
        return limit;
    }

    @Override
    public void close() {
        Runnable last = over;
        over = null;
        if (last != null) {
            last.run();
        }
    }
}
