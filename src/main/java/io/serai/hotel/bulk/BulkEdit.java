package io.serai.hotel.bulk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of many nights that was made.
 *
 * @param id its key
 * @param at when
 * @param actor who, as the audit names them
 * @param words what was changed, for people
 * @param nights how many nights became something else
 * @param undoneAt when it was taken back; null: it was not
 * @param undoneBy who took it back
 */
public record BulkEdit(
        long id,
        Instant at,
        String actor,
        String words,
        int nights,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {

    /** Who made it, without the kind of actor. */
    public String who() {
        return actor.substring(actor.indexOf(':') + 1);
    }

    /** Whether it stands. */
    public boolean stands() {
        return undoneAt == null;
    }
}
