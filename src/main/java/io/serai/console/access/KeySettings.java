package io.serai.console.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long API keys are good.
 *
 * @param life how long one is good whose maker does not say
 * @param longest the longest that a maker may say
 * @param overlap how long the secret before is good after a rotation
 * @param remembered how long one that was let in to the metrics is let in there again while the
 *     database cannot answer; zero: it is not
 */
@ConfigurationProperties("serai.keys")
public record KeySettings(
        @DefaultValue("365d") Duration life,
        @DefaultValue("730d") Duration longest,
        @DefaultValue("24h") Duration overlap,
        @DefaultValue("1h") Duration remembered) {}
