package io.serai.database.place;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an instance saw last of its database, kept beside it and not in it.
 *
 * @param token of the latest place that the database knew of
 * @param place where it was, and how far it had written
 */
record LastSeen(String token, DatabasePlace place) {

    /**
     * Whether the same database is older now than it was then: it does not know the place that it
     * knew, or has written less of its log, and nobody noticed yet.
     *
     * @param latest the token of the latest place that it knows now
     */
    boolean isNewerThan(DatabasePlace now, String latest, Predicate<String> isKnown) {
        if (place.databaseOid() != now.databaseOid()
                || !Objects.equals(place.systemIdentifier(), now.systemIdentifier())) {
            return false;
        }
        return token.equals(latest) ? isMore(place.written(), now.written()) : !isKnown.test(token);
    }

    private static boolean isMore(@Nullable Long before, @Nullable Long now) {
        return before != null && now != null && before > now;
    }
}
