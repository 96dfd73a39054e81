package io.serai.channel;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How updates are put together into one request.
 *
 * @param one what a request may touch only one of
 * @param weekdays whether an update can name weekdays of its range
 * @param updates the most updates in a request; null for no limit
 * @param bytes the most bytes of a request; null for no limit
 * @param inFlight how many of these requests may be under way at once
 */
public record RequestRule(
        Set<Span> one,
        boolean weekdays,
        @Nullable Integer updates,
        @Nullable Integer bytes,
        InFlight inFlight) {

    /** A thing that a request touches one or many of. */
    public enum Span {
        HOTEL,
        ROOM,
        PRODUCT,
        MONTH
    }

    /**
     * Calls under way at once; null for no limit.
     *
     * @param hotel for one hotel
     * @param account for one account
     */
    public record InFlight(@Nullable Integer hotel, @Nullable Integer account) {}

    public RequestRule {
        one = Set.copyOf(Objects.requireNonNullElse(one, Set.of()));
        inFlight = Objects.requireNonNullElse(inFlight, new InFlight(1, null));
    }

    /** Whether a request may touch only one of these. */
    public boolean oneOnly(Span span) {
        return one.contains(span);
    }
}
