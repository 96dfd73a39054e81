package io.serai.console.bookings;

import java.util.List;

/**
 * Something that must be said of an action, as a form asks for it.
 *
 * @param name of the input
 * @param label what it asks
 * @param hint what it means; empty when nothing more is to be said
 * @param kind {@code choice}, {@code date}, {@code yes}, {@code text} or {@code rows}
 * @param required whether it must be said
 * @param value what it begins with
 * @param choices of which one is said
 * @param rows each a list of inputs that belong together
 */
record ActionField(
        String name,
        String label,
        String hint,
        String kind,
        boolean required,
        String value,
        List<String> choices,
        List<List<ActionField>> rows) {}
