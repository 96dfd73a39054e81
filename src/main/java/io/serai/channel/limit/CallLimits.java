package io.serai.channel.limit;

import io.github.bucket4j.distributed.BucketProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps calls within a channel's limits, over all instances. In no stretch of a limit's time are
 * more calls made than it allows. Hotels that wait take turns, the urgent go first, and what is not
 * urgent leaves some of what may come at once. Nothing is locked while a call waits; one whose turn
 * is not soon is sent away with the time after which to ask again.
 */
public final class CallLimits {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration LONGEST_STOP = Duration.ofHours(1);

    private final Buckets buckets;
    private final Waiting waiting;
    private final Flights flights;
    private final Tokens tokens;
    private final LimitMeters meters;
    private final Duration patience;
    private final Duration grace;

    /**
     * @param patience how long a call waits for its turn before it is sent away
     * @param grace how much later than told it may ask again and finds its place kept
     */
    CallLimits(
            Buckets buckets,
            Waiting waiting,
            Flights flights,
            LimitMeters meters,
            Duration patience,
            Duration grace) {
        this.buckets = buckets;
        this.waiting = waiting;
        this.flights = flights;
        this.tokens = new Tokens(buckets, waiting, meters, grace);
        this.meters = meters;
        this.patience = patience;
        this.grace = grace;
    }

    /**
     * Waits for a call's turn, not longer than patience allows.
     *
     * @param most how long the call may last: so long it holds its place among those under way
     */
    public Turn ask(Asking asking, Duration most) {
        List<Bound> bounds = asking.bounds();
        if (bounds.isEmpty() && asking.places().isEmpty()) {
            return Turn.now(() -> {});
        }
        long began = System.nanoTime();
        while (true) {
            Turn turn = attempt(asking, bounds, most);
            Duration waited = Duration.ofNanos(System.nanoTime() - began);
            if (turn.isNow()) {
                meters.made(asking, waited);
                return turn;
            }
            if (waited.plus(turn.after()).compareTo(patience) > 0) {
                meters.putOff(asking, turn.limit());
                return turn;
            }
            sleep(turn.after());
        }
    }

    /**
     * Remembers that the channel wants to be left alone, an hour at most: all calls under the same
     * limit wait. That is the endpoint's own limit where it has one, else those that it shares.
     */
    public void stop(Asking asking, String call, Duration time) {
        List<Bound> bounds = asking.bounds();
        List<Bound> own = bounds.stream().filter(bound -> bound.name().equals(call)).toList();
        for (Bound bound : own.isEmpty() ? bounds : own) {
            waiting.stop(bound, time.compareTo(LONGEST_STOP) > 0 ? LONGEST_STOP : time);
            meters.stopped(asking, bound.name());
        }
    }

    /** How it stands under each limit that holds for a call. */
    public List<Standing> standing(Asking asking) {
        List<Bound> bounds = asking.bounds();
        List<Waiting.Stand> stands = waiting.look(asking, ids(bounds));
        List<Standing> all = new ArrayList<>();
        for (int i = 0; i < bounds.size(); i++) {
            Bound bound = bounds.get(i);
            all.add(
                    new Standing(
                            bound.name(),
                            bound.ofHotel(),
                            bound.limits(),
                            buckets.ask(bound, BucketProxy::getAvailableTokens),
                            waiting.count(bound),
                            stands.get(i).stopped()));
        }
        return all;
    }

    private Turn attempt(Asking asking, List<Bound> bounds, Duration most) {
        Map<String, Integer> places = asking.places();
        List<String> ids = new ArrayList<>(places.keySet());
        ids.addAll(ids(bounds));
        List<Waiting.Stand> stands = waiting.look(asking, ids);
        Flights.Taken taken = flights.take(left(places, stands), most);
        if (taken.lacking() != null) {
            waiting.join(asking, taken.lacking(), LOOK_AGAIN.plus(grace));
            return Turn.later(LOOK_AGAIN, "in-flight");
        }
        Turn turn = null;
        try {
            Turn refused =
                    tokens.take(asking, bounds, stands.subList(places.size(), stands.size()));
            if (refused == null && stands.stream().anyMatch(Waiting.Stand::waits)) {
                waiting.leave(asking, ids);
            }
            turn = refused == null ? Turn.now(() -> flights.free(taken)) : refused;
            return turn;
        } finally {
            if (turn == null || !turn.isNow()) {
                flights.free(taken);
            }
        }
    }

    /** Of each kind of places those that nobody waits for who goes first. */
    private static Map<String, Integer> left(
            Map<String, Integer> places, List<Waiting.Stand> stands) {
        Map<String, Integer> left = new LinkedHashMap<>();
        places.forEach((kind, all) -> left.put(kind, all - (int) stands.get(left.size()).ahead()));
        return left;
    }

    private static List<String> ids(List<Bound> bounds) {
        return bounds.stream().map(Bound::id).toList();
    }

    private static void sleep(Duration wait) {
        try {
            Thread.sleep(wait.toMillis() + 1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the call's turn", interrupted);
        }
    }
}
