package io.serai.channel.request;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient requests are.
 *
 * @param lease how long a claim holds, from when it was made and anew from each sending; then
 *     another instance goes on
 * @param retries the waits before further tries where the channel was not reached or not able; it
 *     is given up after the last
 * @param pendingFor how long a channel may work on what it took
 */
@ConfigurationProperties("serai.requests")
record RequestSettings(
        @DefaultValue("5m") Duration lease,
        @DefaultValue({"1m", "2m", "4m", "8m", "15m", "1h", "4h"}) List<Duration> retries,
        @DefaultValue("30d") Duration pendingFor) {}
