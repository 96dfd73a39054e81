package io.serai.content.photo;

import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A round under way: what was tried in it, and why it ends early. */
final class PhotoWork {

    private final PhotoRound round;
    private final Set<String> done = new HashSet<>();
    private PhotoStep.@Nullable Call call;
    private @Nullable String endpoint;
    private boolean awaited;
    private boolean stopped;
    private boolean putOff;
    private @Nullable String words;
    private Duration least = Duration.ZERO;

    PhotoWork(PhotoRound round) {
        this.round = round;
    }

    PhotoRound round() {
        return round;
    }

    /** The calls that were made, by their keys: none is made twice. */
    Set<String> done() {
        return done;
    }

    /** The call that is made next, and where. */
    void next(PhotoStep.Call next, String at) {
        call = next;
        endpoint = at;
    }

    /** The call that is made now. */
    PhotoStep.Call begin() {
        done.add(call().key());
        return call();
    }

    String endpoint() {
        return Objects.requireNonNull(endpoint, "endpoint");
    }

    /** The call that was made last. */
    PhotoStep.Call call() {
        return Objects.requireNonNull(call, "call");
    }

    boolean isLong(int most) {
        return done.size() >= most;
    }

    void awaited(boolean is) {
        awaited = is;
    }

    /** Whether the channel works on something. */
    boolean isAwaited() {
        return awaited;
    }

    /**
     * No further call is made in this round.
     *
     * @param why in words
     * @param seconds after which the channel wants to be asked again; null when it did not say
     */
    void stop(String why, @Nullable Integer seconds) {
        stopped = true;
        words = why;
        least = Duration.ofSeconds(seconds == null ? 0 : seconds);
    }

    /** As {@link #stop}; nothing failed, it was not its turn. */
    void putOff(String why, @Nullable Integer seconds) {
        stop(why, seconds == null ? Integer.valueOf(1) : seconds);
        putOff = true;
    }

    /** Something was refused; the round goes on. */
    void note(String why) {
        words = why;
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isPutOff() {
        return putOff;
    }

    @Nullable String words() {
        return words;
    }

    /** How long the channel wants to be left alone. */
    Duration least() {
        return least;
    }
}
