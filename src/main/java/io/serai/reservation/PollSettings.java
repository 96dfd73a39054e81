package io.serai.reservation;

import io.serai.channel.Poll;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How queues are asked.
 *
 * @param every instead of what each channel says: the time from one answer to the next question
 * @param afterAcknowledgement instead of what each channel says: the least time from an
 *     acknowledgement to the next question
 * @param lease how long a queue is claimed unless the claim is renewed; longer than any call
 * @param longest the longest pause after failures
 * @param outage how long no question of a queue was answered, for it to have been an outage; never
 *     less than two questions
 * @param outageOverlap how long before an outage what changed is asked for after it
 * @param askedFor how long something is asked for again that is not taken in; later it is not
 * @param workers queues that this instance asks at the same time
 */
@ConfigurationProperties("serai.polls")
record PollSettings(
        @Nullable Duration every,
        @Nullable Duration afterAcknowledgement,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("5m") Duration outage,
        @DefaultValue("15m") Duration outageOverlap,
        @DefaultValue("7d") Duration askedFor,
        @DefaultValue("8") int workers) {

    Duration every(Poll poll) {
        return Objects.requireNonNullElse(every, poll.every());
    }

    /** As soon as the channel allows. */
    Duration soonest(Poll poll) {
        return Objects.requireNonNullElse(every, poll.soonest());
    }

    Duration afterAcknowledgement(Poll poll) {
        return Objects.requireNonNullElse(afterAcknowledgement, poll.afterAcknowledgement());
    }
}
