package io.serai.content;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How patient the sending of content is.
 *
 * @param lease how long a claim of a part holds; then another instance goes on
 * @param retries the waits before a part is sent again where the channel was not reached or not
 *     able; after the last it waits until it is wanted anew
 * @param pendingFor how long a channel may work on what it took
 */
@ConfigurationProperties("serai.content")
record ContentSettings(
        @DefaultValue("5m") Duration lease,
        @DefaultValue({"1m", "2m", "4m", "8m", "15m", "1h", "4h"}) List<Duration> retries,
        @DefaultValue("30d") Duration pendingFor) {}
