package io.serai.console.grid;

import java.util.List;

/**
 * How a night came to be as it is, and what became of it.
 *
 * @param title what it is
 * @param now what it is now, for people
 * @param change where it is changed; empty where it cannot be
 * @param closed why it is not sold; none where it is
 * @param steps how each number comes to be, in the order of computing
 * @param channels what each channel holds
 * @param events what happened, the latest first
 */
public record NightStory(
        String title,
        String now,
        String change,
        List<String> closed,
        List<Reckoning> steps,
        List<Holding> channels,
        List<Event> events) {

    /**
     * How one number comes to be.
     *
     * @param of what it is for; empty where there is only one
     */
    public record Reckoning(String of, List<Step> steps) {}

    /** A step of it. */
    public record Step(String what, String before, String after, String note) {}

    /**
     * Something that happened.
     *
     * @param kind set, sent, answered, refused, held, drift-found or drift-settled
     * @param title the kind in words
     * @param who who did it: a person, the hotel's system, a channel
     */
    public record Event(String at, String kind, String title, String who, String words) {}
}
