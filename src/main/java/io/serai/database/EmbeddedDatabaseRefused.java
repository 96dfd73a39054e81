package io.serai.database;

/** No database is given, and the profile {@code production} forbids Serai's own. */
final class EmbeddedDatabaseRefused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    EmbeddedDatabaseRefused() {
        super(
                "serai.db.url: not set (expected with profile 'production': the URL of a PostgreSQL"
                        + " that is backed up and watched)");
    }
}
