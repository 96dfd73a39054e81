package io.serai.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What struck and what was edited, and when: to be told again where something is wrong in the end.
 */
final class Chronicle {

    private static final Duration BEFORE = Duration.ofSeconds(90);

    /**
     * A fault.
     *
     * @param at when it began
     * @param kind what it was
     * @param times how many strikes it counts as; 0: it did not strike
     * @param what in words
     */
    record Strike(Instant at, String kind, int times, String what) {

        @Override
        public String toString() {
            return at + " " + kind + (times == 0 ? " (did not strike)" : "") + ": " + what;
        }
    }

    /** What somebody of the hotel set, and was told that it is set. */
    record Edit(Instant at, String by, String what, String from, String to) {

        @Override
        public String toString() {
            return "%s %s set %s from %s to %s".formatted(at, by, what, from, to);
        }
    }

    private final List<Strike> strikes = new CopyOnWriteArrayList<>();
    private final List<Edit> edits = new CopyOnWriteArrayList<>();
    private final List<String> odd = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> began = new AtomicReference<>(Instant.now());

    void begin() {
        began.set(Instant.now());
    }

    Duration since() {
        return Duration.between(began.get(), Instant.now());
    }

    void struck(Strike strike) {
        strikes.add(strike);
    }

    void edited(Edit edit) {
        edits.add(edit);
    }

    /** Something that no fault explains. */
    void odd(String what) {
        odd.add(Instant.now() + " " + what);
    }

    List<String> odd() {
        return odd;
    }

    List<Edit> edits() {
        return edits;
    }

    List<Strike> strikes() {
        return strikes;
    }

    /** How often each kind was tried. */
    Map<String, Integer> tried() {
        var tried = new TreeMap<String, Integer>();
        strikes.forEach(strike -> tried.merge(strike.kind(), 1, Integer::sum));
        return tried;
    }

    /** How often each kind struck. */
    Map<String, Integer> struck() {
        var struck = new TreeMap<String, Integer>();
        strikes.forEach(strike -> struck.merge(strike.kind(), strike.times(), Integer::sum));
        return struck;
    }

    /** What struck in the minute and a half before a moment, and until shortly after it. */
    List<Strike> around(Instant moment) {
        return strikes.stream()
                .filter(strike -> strike.at().isAfter(moment.minus(BEFORE)))
                .filter(strike -> strike.at().isBefore(moment.plus(BEFORE)))
                .toList();
    }
}
