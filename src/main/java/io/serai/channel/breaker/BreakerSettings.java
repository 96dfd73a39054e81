package io.serai.channel.breaker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a breaker opens and closes.
 *
 * @param window the latest calls that are counted
 * @param leastCalls below so many counted calls it stays closed, at most {@code window}
 * @param failureRate the percentage of failed calls from which on it opens
 * @param slowCall from how long on a call is slow
 * @param slowRate the percentage of slow calls from which on it opens
 * @param openFor how long nothing is called once it is open
 * @param halfOpenCalls the calls after that time by which it is decided whether it closes
 * @param forget after how long without a call one is forgotten, whatever its state
 */
@ConfigurationProperties("serai.breaker")
public record BreakerSettings(
        @DefaultValue("10") int window,
        @DefaultValue("10") int leastCalls,
        @DefaultValue("50") float failureRate,
        @DefaultValue("15s") Duration slowCall,
        @DefaultValue("80") float slowRate,
        @DefaultValue("30s") Duration openFor,
        @DefaultValue("3") int halfOpenCalls,
        @DefaultValue("1h") Duration forget) {}
