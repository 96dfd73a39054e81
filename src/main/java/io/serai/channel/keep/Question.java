package io.serai.channel.keep;

/**
 * What was asked for a connection.
 *
 * @param connection the connection
 * @param port the endpoint's name in the channel's description
 * @param asked what tells it from other questions to the same endpoint
 */
public record Question(long connection, String port, String asked) {}
