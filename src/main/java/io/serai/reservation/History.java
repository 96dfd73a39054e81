package io.serai.reservation;

import io.serai.reservation.IncomingReservation.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revisions of a reservation so far, as seen from one that has just been delivered.
 *
 * @param revisions oldest first
 */
record History(List<Past> revisions) {

    /**
     * One revision.
     *
     * @param same it says what the delivered one says
     * @param request it came with the reference of the delivered one
     * @param changedAt when it happened at the channel, where that is told
     */
    record Past(
            boolean same,
            boolean request,
            boolean acknowledged,
            Kind kind,
            Instant receivedAt,
            @Nullable Instant changedAt) {

        private boolean isRequest(Kind told) {
            return request && kind == told;
        }

        private int order(@Nullable Instant changed) {
            return changed == null || changedAt == null ? 0 : changed.compareTo(changedAt);
        }
    }

    enum Newness {
        NEW,
        REPEATED,
        OUTDATED
    }

    /**
     * A booking may be changed back to what it once was, so content already known can be news. What
     * a queue answers is the present state of the booking there; a repetition that may have
     * overtaken something newer is news only if the channel knows that we had the first. What is
     * pushed under the reference of an earlier one is that one again, whenever it comes. Where both
     * say when they happened, that decides. A change that was parked before its booking came is
     * none the less after it. A list of bookings is as old as its question: what came since stands.
     * A cancellation is the last word, whatever the channel's clock says: what was told before it
     * is not told anew.
     *
     * @param changed when the delivered one happened at the channel, where that is told
     */
    Newness judge(Kind kind, @Nullable Instant changed, Delivery delivery) {
        if (revisions.isEmpty()) {
            return Newness.NEW;
        }
        var last = revisions.get(revisions.size() - 1);
        if (last.same()) {
            return Newness.REPEATED;
        }
        if (isRequestAgain(kind, delivery) || delivery.isOvertakenBy(last.receivedAt())) {
            return Newness.OUTDATED;
        }
        if (kind == Kind.CANCEL && last.kind() != Kind.CANCEL) {
            return Newness.NEW;
        }
        if (last.order(changed) != 0) {
            var isUndone = last.kind() == Kind.CANCEL && turn() > 0;
            return last.order(changed) > 0 && !isUndone ? Newness.NEW : Newness.OUTDATED;
        }
        if (delivery instanceof Delivery.Replayed replayed
                && !last.receivedAt().isBefore(replayed.parkedAt())
                && (kind == Kind.NEW || last.kind() != Kind.NEW)) {
            return Newness.OUTDATED;
        }
        if (kind == Kind.NEW && revisions.stream().anyMatch(past -> past.kind() != Kind.NEW)) {
            return Newness.OUTDATED; // the queue of changes was faster than that of new bookings
        }
        if (delivery.isPresent() || turn() == 0) {
            return Newness.NEW;
        }
        return revisions.stream().anyMatch(past -> past.same() && past.acknowledged())
                ? Newness.NEW
                : Newness.OUTDATED;
    }

    /** Whether the channel pushed this very request before, since it did not hear our answer. */
    boolean isRequestAgain(Kind kind, Delivery delivery) {
        return delivery instanceof Delivery.Pushed
                && revisions.stream().anyMatch(past -> past.isRequest(kind));
    }

    /** Whether the channel knows that we have the last of them. */
    boolean isAcknowledged() {
        return !revisions.isEmpty() && revisions.get(revisions.size() - 1).acknowledged();
    }

    /** How often the reservation has said the same before. */
    int turn() {
        return (int) revisions.stream().filter(Past::same).count();
    }
}
