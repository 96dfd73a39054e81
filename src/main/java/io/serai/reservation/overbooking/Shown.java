package io.serai.reservation.overbooking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Rooms of a night that a channel showed differently from what it had accepted. */
record Shown(int connection, String channel, Instant foundAt, @Nullable String held, String shown)
        implements Evidence {}
