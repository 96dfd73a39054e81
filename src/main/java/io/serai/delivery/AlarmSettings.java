package io.serai.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When answers to messages of a connection raise an alarm.
 *
 * @param window how old a message may be that counts
 * @param messages the most messages that count, the latest
 * @param least below so many nothing is said
 * @param share the share of errors and warnings above which it is raised, 0 to 1
 */
@ConfigurationProperties("serai.alarms")
record AlarmSettings(
        @DefaultValue("1h") Duration window,
        @DefaultValue("100") int messages,
        @DefaultValue("10") int least,
        @DefaultValue("0.1") double share) {

    AlarmSettings {
        if (share < 0 || share > 1) {
            throw new IllegalArgumentException(
                    "serai.alarms.share: " + share + " (expected: from 0 to 1)");
        }
    }
}
