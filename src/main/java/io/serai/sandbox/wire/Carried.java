package io.serai.sandbox.wire;

import org.jspecify.annotations.Nullable;

/**
 * What a call brought.
 *
 * @param hotel the hotel it was for, where the call shows it
 * @param items messages or rows in it
 * @param cells nights of a room or rate that it touched
 * @param values single values of those nights
 */
public record Carried(@Nullable Long hotel, int items, int cells, int values) {

    public static final Carried NOTHING = new Carried(null, 0, 0, 0);
}
