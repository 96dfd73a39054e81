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
 * @param counted what counts as an update
 * @param bytes the most bytes of a request; null for no limit
 * @param measuredBy the port that writes a request without sending it, whose bytes are counted;
 *     null: those of the canonical form are
 * @param inFlight how many of these requests may be under way at once
 */
public record RequestRule(
        Set<Span> one,
        boolean weekdays,
        @Nullable Integer updates,
        Counted counted,
        @Nullable Integer bytes,
        @Nullable String measuredBy,
        InFlight inFlight) {

    /** What the channel counts as an update. */
    public enum Counted {
        /** A range of nights with its values. */
        RANGES,
        /** Each value on each night. */
        VALUES
    }

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
        counted = Objects.requireNonNullElse(counted, Counted.RANGES);
        inFlight = Objects.requireNonNullElse(inFlight, new InFlight(1, null));
    }

    /** Whether all that a hotel has to tell may go in one message, but for its size. */
    public boolean takesAllTogether() {
        return one.isEmpty() || one.equals(Set.of(Span.HOTEL));
    }

    /** Whether a request may touch only one of these. */
    public boolean oneOnly(Span span) {
        return one.contains(span);
    }
}
