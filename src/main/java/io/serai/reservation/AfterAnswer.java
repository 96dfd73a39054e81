package io.serai.reservation;

import io.serai.channel.Poll;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What follows from a queue's answer beside the reservations that it brought. */
@Component
class AfterAnswer {

    private final PollMemory memory;
    private final PollSettings settings;
    private final Unlisted unlisted;
    private final ReservationReads reads;
    private final Comparisons comparisons;

    AfterAnswer(
            PollMemory memory,
            PollSettings settings,
            Unlisted unlisted,
            ReservationReads reads,
            Comparisons comparisons) {
        this.memory = memory;
        this.settings = settings;
        this.unlisted = unlisted;
        this.reads = reads;
        this.comparisons = comparisons;
    }

    /**
     * The queue has answered; while the claim is still held.
     *
     * @param done how many were taken in
     * @param left how many were not
     * @param allHere those left wait here
     * @param full more may wait there
     */
    void answered(PollClaim claim, Poll poll, int done, int left, boolean allHere, boolean full) {
        if (claim.number() == null) {
            memory.know(claim, allHere ? Duration.ZERO : settings.askedFor());
        } else if (allHere) {
            reads.settle(claim, done + left > 0, left > 0);
        }
        if (left == 0 && !full && poll.isWhole(done) && claim.isOfAll()) {
            unlisted.confirm(claim, poll);
        }
        if (claim.comparedSince() != null) {
            comparisons.wantAll(claim.accountId(), Instant.parse(claim.comparedSince()));
        }
    }

    /** A question that the channel does not want is not asked again. */
    void refused(PollClaim claim) {
        if (claim.number() != null) {
            reads.settle(claim, false, false);
        } else if (claim.since() != null) {
            memory.lookNoFurtherBack(claim);
        } else {
            memory.know(claim, settings.askedFor());
        }
    }
}
