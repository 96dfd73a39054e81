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

/** One pass over what a connection has yet to tell: the messages, one after the other. */
public final class Round {

    private final Claim claim;
    private final @Nullable Connection connection;
    private final Set<Long> marks = new HashSet<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
    private final Set<Batch> alone = Collections.newSetFromMap(new IdentityHashMap<>());
    private @Nullable Attempt attempt;
    private Claims.@Nullable Pause pause;
    private Claims.@Nullable Pause rest;
    private boolean compared;

    private Round(Claim claim, @Nullable Connection connection) {
        this.claim = claim;
        this.connection = connection;
    }

    /** A round with messages to send. */
    static Round of(Claim claim, Connection connection, List<Mark> marks, List<Batch> batches) {
        Round round = new Round(claim, connection);
        marks.forEach(mark -> round.marks.add(mark.id()));
        round.batches.addAll(batches);
        round.compared = true;
        return round;
    }

    /** A round in which nothing can be sent yet. */
    static Round nothing(Claim claim) {
        return new Round(claim, null);
    }

    /** Whether there is another message to send. */
    public boolean isOpen() {
        return !batches.isEmpty() && pause == null;
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

    /** Puts parts of a message in front of all others. */
    void again(List<Batch> parts) {
        for (int part = parts.size() - 1; part >= 0; part--) {
            batches.addFirst(parts.get(part));
        }
        parts.forEach(part -> alone.add(part));
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
