package io.serai.database.place;

import org.jspecify.annotations.Nullable;

/**
 * Where a database lies, and how far its server has written.
 *
 * @param systemIdentifier the server's own; null: it does not say
 * @param databaseOid the database's number there
 * @param timeline of the server's log; null: it does not say
 * @param written bytes of that log that are on disk; null: it does not say
 */
record DatabasePlace(
        @Nullable String systemIdentifier,
        long databaseOid,
        @Nullable Integer timeline,
        @Nullable Long written) {}
