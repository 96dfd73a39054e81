package io.serai.console.connections;

import io.serai.channel.ChannelDefinition;
import io.serai.channel.Limit;
import io.serai.channel.limit.Standing;
import io.serai.console.RequestWords;
import io.serai.console.Times;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A limit of a channel, and how much of it is used.
 *
 * @param name what the calls are for
 * @param of whose it is: the hotel's, or the account's, which all its hotels share
 * @param allows what it allows
 * @param atOnce calls that may be made at once after a rest
 * @param left of these now
 * @param used in percent of these
 * @param words who waits, and how long the channel wants to be left alone; empty when nobody does
 */
record LimitLine(
        String name, String of, String allows, long atOnce, long left, int used, String words) {

    private static final Map<Long, String> PER =
            Map.of(1L, "a second", 60L, "a minute", 3600L, "an hour", 86_400L, "a day");

    static LimitLine of(Standing standing, ChannelDefinition channel) {
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
                                + Times.roughly(standing.stopped());
        return new LimitLine(
                RequestWords.of(channel, standing.name()),
                standing.ofHotel() ? "this hotel alone" : "all hotels of this login",
                standing.limits().stream().map(LimitLine::allows).collect(Collectors.joining(", ")),
                atOnce,
                left,
                atOnce == 0 ? 100 : (int) (100 - left * 100 / atOnce),
                waiting.isEmpty() || stopped.isEmpty()
                        ? waiting + stopped
                        : waiting + "; " + stopped);
    }

    private static String allows(Limit limit) {
        long seconds = limit.per().toSeconds();
        String per = PER.getOrDefault(seconds, "in " + seconds + " seconds");
        return "%,d %s, %,d of them at once".formatted(limit.calls(), per, limit.atOnce());
    }
}
