package io.serai.channel;

import org.jspecify.annotations.Nullable;

/** A channel that answered with a fault of its own. What was sent may have been taken or not. */
public class ChannelUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable String reference;
    private final transient @Nullable Integer retryAfter;

    ChannelUnavailable(
            int status, @Nullable String reference, @Nullable Integer retryAfter, String words) {
        super(words.isEmpty() ? "HTTP " + status : words);
        this.status = status;
        this.reference = reference;
        this.retryAfter = retryAfter;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What the channel calls the call; null when it did not say. */
    public @Nullable String reference() {
        return reference;
    }

    /** Seconds after which the channel wants to be asked again; null when it did not say. */
    public @Nullable Integer retryAfter() {
        return retryAfter;
    }
}
