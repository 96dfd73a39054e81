package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.ari.Cutting;
import io.serai.ari.Range;
import io.serai.channel.RequestRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass over what a connection has yet to tell: the messages, one after the other. Parts of
 * messages that were refused are sent again so often at most, and until one of them is settled:
 * then the round ends, since what changed meanwhile would have to wait for all of them. Each round
 * leaves less to look for.
 */
public final class Round {

    private final Claim claim;
    private final @Nullable Connection connection;
    private final Set<Long> marks = new HashSet<>();
    private final int mostParts;
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Set<Batch> alone = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Attempt attempt;
    private Claims.@Nullable Pause pause;
    private Claims.@Nullable Pause rest;
    private boolean compared;
    private boolean roomsAreFirst;
    private boolean settled;
    private int parts;

    private Round(Claim claim, @Nullable Connection connection, int mostParts) {
        this.claim = claim;
        this.connection = connection;
        this.mostParts = mostParts;
    }

    /**
     * A round with messages to send.
     *
     * @param mostParts how many parts of messages are sent again before the round ends
     */
    static Round of(
            Claim claim,
            Connection connection,
            List<Mark> marks,
            List<Batch> batches,
            int mostParts) {
        Round round = new Round(claim, connection, mostParts);
        marks.forEach(mark -> round.marks.add(mark.id()));
        round.batches.addAll(batches);
        round.compared = true;
        return round;
    }

    /** A round in which nothing can be sent yet. */
    static Round nothing(Claim claim) {
        return new Round(claim, null, 0);
    }

    /** Whether there is another message to send. */
    public boolean isOpen() {
        return !batches.isEmpty() && pause == null && !givesWay();
    }

    /** Whether enough parts were sent again, so that what changed meanwhile comes first. */
    boolean givesWay() {
        return settled && parts >= mostParts && !batches.isEmpty();
    }

    /** The route that pushes to the channel. */
    public String getEndpoint() {
        return connection().channel().endpoint("ari-push");
    }

    /** Whether it was put off before anything was looked at. */
    boolean isNothing() {
        return !compared;
    }

    Claim claim() {
        return claim;
    }

    Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("a round without messages has no connection");
        }
        return connection;
    }

    Batch next() {
        return batches.removeFirst();
    }

    /**
     * Puts parts of a message in front of all others; but what is told of rooms goes before what is
     * told of rates from then on.
     */
    void again(Verdict verdict) {
        settled |= !verdict.applied().isEmpty() || !verdict.refused().isEmpty();
        parts += verdict.again().size();
        again(verdict.again());
        if (!verdict.again().isEmpty() && !roomsAreFirst) {
            roomsFirst();
        }
    }

    private void again(List<Batch> some) {
        for (int part = some.size() - 1; part >= 0; part--) {
            batches.addFirst(some.get(part));
        }
        alone.addAll(some);
    }

    private void roomsFirst() {
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
    void putBack(Batch message, Batch rest) {
        RequestRule rule = connection().channel().definition().request(rest.request());
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

    void begin(Attempt opened) {
        attempt = opened;
    }

    /** The call that waits for its answer. */
    Attempt attempt() {
        if (attempt == null) {
            throw new IllegalStateException("no call is under way");
        }
        return attempt;
    }

    void answered() {
        attempt = null;
    }

    /** Ends the round. */
    void pause(Claims.Pause until) {
        pause = until;
    }

    /** Has some cells wait when all other messages are sent. */
    void rest(Claims.Pause until) {
        rest = until;
    }

    /** How long the connection is left alone after this round; null when all is told or refused. */
    Claims.@Nullable Pause pause() {
        return pause == null ? rest : pause;
    }

    /** Whether all that was looked at is told or refused. */
    boolean complete() {
        return compared && batches.isEmpty() && attempt == null && pause() == null;
    }

    Set<Long> marks() {
        return marks;
    }
}
