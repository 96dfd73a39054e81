package io.serai.api;

import io.serai.channel.Limit;
import io.serai.channel.limit.Standing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How it stands under a limit of a channel.
 *
 * @param name its name in the channel's description
 * @param of hotel, or account: shared by all hotels of the account
 * @param calls the endpoints whose calls count; {@code *} for all
 * @param allows what it allows, as {@code 200/m sustained 100}; all of it holds at once
 * @param left calls that may be made at once now
 * @param waiting hotels that wait under it
 * @param stoppedUntil until when the channel wants to be left alone; null when it does not
 */
public record LimitView(
        String name,
        String of,
        Collection<String> calls,
        List<String> allows,
        long left,
        long waiting,
        @Nullable Instant stoppedUntil) {

    static LimitView of(Standing standing, Collection<String> calls, Instant now) {
        return new LimitView(
                standing.name(),
                standing.ofHotel() ? "hotel" : "account",
                calls.isEmpty() ? List.of(standing.name()) : calls.stream().sorted().toList(),
                standing.limits().stream().map(Limit::text).toList(),
                standing.left(),
                standing.waiting(),
                standing.stopped().isZero() ? null : now.plus(standing.stopped()));
    }
}
