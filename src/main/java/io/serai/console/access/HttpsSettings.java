package io.serai.console.access;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call without https.
 *
 * @param required whether calls from elsewhere than this machine must come by https
 * @param proxies addresses and networks (CIDR) of proxies that are believed when they say by {@code
 *     X-Forwarded-Proto} that they were called by https
 * @param hsts how long browsers are told to call by https only
 * @param plainPaths paths that are answered by plain HTTP, too: they show nothing and ask for no
 *     login
 */
@ConfigurationProperties("serai.https")
record HttpsSettings(
        @DefaultValue("true") boolean required,
        @DefaultValue List<String> proxies,
        @DefaultValue("365d") Duration hsts,
        @DefaultValue({"/actuator/health/liveness", "/actuator/health/readiness"})
                List<String> plainPaths) {}
