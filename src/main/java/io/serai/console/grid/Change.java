package io.serai.console.grid;

import java.util.List;

/**
 * A change that is being made to a night, as its form shows it.
 *
 * @param path where it is sent to
 * @param title what it changes, for people
 * @param inputs the values, in order
 * @param hint what the values mean; empty when that is plain
 * @param set who set prices of it by hand, which can be released; empty where nobody did
 * @param closed whether the night is closed
 * @param seen what the night is while the form is filled in, so that nobody overwrites what they
 *     did not see; empty where that is not minded
 * @param problem what is wrong with the values; empty when nothing
 */
record Change(
        String path,
        String title,
        List<Input> inputs,
        String hint,
        String set,
        boolean closed,
        String seen,
        String problem) {

    /** A value of a form. */
    record Input(String name, String label, String value) {}
}
