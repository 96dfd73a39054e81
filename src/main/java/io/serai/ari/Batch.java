package io.serai.ari;

import java.util.List;

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

    /** Whether it can be cut in two, to find what in it the channel does not take. */
    public boolean divisible() {
        return ranges.size() > 1 || ranges.get(0).nights() > 1;
    }

    /** Its two halves: by rooms or rates, then by nights. */
    public List<Batch> halves() {
        if (ranges.size() > 1) {
            int middle = ranges.size() / 2;
            return List.of(
                    new Batch(request, ranges.subList(0, middle)),
                    new Batch(request, ranges.subList(middle, ranges.size())));
        }
        return ranges.get(0).halves().stream()
                .map(half -> new Batch(request, List.of(half)))
                .toList();
    }
}
