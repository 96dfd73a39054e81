package io.serai.sandbox.wire;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One call as it was received and answered; neither text holds a card. */
record CallEntry(
        Instant at,
        String method,
        String path,
        @Nullable String query,
        @Nullable String account,
        int bytes,
        Answer answer,
        @Nullable String fault,
        String ruid,
        int millis,
        String body) {}
