package io.serai.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a round waits for that could not tell all. */
final class RoundEnd {

    private Claims.@Nullable Pause pause;
    private Claims.@Nullable Pause rest;
    private @Nullable Duration putOff;

    /** Ends the round. */
    void pause(Claims.Pause until) {
        pause = until;
    }

    /** Has some cells wait when all other messages are sent. */
    void rest(Claims.Pause until) {
        rest = until;
    }

    /** Ends the round: the next call has no turn before this time is over. */
    void putOff(Duration until) {
        putOff = until;
    }

    /** Whether no more is sent. */
    boolean isNow() {
        return pause != null || putOff != null;
    }

    /** The time before which nothing has a turn; null when nothing was put off. */
    @Nullable Duration putOff() {
        return putOff;
    }

    /** How long the connection is left alone after this round; null when all is told or refused. */
    Claims.@Nullable Pause pause() {
        return pause == null ? rest : pause;
    }
}
