package io.serai.database.place;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How it shows that a database is not the one that Serai wrote to last. */
enum Move {
    /** A dump was restored to another server, or the server is of another major version. */
    SERVER,
    /** A dump was restored to another database of the server, or it was copied. */
    DATABASE,
    /** Another server took over, or the server was restored to a moment. */
    TIMELINE,
    /** Its files, or all that is in it, were put back. */
    OLDER;

    /** As it is kept. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is otherwise than it was when Serai looked last; empty: nothing. */
    static Optional<Move> between(DatabasePlace before, DatabasePlace now) {
        if (isOther(before.systemIdentifier(), now.systemIdentifier())) {
            return Optional.of(SERVER);
        }
        if (before.databaseOid() != now.databaseOid()) {
            return Optional.of(DATABASE);
        }
        return isOther(before.timeline(), now.timeline())
                ? Optional.of(TIMELINE)
                : Optional.empty();
    }

    private static boolean isOther(@Nullable Object before, @Nullable Object now) {
        return before != null && now != null && !before.equals(now);
    }

    /** The same for people, with the values. */
    String words(LastSeen seen, LastSeen found) {
        DatabasePlace before = seen.place();
        DatabasePlace now = found.place();
        return switch (this) {
            case SERVER ->
                    "The database is on another server (system identifier %s, before %s): a backup was restored there, or the server was moved or upgraded to another major version of PostgreSQL. Where Serai did not run meanwhile and the newest data was taken along, nothing was lost."
                            .formatted(now.systemIdentifier(), before.systemIdentifier());
            case DATABASE ->
                    "The database is another one of its server (number %d, before %d): a backup was restored, or the database was copied."
                            .formatted(now.databaseOid(), before.databaseOid());
            case TIMELINE ->
                    "The database goes on on another timeline (%d, before %d): another server took over, or it was restored to a moment. A server that takes over has lost nothing where replication was synchronous; where it was not, it may have lost the last changes."
                            .formatted(now.timeline(), before.timeline());
            case OLDER ->
                    "The database is older than it was when Serai looked last (it knows of %d looks, before %d; its log is %s bytes long, before %s): its files, its disk, or all that is in it, were put back from a backup."
                            .formatted(
                                    found.looks(), seen.looks(), now.written(), before.written());
        };
    }
}
