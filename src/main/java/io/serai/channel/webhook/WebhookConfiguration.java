package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door before the webhooks' paths. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** As long as a connection to the database is waited for. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    KeptTogether keptTogether(CallRows rows, WebhookSettings settings) {
        return new KeptTogether(rows::write, settings.mostWaiting(), PATIENCE);
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
