package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Cutting;
import io.serai.ari.Range;
import io.serai.channel.RequestRule;
import io.serai.channel.Urgency;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The messages of a round in the order in which they are sent: what closes goes first. */
final class Messages {

    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Set<Batch> alone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Pressing pressing;
    private final boolean bulk;
    private final boolean none;
    private boolean roomsAreFirst;

    /**
     * @param all what must be told
     * @param pressing the nights that are to be closed
     * @param most above so many messages what closes nothing is bulk: all of a hotel told
     */
    Messages(List<Batch> all, Pressing pressing, int most) {
        this.pressing = pressing;
        bulk = all.size() > most;
        none = all.isEmpty();
        all.stream().filter(pressing::isIn).forEach(batches::addLast);
        all.stream().filter(batch -> !pressing.isIn(batch)).forEach(batches::addLast);
    }

    boolean isEmpty() {
        return batches.isEmpty();
    }

    /** Whether there was nothing to tell from the beginning. */
    boolean wereNone() {
        return none;
    }

    boolean isBulk() {
        return bulk;
    }

    Urgency urgency(Batch message) {
        if (pressing.isIn(message)) {
            return Urgency.URGENT;
        }
        return bulk ? Urgency.BULK : Urgency.USUAL;
    }

    /** Whether the next one is urgent. */
    boolean nextIsUrgent() {
        return !batches.isEmpty() && pressing.isIn(batches.getFirst());
    }

    Batch next() {
        return batches.removeFirst();
    }

    /** Puts parts of a message in front of all others. */
    void again(List<Batch> some) {
        for (int part = some.size() - 1; part >= 0; part--) {
            batches.addFirst(some.get(part));
        }
        alone.addAll(some);
    }

    /** What is told of rooms goes before what is told of rates from now on. */
    void roomsFirst() {
        if (roomsAreFirst) {
            return;
        }
        List<Batch> all = List.copyOf(batches);
        batches.clear();
        all.forEach(batch -> batch.ofRooms(true).ifPresent(batches::addLast));
        all.forEach(batch -> batch.ofRooms(false).ifPresent(batches::addLast));
        alone.addAll(batches);
        roomsAreFirst = true;
    }

    /**
     * Puts back what did not fit into a message. It goes with what follows where the channel takes
     * all of a hotel together, so that no message is emptier than it must be; a part that was sent
     * before stays a part.
     */
    void putBack(RequestRule rule, Batch message, Batch rest) {
        if (alone.remove(message) || !rule.takesAllTogether()) {
            again(List.of(rest));
            return;
        }
        List<Range> open = new ArrayList<>(rest.ranges());
        List<Batch> others = new ArrayList<>();
        for (Batch batch : batches) {
            if (batch.request().equals(rest.request()) && !alone.contains(batch)) {
                open.addAll(batch.ranges());
            } else {
                others.add(batch);
            }
        }
        batches.clear();
        batches.addAll(Cutting.of(rest.request(), rule, open));
        batches.addAll(others);
    }
}
