package io.serai.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says at the end of the log how to give Serai a database. */
final class EmbeddedDatabaseRefusedAnalyzer
        extends AbstractFailureAnalyzer<EmbeddedDatabaseRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, EmbeddedDatabaseRefused cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set SERAI_DB_URL (jdbc:postgresql://host/database), SERAI_DB_USER and"
                        + " SERAI_DB_PASSWORD, or start without the profile 'production'.",
                cause);
    }
}
