package io.serai.channel.keep;

/**
 * A channel did not do what was asked of it for a connection.
 *
 * @param connection the connection
 */
public record ConnectionFailed(long connection) {}
