package io.serai.reservation.overbooking;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names the cause of an overbooking: what the channel of the booking too many could know when it
 * sold it, and what kept it from knowing.
 */
final class Judge {

    private final NightFacts facts;
    private final Crossing crossing;
    private final @Nullable Sale last;
    private final Instant lastAt;

    private Judge(NightFacts facts, Crossing crossing) {
        this.facts = facts;
        this.crossing = crossing;
        boolean bySale = crossing.isFilledBySale(facts.stock());
        this.last = bySale ? facts.sale(crossing.filled()).orElse(null) : null;
        this.lastAt = last == null ? crossing.filled().at() : soldAt(last, crossing.filled());
    }

    /** Its latest overbooking; empty where it had none. */
    static Optional<Verdict> judge(NightFacts facts) {
        return Crossing.latest(facts.stock()).map(it -> new Judge(facts, it).verdict());
    }

    private Verdict verdict() {
        if (crossing.sold() == 0) {
            return edited();
        }
        Sale over = facts.sale(crossing.over()).orElse(null);
        if (over == null || isCountedLate()) {
            return verdict(Cause.UNMAPPED, over, null, null);
        }
        Integer channel = over.connection();
        if (channel == null) {
            return verdict(Cause.EDIT, over, null, null);
        }
        return over.unmapped()
                ? verdict(Cause.UNMAPPED, over, facts.knew(channel, lastAt).orElse(null), null)
                : atChannel(over, channel, soldAt(over, crossing.over()));
    }

    /** A booking whose room had no meaning here was counted only when it got one. */
    private boolean isCountedLate() {
        return crossing.isFilledBySale(facts.stock()) && facts.sale(crossing.filled()).isEmpty();
    }

    private Verdict atChannel(Sale over, int channel, Instant overAt) {
        Instant overBy =
                over.revision(crossing.over().countedUpTo()).map(over::soldBy).orElse(overAt);
        Told knew = facts.knew(channel, crossing.filled().at()).orElse(null);
        Told held = facts.held(channel, overAt).orElse(null);
        if (held != null && (held.saysNothing() || ownCount(held, over, overAt) < rooms())) {
            return verdict(Cause.REPLENISHED, over, held, shown(channel));
        }
        Optional<Pause> pause =
                facts.pauses().stream()
                        .filter(it -> it.connection() == channel && it.covers(overAt, overBy))
                        .findFirst();
        if (pause.isPresent()) {
            return verdict(Cause.PAUSED, over, knew, pause.get());
        }
        Optional<Told> refused = meanwhile(channel, overBy, Told::isRefused);
        if (refused.isPresent()) {
            return verdict(Cause.REFUSED, over, knew, refused.get());
        }
        Optional<Told> notTaken = meanwhile(channel, overBy, Told::isNotTaken);
        if (notTaken.isPresent()) {
            return verdict(Cause.NOT_TAKEN, over, knew, notTaken.get());
        }
        if (!crossing.isFilledBySale(facts.stock()) && crossing.filled().offered() > 0) {
            return verdict(Cause.EDIT, over, knew, crossing.filled());
        }
        return verdict(held == null ? Cause.REPLENISHED : Cause.RACE, over, knew, held);
    }

    /** What was sent of it between the last room's going and the sale. */
    private Optional<Told> meanwhile(int channel, Instant until, Predicate<Told> kind) {
        return facts.told(channel)
                .filter(it -> !it.sentAt().isBefore(crossing.filled().at()))
                .filter(it -> !it.sentAt().isAfter(until))
                .filter(kind)
                .findFirst();
    }

    /** What a channel has left of what it was told, after what it sold by itself since. */
    private int ownCount(Told held, Sale over, Instant overAt) {
        if (held.rooms() == null || held.answeredAt() == null) {
            return Integer.MAX_VALUE;
        }
        Instant since = held.answeredAt();
        int own =
                facts.sales().stream()
                        .filter(
                                it ->
                                        it != over
                                                && Objects.equals(
                                                        it.connection(), over.connection()))
                        .filter(it -> isWithin(since, it.soldAt(it.revisions().get(0)), overAt))
                        .mapToInt(Sale::rooms)
                        .sum();
        return held.rooms() - own;
    }

    private static boolean isWithin(Instant since, Instant at, Instant until) {
        return at.isAfter(since) && at.isBefore(until);
    }

    private int rooms() {
        return Math.max(crossing.sold(), 1);
    }

    private @Nullable Shown shown(int channel) {
        return facts.shown().stream()
                .filter(it -> it.connection() == channel)
                .reduce((one, other) -> other)
                .orElse(null);
    }

    /** Rooms were taken away: the bookings are the last two that have one. */
    private Verdict edited() {
        List<Sale> having = facts.sales().stream().filter(it -> it.rooms() > 0).toList();
        int many = having.size();
        return new Verdict(
                Cause.EDIT,
                crossing,
                many < 2 ? null : having.get(many - 2),
                many < 1 ? null : having.get(many - 1),
                crossing.over().at(),
                crossing.over().at(),
                null,
                crossing.over());
    }

    private Verdict verdict(
            Cause cause, @Nullable Sale over, @Nullable Told knew, @Nullable Evidence evidence) {
        Instant overAt = over == null ? crossing.over().at() : soldAt(over, crossing.over());
        return new Verdict(cause, crossing, last, over, lastAt, overAt, knew, evidence);
    }

    private static Instant soldAt(Sale sale, StockChange change) {
        return sale.revision(change.countedUpTo()).map(sale::soldAt).orElse(change.at());
    }
}
