package io.serai.channel.limit;

import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.EstimationProbe;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the tokens that a call needs, those who go first minded. */
final class Tokens {

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);

    private final Buckets buckets;
    private final Waiting waiting;
    private final LimitMeters meters;
    private final Duration grace;

    Tokens(Buckets buckets, Waiting waiting, LimitMeters meters, Duration grace) {
        this.buckets = buckets;
        this.waiting = waiting;
        this.meters = meters;
        this.grace = grace;
    }

    /** Takes a token under each limit, or none: then it says when it is worth asking again. */
    @Nullable Turn take(Asking asking, List<Bound> bounds, List<Waiting.Stand> stands) {
        int taken = 0;
        boolean through = false;
        try {
            for (Bound bound : bounds) {
                Duration wait = take(asking, bound, stands.get(taken));
                if (wait != null) {
                    waiting.join(asking, bound.id(), wait.plus(grace));
                    return Turn.later(wait, bound.name());
                }
                taken++;
            }
            through = true;
            return null;
        } finally {
            if (!through) {
                giveBack(bounds.subList(0, taken));
            }
        }
    }

    /** A token that cannot be given back now is one call less, no more. */
    private void giveBack(List<Bound> bounds) {
        for (Bound bound : bounds) {
            try {
                buckets.ask(
                        bound,
                        bucket -> {
                            bucket.addTokens(1);
                            return bucket;
                        });
            } catch (RuntimeException failed) {
                LOG.warn("a token of {} is not given back: {}", bound.id(), failed.getMessage());
            }
        }
    }

    /**
     * Takes a token where there is one for each who goes first, and those that are left to the
     * urgent; else says how long that takes.
     */
    private @Nullable Duration take(Asking asking, Bound bound, Waiting.Stand stand) {
        if (!stand.stopped().isZero()) {
            return stand.stopped();
        }
        long needed = 1 + asking.urgency().leaves(bound.atOnce()) + stand.ahead();
        if (needed > 1) {
            long most = Math.min(needed, bound.atOnce());
            EstimationProbe there =
                    buckets.ask(bound, bucket -> bucket.estimateAbilityToConsume(most));
            if (needed > most || !there.canBeConsumed()) {
                return Duration.ofNanos(there.getNanosToWaitForRefill())
                        .plus(bound.timeFor(needed - most));
            }
        }
        ConsumptionProbe taken =
                buckets.ask(bound, bucket -> bucket.tryConsumeAndReturnRemaining(1));
        if (taken.isConsumed()) {
            meters.left(asking, bound, taken.getRemainingTokens());
            return null;
        }
        return Duration.ofNanos(taken.getNanosToWaitForRefill());
    }
}
