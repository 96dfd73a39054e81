package io.serai.sandbox.expedia.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it stands.
 *
 * @param ref the guest's own name of it
 * @param confirmNumber the hotel's number of it, told last
 * @param lost whether it goes by e-mail only
 */
public record Booking(
        long id,
        long hotel,
        @Nullable String ref,
        boolean cancelled,
        Instant created,
        Instant changed,
        Content content,
        @Nullable String confirmNumber,
        boolean lost) {}
