package io.serai.alert;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When alerts are raised, and how they are told.
 *
 * @param calm how long an alert must be over before that is told; what comes again sooner is the
 *     same one
 * @param remindAfter after how long one that lasts, and that nobody said they know, is told again
 * @param keep how long one that ended is shown
 * @param gather how long alerts to a mail box are gathered, to go in one mail
 * @param tests how many test messages a receiver is sent within a minute
 * @param workers receivers that this instance tells at the same time
 * @param lease how long a message is claimed; longer than sending it takes
 * @param changeWaiting how long the oldest change of a connection may wait to be sent
 * @param unreachable how long a channel may answer no call
 * @param unreachableCalls of so many calls at least
 * @param silent how long a webhook may not be called that was called regularly
 * @param silentCalls how many calls within its last seven days are regular
 * @param parked how long a message may be parked
 * @param jobLate how long after its time a job may begin
 * @param diskFree the share of a disk that has to be free, 0 to 1
 * @param expiredShown how long it is an alert that a channel gave up on a confirmation
 * @param messages about rooms and prices
 * @param calls to an endpoint of a channel
 */
@ConfigurationProperties("serai.alerts")
public record AlertSettings(
        @DefaultValue("15m") Duration calm,
        @DefaultValue("24h") Duration remindAfter,
        @DefaultValue("400d") Duration keep,
        @DefaultValue("15s") Duration gather,
        @DefaultValue("3") int tests,
        @DefaultValue("4") int workers,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("10m") Duration changeWaiting,
        @DefaultValue("5m") Duration unreachable,
        @DefaultValue("3") int unreachableCalls,
        @DefaultValue("6h") Duration silent,
        @DefaultValue("20") int silentCalls,
        @DefaultValue("10m") Duration parked,
        @DefaultValue("15m") Duration jobLate,
        @DefaultValue("0.1") double diskFree,
        @DefaultValue("24h") Duration expiredShown,
        @DefaultValue Messages messages,
        @DefaultValue Calls calls) {

    /** Demands a share where one is expected. */
    public AlertSettings {
        demandShare("serai.alerts.disk-free", diskFree);
    }

    /**
     * When too many messages of a connection are answered with an error or a warning.
     *
     * @param window how old a message may be that counts
     * @param most messages that count at most, the latest
     * @param least below so many nothing is said
     * @param share of errors and warnings above which there is an alert, 0 to 1
     */
    public record Messages(
            @DefaultValue("1h") Duration window,
            @DefaultValue("100") int most,
            @DefaultValue("10") int least,
            @DefaultValue("0.1") double share) {

        /** Demands a share where one is expected. */
        public Messages {
            demandShare("serai.alerts.messages.share", share);
        }
    }

    /**
     * When too many calls to an endpoint fail.
     *
     * @param window how old a call may be that counts
     * @param least below so many nothing is said
     * @param share of failed calls above which there is an alert, 0 to 1
     */
    public record Calls(
            @DefaultValue("15m") Duration window,
            @DefaultValue("20") int least,
            @DefaultValue("0.1") double share) {

        /** Demands a share where one is expected. */
        public Calls {
            demandShare("serai.alerts.calls.share", share);
        }
    }

    private static void demandShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + ": " + share + " (expected: from 0 to 1)");
        }
    }
}
