package io.serai.delivery;

import io.serai.ari.Batch;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over what a connection has yet to tell: the messages, one after the other. */
public final class Round {

    private final Claim claim;
    private final @Nullable Connection connection;
    private final Set<Long> marks = new HashSet<>();
    private final Deque<Batch> batches = new ArrayDeque<>();
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
