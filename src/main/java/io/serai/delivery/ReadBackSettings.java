package io.serai.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what channels show is read and compared.
 *
 * @param readBackDays nights a call
 * @param readBackAgain how long a read-back waits after it failed
 * @param drift what is done with what a channel shows otherwise than it accepted
 */
@ConfigurationProperties("serai.delivery")
record ReadBackSettings(
        @DefaultValue("31") int readBackDays,
        @DefaultValue("5m") Duration readBackAgain,
        @DefaultValue("ours") DriftChoice drift) {

    ReadBackSettings {
        if (readBackDays < 1) {
            throw new IllegalArgumentException(
                    "serai.delivery.read-back-days: " + readBackDays + " (expected: at least 1)");
        }
    }
}
