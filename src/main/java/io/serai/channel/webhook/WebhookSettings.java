package io.serai.channel.webhook;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How webhook calls are taken.
 *
 * @param maxBody the largest call
 * @param tokenLife how long a token is good
 * @param clients what channels show to get a token, by folder
 */
@ConfigurationProperties("serai.webhooks")
record WebhookSettings(
        @DefaultValue("256KB") DataSize maxBody,
        @DefaultValue("1h") Duration tokenLife,
        @DefaultValue Map<String, Client> clients) {

    /** A channel's login to the token endpoint. */
    record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client[id=" + id + "]";
        }
    }
}
