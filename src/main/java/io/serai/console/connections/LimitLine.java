package io.serai.console.connections;

import io.serai.channel.Limit;
import io.serai.channel.limit.Standing;
import java.util.stream.Collectors;

/**
 * A limit of a channel, and how much of it is used.
 *
 * @param name its name in the channel's description
 * @param of whose it is: the hotel's, or the account's, which all its hotels share
 * @param allows what it allows
 * @param atOnce calls that may be made at once after a rest
 * @param left of these now
 * @param used in percent of these
 * @param words who waits, and how long the channel wants to be left alone; empty when nobody does
 */
record LimitLine(
        String name, String of, String allows, long atOnce, long left, int used, String words) {

    static LimitLine of(Standing standing) {
        long atOnce =
                standing.limits().stream().mapToLong(Limit::atOnce).min().orElse(standing.left());
        long left = Math.min(standing.left(), atOnce);
        String waiting =
                standing.waiting() == 0
                        ? ""
                        : standing.waiting()
                                + (standing.waiting() == 1 ? " hotel waits" : " hotels wait");
        String stopped =
                standing.stopped().isZero()
                        ? ""
                        : "the channel wants to be left alone for "
                                + standing.stopped().toSeconds()
                                + " s";
        return new LimitLine(
                standing.name(),
                standing.ofHotel() ? "this hotel" : "the account",
                standing.limits().stream().map(Limit::text).collect(Collectors.joining(", ")),
                atOnce,
                left,
                atOnce == 0 ? 100 : (int) (100 - left * 100 / atOnce),
                waiting.isEmpty() || stopped.isEmpty()
                        ? waiting + stopped
                        : waiting + "; " + stopped);
    }
}
