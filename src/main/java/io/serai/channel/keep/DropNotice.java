package io.serai.channel.keep;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What instances tell each other of answers that are good no longer.
 *
 * @param from the instance that tells it
 * @param connection the connection
 * @param ports the ports whose answers are dropped
 */
record DropNotice(UUID from, long connection, Set<String> ports) {

    private static final Pattern TEXT = Pattern.compile("([0-9a-f-]{36}) ([0-9]{1,18}) ([^ ]+)");

    /** What a notice says; empty where it does not say it so. */
    static Optional<DropNotice> of(String text) {
        Matcher read = TEXT.matcher(text);
        return read.matches()
                ? Optional.of(
                        new DropNotice(
                                UUID.fromString(read.group(1)),
                                Long.parseLong(read.group(2)),
                                Set.of(read.group(3).split(","))))
                : Optional.empty();
    }

    String text() {
        return from + " " + connection + " " + String.join(",", ports);
    }
}
