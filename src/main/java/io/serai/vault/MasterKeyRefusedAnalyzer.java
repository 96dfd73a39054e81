package io.serai.vault;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the end of the log which key Serai needs. */
final class MasterKeyRefusedAnalyzer extends AbstractFailureAnalyzer<MasterKeyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, MasterKeyRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Put the key file of this database's backup in its place (serai.vault.key-file, or"
                        + " SERAI_MASTER_KEY_FILE), or its contents into SERAI_MASTER_KEY, and start"
                        + " again. Nothing was changed. Other instances of Serai have the same key.",
                cause);
    }
}
