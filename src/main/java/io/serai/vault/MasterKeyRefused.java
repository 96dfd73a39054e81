package io.serai.vault;

import java.nio.file.Path;

/** What is in the database was sealed by another master key than the one at hand. */
final class MasterKeyRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private MasterKeyRefused(String message) {
        super(message);
    }

    static MasterKeyRefused lost(Path path) {
        return new MasterKeyRefused(
                "master key file "
                        + path
                        + ": not there (expected: the one that was backed up, since this database"
                        + " was sealed with a master key)");
    }

    static MasterKeyRefused another(SealBroken cause) {
        var refused =
                new MasterKeyRefused(
                        "the master key is not one that this database was sealed with"
                                + " (expected: the key file that was backed up, with its older keys)");
        refused.initCause(cause);
        return refused;
    }
}
