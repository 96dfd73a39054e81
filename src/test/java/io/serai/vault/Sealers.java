package io.serai.vault;

/** Sealers for tests outside the vault. */
public final class Sealers {

    private Sealers() {}

    /** One with a master key of its own. */
    public static Sealer fresh() {
        return MasterKeys.generate().sealer();
    }
}
