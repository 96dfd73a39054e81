package io.serai.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a connection is with rooms, or with rates.
 *
 * @param state of the connection: new, reading, open, broken or disconnected
 * @param marks changes that it has yet to look at
 * @param oldestUnsent when the oldest of them was made; null: none waits
 * @param unknown nights from today of which it is not known whether the channel took what was sent
 * @param refused nights of which the channel refused a value, for each value
 * @param heldSince since when its retries have ended and it is only probed; null: it is not held
 * @param words what it waits for, or why; null: nothing
 * @param ladder the retries it is on; null: none
 * @param rung how many of them it has done
 * @param nextTryAt when it may next be tried; null: at once
 * @param comparedAt when everything was last compared
 * @param lastAttempt the latest call that carried some of them; null: there was none
 * @param drifts ranges in which the channel shows something else for certain
 * @param suspected ranges in which it may
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncState(
        String connection,
        String hotel,
        String state,
        long marks,
        @Nullable Instant oldestUnsent,
        long unknown,
        long refused,
        @Nullable Instant heldSince,
        @Nullable String words,
        @Nullable String ladder,
        int rung,
        @Nullable Instant nextTryAt,
        @Nullable Instant comparedAt,
        @Nullable LastAttempt lastAttempt,
        long drifts,
        long suspected) {

    /**
     * A call to the channel.
     *
     * @param request which request of the channel's it was
     * @param outcome open, applied, partly, refused, later, unknown, broken or lost
     * @param reference what the channel calls it; null: it gave none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record LastAttempt(
            String id,
            String request,
            Instant openedAt,
            @Nullable Instant answeredAt,
            String outcome,
            @Nullable String reference,
            @Nullable String code,
            @Nullable String words) {}
}
