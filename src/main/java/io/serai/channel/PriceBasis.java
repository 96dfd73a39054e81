package io.serai.channel;

/** What the several prices of one night are told apart by. */
public enum PriceBasis {
    /** One price for the room, whoever sleeps in it. */
    ROOM,
    /** A price for each number of guests. */
    OCCUPANCY,
    /** A price for each length of stay that begins on the night, and each number of guests. */
    STAY
}
