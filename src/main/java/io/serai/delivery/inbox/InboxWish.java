package io.serai.delivery.inbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which parked messages are meant; what is null is any.
 *
 * @param hotels the keys of the hotels whose messages may be seen; one that is of no known hotel is
 *     seen by who sees all hotels of its account
 * @param ids their keys
 * @param state parked, replayed, overtaken or discarded
 * @param kind reservation, webhook or call
 * @param channel the channel's code
 * @param hotel the key of their hotel
 * @param family may-pass, cannot-pass, poisoned or held
 * @param reason a part of the reason, in any case
 * @param since parked then or later
 * @param evenIfDone whether those are replayed too that may have been done already
 */
public record InboxWish(
        List<Long> hotels,
        @Nullable List<Long> ids,
        @Nullable String state,
        @Nullable String kind,
        @Nullable String channel,
        @Nullable Integer hotel,
        @Nullable String family,
        @Nullable String reason,
        @Nullable Instant since,
        boolean evenIfDone) {

    /** The state of what waits. */
    public static final String PARKED = "parked";

    public InboxWish {
        hotels = List.copyOf(hotels);
        ids = ids == null ? null : List.copyOf(ids);
    }

    /** All that those of these hotels may see. */
    public static InboxWish all(List<Long> hotels) {
        return new InboxWish(hotels, null, null, null, null, null, null, null, null, false);
    }

    /** The same with these keys. */
    public InboxWish only(List<Long> some) {
        return new InboxWish(
                hotels, some, state, kind, channel, hotel, family, reason, since, evenIfDone);
    }

    /** The same in this state. */
    public InboxWish in(String other) {
        return new InboxWish(
                hotels, ids, other, kind, channel, hotel, family, reason, since, evenIfDone);
    }

    /** The same; with true, whoever wishes it has looked at the channel. */
    public InboxWish evenIfDone(boolean looked) {
        return new InboxWish(
                hotels, ids, state, kind, channel, hotel, family, reason, since, looked);
    }
}
