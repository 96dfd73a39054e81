package io.serai.payment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A charge or refund whose end is not known, or that is tried still.
 *
 * @param charge the gateway's own name of the charge that a refund gives back
 * @param begunAt when it first left
 */
record OpenAct(
        long id,
        String kind,
        String gateway,
        UUID key,
        @Nullable String charge,
        String state,
        @Nullable Instant begunAt) {

    boolean isTried() {
        return state.equals("asked");
    }
}
