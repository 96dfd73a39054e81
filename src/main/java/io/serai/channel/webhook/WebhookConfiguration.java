package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import java.time.Duration;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door before the webhooks' paths, all of which lead to one route. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** As long as a connection to the database is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    KeptTogether keptTogether(CallRows rows, WebhookSettings settings) {
        return new KeptTogether(rows::write, settings.mostWaiting(), PATIENCE);
    }

    @Bean
    FilterRegistrationBean<OneAddress> oneAddress() {
        FilterRegistrationBean<OneAddress> registration =
                new FilterRegistrationBean<>(new OneAddress());
        registration.addUrlPatterns("/webhooks/*");
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER - 1);
        return registration;
    }

    @Bean
    FilterRegistrationBean<WebhookDoor> webhookDoor(
            Channels channels,
            WebhookProofs proofs,
            WebhookIntake intake,
            WebhookSettings settings,
            MeterRegistry meters) {
        FilterRegistrationBean<WebhookDoor> registration =
                new FilterRegistrationBean<>(
                        new WebhookDoor(channels, proofs, intake, settings, meters));
        registration.addUrlPatterns("/webhooks/*");
        return registration;
    }
}
