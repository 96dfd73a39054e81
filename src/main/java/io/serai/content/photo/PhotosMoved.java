package io.serai.content.photo;

/**
 * A round at a channel ended in which it was told or asked something of photos.
 *
 * @param connection the connection's key
 */
public record PhotosMoved(int connection) {}
