package io.serai.sandbox.wire;

/**
 * The machine account that calls.
 *
 * @param namesItems whether errors name the item they belong to by RecordID
 * @param cancelByAbsence whether a cancellation shows only by having no room stays
 * @param recovery whether missed reservations may be asked for, and not what changed since a time
 */
public record Caller(
        String clientId, boolean namesItems, boolean cancelByAbsence, boolean recovery) {

    static final Caller NOBODY = named("");

    /** An account without switches. */
    public static Caller named(String account) {
        return new Caller(account, true, false, false);
    }
}
