package io.serai.channel;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call that failed before any of it left: what it carried cannot have been taken. */
public class NotSent extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message which call, and why it was not made
     * @param cause what failed; null when nothing did
     */
    public NotSent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
