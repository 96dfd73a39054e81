package io.serai.channel;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A queue of a channel that is asked again and again, one call at a time for an account.
 *
 * @param port the port that asks
 * @param every the time from one call to the next
 * @param afterAcknowledgement the least time from an acknowledgement to the next call
 * @param afterOutage how many are asked for at once after two failed calls or kills in a row, in
 *     case the answer was too much, until fewer come; null: always all that wait
 * @param way the way of reservations that asks it; null: it is asked whichever way is chosen
 * @param alone whether no other queue of the account that is {@code alone} may be asked meanwhile
 * @param page how many reservations an answer holds at most; null: as many as there are
 * @param lists the queues whose unconfirmed reservations stand in each answer of this one, so that
 *     what is missing there is confirmed; empty: none
 * @param outage what is done once after an outage: {@code since} asks for all that changed since,
 *     {@code compare} has each hotel's reservations compared; null: nothing
 * @param only the mark in the configuration of an account or its connections without which it is
 *     not asked; null: it is asked of all
 * @param unless the mark with which nothing is done after an outage: the channel has another way
 *     for it; null: there is none
 * @param between the shortest and the longest {@code every} that the channel allows; empty: any
 */
public record Poll(
        String port,
        Duration every,
        Duration afterAcknowledgement,
        @Nullable Integer afterOutage,
        @Nullable String way,
        boolean alone,
        @Nullable Integer page,
        List<String> lists,
        @Nullable LookBack outage,
        @Nullable String only,
        @Nullable String unless,
        List<Duration> between) {

    /** What is done after an outage. */
    public enum LookBack {
        /** The queue is asked once for all that changed since. */
        @JsonProperty("since")
        SINCE,
        /** The reservations of each hotel are compared. */
        @JsonProperty("compare")
        COMPARE
    }

    public Poll {
        afterAcknowledgement = Objects.requireNonNullElse(afterAcknowledgement, Duration.ZERO);
        lists = List.copyOf(Objects.requireNonNullElse(lists, List.of()));
        between = List.copyOf(Objects.requireNonNullElse(between, List.of()));
    }

    /** A queue of which no more is known than how often it is asked. */
    public static Poll of(String port, Duration every) {
        return new Poll(
                port,
                every,
                Duration.ZERO,
                null,
                null,
                false,
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /** The shortest time from one call to the next that the channel is known to allow. */
    public Duration soonest() {
        return between.isEmpty() ? every : between.get(0);
    }

    /** Whether its answers show what another queue handed over. */
    public boolean shows(String queue) {
        return lists.contains(queue);
    }

    /** Whether an answer with so many reservations has all that wait. */
    public boolean isWhole(int came) {
        return page == null || came < page;
    }

    /** Whether the channel allows to be asked so often, or so seldom. */
    boolean isAllowed() {
        return between.isEmpty()
                || every.compareTo(between.get(0)) >= 0 && every.compareTo(between.get(1)) <= 0;
    }
}
