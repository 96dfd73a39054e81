package io.serai.channel;

/** What happens where a hotel set a field that a channel does not take. Never nothing. */
public enum Substitute {
    /** The product is closed for the nights, so that nobody books what the hotel forbade. */
    CLOSE,
    /** The nearest thing that the channel takes is sent. */
    NEAREST,
    /** The rest is sent, and the delivery says what the channel did not get. */
    WARN
}
