package io.serai.ari;

import java.util.List;
import java.util.Optional;

/**
 * What one message to a channel carries.
 *
 * @param request the request of {@code channel.yaml} it is put together for
 * @param ranges the ranges, at least one
 */
public record Batch(String request, List<Range> ranges) {

    public Batch {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("ranges: none (expected: at least one)");
        }
    }

    /** Nights times rooms or rates that it touches. */
    public int cells() {
        return ranges.stream().mapToInt(Range::nights).sum();
    }

    /** How many values it carries, each night by itself. */
    public int values() {
        return ranges.stream().mapToInt(range -> range.nights() * range.valuesANight()).sum();
    }

    /** Whether it can be cut in two, to find what in it the channel does not take. */
    public boolean divisible() {
        return ranges.size() > 1 || ranges.get(0).nights() > 1;
    }

    /** Its first ranges, so many, and those after them; halves of nights where it has only one. */
    public List<Batch> cut(int first) {
        return ranges.size() == 1
                ? halves()
                : List.of(
                        new Batch(request, ranges.subList(0, first)),
                        new Batch(request, ranges.subList(first, ranges.size())));
    }

    /** What of it is told of rooms, or of rates; itself when that is all. */
    public Optional<Batch> ofRooms(boolean rooms) {
        List<Range> some =
                ranges.stream().filter(range -> range.remote().isRoom() == rooms).toList();
        if (some.size() == ranges.size()) {
            return Optional.of(this);
        }
        return some.isEmpty() ? Optional.empty() : Optional.of(new Batch(request, some));
    }

    /** Its two halves: by rooms or rates, then by nights. */
    public List<Batch> halves() {
        if (ranges.size() > 1) {
            return cut(ranges.size() / 2);
        }
        return ranges.get(0).halves().stream()
                .map(half -> new Batch(request, List.of(half)))
                .toList();
    }
}
