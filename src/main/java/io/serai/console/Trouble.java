package io.serai.console;

import java.util.List;

/**
 * What somebody has to look at.
 *
 * @param parked how many messages are parked
 * @param alarms what lasts and ends by itself
 * @param messages the latest of the parked
 * @param refusals what channels refused
 */
record Trouble(int parked, List<Alarm> alarms, List<Parked> messages, List<Refused> refusals) {

    public boolean isNone() {
        return parked == 0 && alarms.isEmpty() && refusals.isEmpty();
    }

    /** What is wrong with a connection as long as it lasts. */
    record Alarm(String channel, String words, String at) {}

    /** A message that could not be processed. */
    record Parked(String at, String kind, String route, String reason) {}

    /**
     * Values that a channel refused.
     *
     * @param isOwnRule whether the channel does not take the field at all: trying again is no use
     */
    record Refused(
            String channel,
            int connection,
            String what,
            String nights,
            String value,
            String words,
            boolean isOwnRule) {}
}
