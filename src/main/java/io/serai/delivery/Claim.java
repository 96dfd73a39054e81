package io.serai.delivery;

/**
 * The right to send for a connection, for a while.
 *
 * @param connection the connection
 * @param fence grows with each claim on it: an answer counts only under the fence it was asked
 *     under
 */
public record Claim(int connection, long fence) {}
