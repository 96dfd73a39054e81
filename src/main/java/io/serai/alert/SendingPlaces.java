package io.serai.alert;

import io.serai.alert.ClaimedDigest.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The places at which this instance tells receivers at the same time. Neither way takes the last
 * one, and those who took nothing the last time take half of them at most: a dead mail server
 * delays no webhook, dead receivers do not delay the others. A place is free again when the lease
 * ends of what is sent there.
 */
final class SendingPlaces {

    private final int all;
    private final Duration lease;
    private final Clock clock;
    private final Map<Turn, Instant> taken = new ConcurrentHashMap<>();

    SendingPlaces(AlertSettings settings, Clock clock) {
        this.all = settings.workers();
        this.lease = settings.lease();
        this.clock = clock;
    }

    /** Whether there is one left at all. */
    boolean isAny() {
        taken.values().removeIf(until -> !until.isAfter(clock.instant()));
        return taken.size() < all;
    }

    /** Whether there is one left for a receiver who has none. */
    boolean isFor(Turn turn) {
        return isAny()
                && taken(it -> it.receiver() == turn.receiver()) == 0
                && taken(it -> it.way().equals(turn.way())) < Math.max(1, all - 1)
                && (!turn.failing() || taken(Turn::failing) < Math.max(1, all / 2));
    }

    void take(Turn turn) {
        taken.put(turn, clock.instant().plus(lease));
    }

    void leave(Turn turn) {
        taken.remove(turn);
    }

    private long taken(Predicate<Turn> such) {
        return taken.keySet().stream().filter(such).count();
    }
}
