package io.serai.channel;

/**
 * A {@code channel.yaml} that cannot be used; the message names file, line, value and what is
 * expected.
 */
public class ChannelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChannelRefused(String message) {
        super(message);
    }

    ChannelRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
