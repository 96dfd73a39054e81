package io.serai.delivery.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A parked message as people see it, without its body.
 *
 * @param id its key
 * @param state parked, replayed, overtaken or discarded
 * @param kind reservation, webhook, call or hook
 * @param family may-pass, cannot-pass, poisoned or held
 * @param channel the channel's code; null where it is of none
 * @param hotel the key of its hotel; null where that is not known
 * @param connection the key of its connection; null where that is not known
 * @param account the key of its account; null where it is of none
 * @param booking the channel's number of the reservation; null where that is not known
 * @param told what it says happened to the booking, or what was asked of the channel; null where it
 *     says nothing
 * @param mayBeDone whether the channel may have done it already
 * @param route where it happened
 * @param reason what failed
 * @param met what was met; null where the failure does not say
 * @param expected what was expected; null where the failure does not say
 * @param firstAt when it came first
 * @param lastAt when it failed last
 * @param tries how often it was tried
 * @param nextTryAt when it is tried again; null: not before somebody wants it
 * @param behind the earlier message of its booking that it waits for; null: none
 * @param replay the wish that it was last replayed for; null: none
 * @param hasBody whether there is something to send again
 * @param settledAt when it was settled; null while it waits
 * @param settledBy who did
 * @param note why it was set aside, or what became of it
 */
public record InboxMessage(
        long id,
        String state,
        String kind,
        String family,
        @Nullable String channel,
        @Nullable Integer hotel,
        @Nullable Integer connection,
        @Nullable Long account,
        @Nullable String booking,
        @Nullable String told,
        boolean mayBeDone,
        String route,
        String reason,
        @Nullable String met,
        @Nullable String expected,
        Instant firstAt,
        Instant lastAt,
        int tries,
        @Nullable Instant nextTryAt,
        @Nullable Long behind,
        @Nullable Long replay,
        boolean hasBody,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        @Nullable String note) {}
