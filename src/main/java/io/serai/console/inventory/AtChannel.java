package io.serai.console.inventory;

import java.util.List;

/**
 * How far a channel is with what it is to be told of rooms.
 *
 * @param id the connection
 * @param name how the hotel calls it
 * @param state new, reading, open, broken or disconnected
 * @param open whether it is told at all
 * @param words what it waits for; empty when nothing
 * @param facts what is to be known, one a line
 * @param telling percent of all nights of rooms and rates that it was told
 * @param done whether nothing is left to tell
 * @param canRead whether the channel shows what it holds
 * @param drifts what it shows otherwise than it accepted
 * @param rooms its rooms, with how many of those left it gets
 */
record AtChannel(
        int id,
        String name,
        String state,
        boolean open,
        String words,
        List<String> facts,
        int telling,
        boolean done,
        boolean canRead,
        List<Drift> drifts,
        List<Share> rooms) {

    /** What it shows otherwise, on some nights. */
    record Drift(
            String id, String what, String nights, String told, String shows, boolean certain) {}

    /**
     * How many of the rooms left it gets.
     *
     * @param most at most so many; empty: all
     * @param last none when so many or fewer are left; empty: also the last
     */
    record Share(String id, String name, String type, String most, String last) {}
}
