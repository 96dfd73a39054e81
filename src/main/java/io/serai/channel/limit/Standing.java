package io.serai.channel.limit;

import io.serai.channel.Limit;
import java.time.Duration;
import java.util.List;

/**
 * How it stands under a limit.
 *
 * @param name its name in {@code channel.yaml}
 * @param ofHotel whether it is the hotel's own rather than shared by all hotels of the account
 * @param limits what it allows
 * @param left calls that may be made at once now
 * @param waiting hotels that wait under it
 * @param stopped how long the channel still wants to be left alone; zero when it does not
 */
public record Standing(
        String name,
        boolean ofHotel,
        List<Limit> limits,
        long left,
        long waiting,
        Duration stopped) {}
