package io.serai.channel;

import org.jspecify.annotations.Nullable;

/** A {@code channel.yaml} that cannot be used; the message names file, line and reason. */
public class ChannelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String reason;

    ChannelRefused(String file, int line, String reason, @Nullable Throwable cause) {
        super(file + (line > 0 ? ":" + line : "") + ": " + reason, cause);
        this.line = line;
        this.reason = reason;
    }

    /** The line the reason is about, counted from 1; 0 where it cannot be known. */
    public int line() {
        return line;
    }

    /** What was met and what was expected, without file and line. */
    public String reason() {
        return reason;
    }
}
