package io.serai.ari;

/**
 * What a channel holds for a night.
 *
 * @param values the last values it accepted
 * @param unknown bits of what it may hold otherwise, because an answer is missing
 */
public record Held(Cell values, int unknown) {

    /** Nothing was ever told. */
    public static Held nothing(Remote remote) {
        return new Held(Cell.empty(remote.prices()), 0);
    }
}
