package io.serai.channel.limit;

import io.serai.channel.Limit;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Limits that hold at once for one account or hotel, and so one bucket of tokens.
 *
 * @param id its key; a limit that is changed begins anew
 * @param name its name in {@code channel.yaml}
 * @param ofHotel whether it is a hotel's rather than an account's
 * @param limits at least one
 */
record Bound(String id, String name, boolean ofHotel, List<Limit> limits) {

    static Bound ofHotel(long connection, String name, List<Limit> limits) {
        return new Bound("hotel " + connection + " " + key(name, limits), name, true, limits);
    }

    static Bound ofAccount(long account, String name, List<Limit> limits) {
        return new Bound("account " + account + " " + key(name, limits), name, false, limits);
    }

    private static String key(String name, List<Limit> limits) {
        return limits.stream()
                .map(limit -> limit.calls() + "/" + limit.per() + "~" + limit.sustained())
                .collect(Collectors.joining(" ", name + " ", ""));
    }

    /** The most tokens that there ever are. */
    long atOnce() {
        return limits.stream().mapToLong(Limit::atOnce).min().orElseThrow();
    }

    /** The time in which so many tokens come. */
    Duration timeFor(long tokens) {
        double nanos =
                limits.stream()
                        .mapToDouble(it -> (double) Buckets.refill(it).toNanos() / it.sustained())
                        .max()
                        .orElseThrow();
        return Duration.ofNanos((long) Math.ceil(tokens * nanos));
    }
}
