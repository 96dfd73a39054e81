package io.serai.sandbox.wire;

/**
 * The machine account that calls.
 *
 * @param namesItems whether errors name the item they belong to by RecordID
 * @param cancelByAbsence whether a cancellation shows only by having no room stays
 */
public record Caller(String clientId, boolean namesItems, boolean cancelByAbsence) {

    static final Caller NOBODY = named("");

    /** An account without switches. */
    public static Caller named(String account) {
        return new Caller(account, true, false);
    }
}
