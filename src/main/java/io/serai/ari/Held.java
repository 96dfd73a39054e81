package io.serai.ari;

/**
 * What a channel holds for a night.
 *
 * @param values the last values it accepted
 * @param unknown bits of what it may hold otherwise, because an answer is missing
 * @param stood the prices it had accepted before all was to be told anew, where none was accepted
 *     since; empty when that never was
 */
public record Held(Cell values, int unknown, long[] stood) {

    private static final long[] NEVER = {};

    /** Where nothing was to be told anew. */
    public Held(Cell values, int unknown) {
        this(values, unknown, NEVER);
    }

    /** Nothing was ever told. */
    public static Held nothing(Remote remote) {
        return new Held(Cell.empty(remote.prices()), 0);
    }

    /** The last price it accepted at a position; {@link Cell#NONE} when it never did. */
    long accepted(int position) {
        long price = values.price(position);
        return price == Cell.NONE && position < stood.length ? stood[position] : price;
    }
}
