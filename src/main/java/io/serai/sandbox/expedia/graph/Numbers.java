package io.serai.sandbox.expedia.graph;

/** Reads the channel's ids, which are numbers written as text. */
final class Numbers {

    private Numbers() {}

    /** The number; one that nothing has when the text is none. */
    static long of(Object id) {
        try {
            return Long.parseLong(String.valueOf(id));
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
