package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the door before the webhooks' paths. */
@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

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
