package io.serai.database.place;

import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an instance saw last of its database, kept beside it and not in it.
 *
 * @param token of the latest place that the database knew of
 * @param looks how often instances had looked by then since it was the latest
 * @param place where it was, and how far it had written
 */
record LastSeen(String token, long looks, DatabasePlace place) {

    /**
     * Whether the same database is older now than it was then: it does not know the place that it
     * knew, or of fewer looks, or has written less of its log, and nobody noticed yet.
     *
     * @param now the latest place that it knows now, and where it is
     */
    boolean isNewerThan(LastSeen now, Predicate<String> isKnown) {
        if (place.databaseOid() != now.place.databaseOid()
                || !Objects.equals(place.systemIdentifier(), now.place.systemIdentifier())) {
            return false;
        }
        return token.equals(now.token)
                ? looks > now.looks || isMore(place.written(), now.place.written())
                : !isKnown.test(token);
    }

    private static boolean isMore(@Nullable Long before, @Nullable Long now) {
        return before != null && now != null && before > now;
    }
}
