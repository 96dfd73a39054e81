package io.serai.channel.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhook calls are taken and worked off.
 *
 * @param maxBody the largest call
 * @param readTimeout how long a call may take to arrive
 * @param mostWaiting calls that may wait to be kept; a further one is to come again
 * @param tokenLife how long a token is good
 * @param workers calls that this instance works off at the same time
 * @param lease how long a call is claimed unless the claim is renewed
 * @param tries how often a call is begun before it is parked
 * @param firstPause the pause after the first failure; every further one doubles it
 * @param longestPause the longest pause
 * @param proxies the addresses or networks (CIDR) of proxies that may hand on a caller's
 *     certificate
 * @param clients what channels show to get a token, by folder
 */
@ConfigurationProperties("serai.webhooks")
record WebhookSettings(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("150") int mostWaiting,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue("4") int workers,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("12") int tries,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue List<String> proxies,
        @DefaultValue Map<String, Client> clients) {

    /** The pause after so many tries, never twice the same. */
    Duration pause(int tries) {
        double usual = firstPause.toMillis() * Math.pow(2, Math.min(tries - 1, 30));
        double jitter = ThreadLocalRandom.current().nextDouble(0.8, 1.2);
        return Duration.ofMillis((long) (Math.min(usual, longestPause.toMillis()) * jitter));
    }

    /** A channel's login to the token endpoint. */
    record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client[id=" + id + "]";
        }
    }
}
