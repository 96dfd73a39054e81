package io.serai.channel;

/** How much of a field with several values a message carries when one of them changed. */
public enum Sending {
    /** Only the values that differ. */
    ELEMENT,
    /** All values of the night, because the channel replaces the whole. */
    VECTOR
}
