package io.serai.channel.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.serai.channel.Channels;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

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
        // before calls are held while their route is swapped, which goes by the route's address
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
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
