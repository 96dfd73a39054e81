package io.serai.delivery;

import io.serai.ari.Batch;
import io.serai.channel.ChannelDefinition;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
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
    private final Messages messages;
    private @Nullable Attempt attempt;
    private boolean telling;
    private final RoundEnd end = new RoundEnd();
    private boolean compared;
    private boolean settled;
    private boolean bulk;
    private boolean urgentCame;
    private int parts;
    private long lookedTo;

    private Round(Claim claim, @Nullable Connection connection, Messages messages, int mostParts) {
        this.claim = claim;
        this.connection = connection;
        this.messages = messages;
        this.mostParts = mostParts;
    }

    /**
     * A round with messages to send.
     *
     * @param messages what must be told
     * @param mostParts how many parts of messages are sent again before the round ends
     * @param bulk whether a worker may tell all of a hotel in it; else it ends after what is urgent
     */
    static Round of(
            Claim claim,
            Connection connection,
            List<Mark> marks,
            Messages messages,
            int mostParts,
            boolean bulk) {
        Round round = new Round(claim, connection, messages, mostParts);
        round.bulk = bulk;
        marks.forEach(mark -> round.marks.add(mark.id()));
        round.looked(marks);
        round.compared = true;
        return round;
    }

    /** A round in which nothing can be sent yet. */
    static Round nothing(Claim claim) {
        return new Round(claim, null, new Messages(List.of(), new Pressing(), 0), 0);
    }

    /** Whether there is another message to send. */
    public boolean isOpen() {
        return !messages.isEmpty() && !end.isNow() && !givesWay();
    }

    /** Whether what changed meanwhile comes first: it is urgent, or enough was sent again. */
    boolean givesWay() {
        return (urgentCame || settled && parts >= mostParts) && !messages.isEmpty();
    }

    /** Ends the round: something urgent came meanwhile. */
    void giveWay() {
        urgentCame = true;
    }

    /** Whether a worker tells all of a hotel in it. */
    boolean isBulk() {
        return bulk;
    }

    /** Whether it is long enough to look for what is urgent meanwhile. */
    boolean needsLook() {
        return messages.isBulk() && !messages.isEmpty() && !messages.nextIsUrgent();
    }

    /** Remembers marks that were compared, whether the round tells what they name or not. */
    void looked(List<Mark> compared) {
        compared.forEach(mark -> lookedTo = Math.max(lookedTo, mark.id()));
    }

    /** The newest mark that was compared; 0 where there was none. */
    long lookedTo() {
        return lookedTo;
    }

    /** How long a round that gave way rests: until a worker may be free where it needs one. */
    Duration restsFor() {
        return messages.isBulk() && !bulk ? Workers.AGAIN : Duration.ZERO;
    }

    ChannelDefinition channel() {
        return connection().channel().definition();
    }

    Messages messages() {
        return messages;
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

    /**
     * Puts parts of a message in front of all others; but what is told of rooms goes before what is
     * told of rates from then on.
     */
    void again(Verdict verdict) {
        settled |= !verdict.applied().isEmpty() || !verdict.refused().isEmpty();
        parts += verdict.again().size();
        messages.again(verdict.again());
        if (!verdict.again().isEmpty()) {
            messages.roomsFirst();
        }
    }

    /**
     * The message that is told now. Until its answer is settled the round is not complete, whatever
     * fails meanwhile: what it tells is still to be told then.
     */
    Batch tell() {
        telling = true;
        return messages.next();
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

    /** All that follows from the answer is recorded. */
    void answered() {
        attempt = null;
        telling = false;
    }

    /** Why it ends before all is told, and what is waited for then. */
    RoundEnd end() {
        return end;
    }

    /** Whether all that was looked at is told or refused. */
    boolean complete() {
        return compared
                && messages.isEmpty()
                && !telling
                && end.pause() == null
                && end.putOff() == null;
    }

    /** The oldest mark of it; 0 where it has none. */
    long oldestMark() {
        return marks.isEmpty() ? 0 : Collections.min(marks);
    }

    Set<Long> marks() {
        return marks;
    }
}
