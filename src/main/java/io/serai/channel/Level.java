package io.serai.channel;

/** What a field belongs to at a channel. */
public enum Level {
    /** The room type: shared by every rate plan sold for it. */
    ROOM,
    /** One rate plan as sold for one room type. */
    PRODUCT
}
