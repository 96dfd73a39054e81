package io.serai.channel.wire;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How calls to channels are made.
 *
 * @param connectTimeout until a connection stands
 * @param connectionWait until the pool gives a connection
 * @param connections open at once, over all hosts
 * @param connectionsPerHost open at once to one host
 * @param keepAlive after which an idle connection is not used again
 * @param maxResponse the largest answer that is read, unpacked
 * @param turnWait how long a call waits for its turn under a limit before it is sent away
 * @param turnGrace how much later than it was told a call may ask again and finds its place kept
 * @param logEvery how often the calls made are written to the database
 */
@ConfigurationProperties("serai.door")
public record WireSettings(
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("2s") Duration connectionWait,
        @DefaultValue("100") int connections,
        @DefaultValue("50") int connectionsPerHost,
        @DefaultValue("30s") Duration keepAlive,
        @DefaultValue("32MB") DataSize maxResponse,
        @DefaultValue("1s") Duration turnWait,
        @DefaultValue("10s") Duration turnGrace,
        @DefaultValue("500ms") Duration logEvery) {}
