package io.serai.delivery.inbox;

import org.jspecify.annotations.Nullable;

/**
 * A parked message that this instance is to replay.
 *
 * @param id its key
 * @param actor who wants it
 */
public record Replay(long id, String actor) {

    static Replay of(long id, @Nullable String wantedBy) {
        return new Replay(id, wantedBy == null ? "engine:retry" : wantedBy);
    }
}
