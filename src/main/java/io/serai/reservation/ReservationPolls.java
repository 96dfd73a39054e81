package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channel;
import io.serai.channel.Channels;
import io.serai.channel.Poll;
import io.serai.channel.PortJson;
import io.serai.channel.PushAnswer;
import io.serai.channel.PushAnswer.Outcome;
import io.serai.vault.SealedOriginals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks each account's queues for reservations, one call at a time for a queue, over all instances.
 * A queue whose instance was killed is asked again when the claim has run out.
 */
@Component("reservationPolls")
public class ReservationPolls {

    /** The exchange property that holds the claim under which a queue is asked. */
    public static final String CLAIM = "poll";

    /** The exchange property that holds the id of the sealed original of an answer. */
    public static final String ORIGINAL = "original";

    private static final Logger log = LoggerFactory.getLogger(ReservationPolls.class);

    private static final Duration LONGEST_POLL = Duration.ofMinutes(30);

    private final PollClaims claims;
    private final Channels channels;
    private final PollSettings settings;
    private final SealedOriginals originals;
    private final AfterAnswer afterAnswer;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<PollClaim, Instant> running = new ConcurrentHashMap<>();

    ReservationPolls(
            PollClaims claims,
            Channels channels,
            PollSettings settings,
            SealedOriginals originals,
            AfterAnswer afterAnswer,
            MeterRegistry meters,
            Clock clock) {
        this.claims = claims;
        this.channels = channels;
        this.settings = settings;
        this.originals = originals;
        this.afterAnswer = afterAnswer;
        this.meters = meters;
        this.clock = clock;
    }

    /**
     * Claims the queues that are due, as many as this instance may ask now; renews what it asks.
     */
    public List<PollClaim> due() {
        running.values().removeIf(since -> since.isBefore(clock.instant().minus(LONGEST_POLL)));
        running.keySet().forEach(claim -> claims.renew(claim, settings.lease()));
        var free = settings.workers() - running.size();
        if (free <= 0) {
            return List.of();
        }
        var due = claims.take(free, settings.lease());
        due.forEach(claim -> running.put(claim, clock.instant()));
        return due;
    }

    /** Has an account's queues asked as soon as their channel allows. */
    public void soon(long accountId, String channel) {
        polls(channel)
                .forEach((queue, poll) -> claims.hasten(accountId, queue, settings.every(poll)));
    }

    /**
     * The port has answered: says when the queue is asked next, and forgets what is committed.
     *
     * @param failed how many were not taken in, and of them
     * @param parked how many wait here to be sent again, so that nobody needs to ask for them
     * @param full the answer held as many as it can: the queue is asked again at once for the rest
     */
    public void finish(
            @ExchangeProperty(CLAIM) PollClaim claim,
            @Body String answer,
            @Header("Serai-Taken") @Nullable Integer taken,
            @Header("Serai-Failed") @Nullable Integer failed,
            @Header("Serai-Parked") @Nullable Integer parked,
            @Header("Serai-More") @Nullable Boolean full,
            @ExchangeProperty(ORIGINAL) @Nullable Long original) {
        running.remove(claim);
        var became = PortJson.read(answer, PushAnswer.class);
        if (became.outcome() != Outcome.APPLIED) {
            if (became.outcome() == Outcome.REFUSED) {
                afterAnswer.refused(claim);
            }
            fail(claim, became.told(), became.retryAfter());
            return;
        }
        var left = Optional.ofNullable(failed).orElse(0);
        if (left == 0 && original != null) {
            originals.delete(original);
        }
        var poll = poll(claim);
        var every = settings.every(poll);
        var after = settings.afterAcknowledgement(poll);
        var words = left == 0 ? null : left + " not taken; they come again";
        var done = Optional.ofNullable(taken).orElse(0);
        var allHere = left <= Optional.ofNullable(parked).orElse(0);
        afterAnswer.answered(claim, poll, done, left, allHere, Boolean.TRUE.equals(full));
        claims.finish(
                claim,
                Boolean.TRUE.equals(full) || every.compareTo(after) < 0 ? after : every,
                done,
                words,
                claim.isFull(done + left),
                claim.since() == null || allHere);
        settled(claim, "answered");
    }

    /**
     * The port has failed: the queue is asked again after a pause that grows with every failure.
     */
    public void failed(
            @ExchangeProperty(CLAIM) PollClaim claim,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable failure) {
        running.remove(claim);
        fail(claim, failure.getClass().getSimpleName(), null);
    }

    private void fail(PollClaim claim, String words, @Nullable Integer retryAfter) {
        log.warn(
                "Queue '{}' of account {} at {}: {}",
                claim.queue(),
                claim.accountId(),
                claim.channel(),
                words);
        var every = settings.every(poll(claim));
        var wanted = Duration.ofSeconds(Optional.ofNullable(retryAfter).orElse(0));
        var least = every.compareTo(wanted) < 0 ? wanted : every;
        var jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        claims.fail(claim, least, settings.longest(), jitter, words);
        askWhereItStandsNow(claim);
        settled(claim, "failed");
    }

    /**
     * An answer that did not arrive may have handed over what it held: then that stands in another
     * queue, which is asked as soon as the channel allows and not at its usual time.
     */
    private void askWhereItStandsNow(PollClaim claim) {
        polls(claim.channel())
                .forEach(
                        (queue, poll) -> {
                            if (!queue.equals(claim.queue()) && poll.shows(claim.queue())) {
                                claims.hasten(claim.accountId(), queue, settings.soonest(poll));
                            }
                        });
    }

    private void settled(PollClaim claim, String outcome) {
        meters.counter(
                        "serai.reservations.polls",
                        "channel",
                        channels.find(claim.channel()).map(Channel::code).orElse(claim.channel()),
                        "queue",
                        claim.queue(),
                        "outcome",
                        outcome)
                .increment();
    }

    private Map<String, Poll> polls(String channel) {
        return channels.find(channel).map(it -> it.definition().polls()).orElse(Map.of());
    }

    private Poll poll(PollClaim claim) {
        Poll known = polls(claim.channel()).get(claim.queue());
        return known == null ? Poll.of(claim.port(), settings.longest()) : known;
    }
}
