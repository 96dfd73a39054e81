package io.serai.expedia;

import io.serai.channel.Channels;
import io.serai.channel.TestChannels;
import io.serai.channel.account.AccountStopped;
import io.serai.channel.answer.ChannelAnswers;
import io.serai.channel.answer.RetrySoon;
import io.serai.channel.breaker.BreakerConfiguration;
import io.serai.testing.ChannelStandIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Camel, the flows, what they ask Java, and nothing else of Serai. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@Import({BreakerConfiguration.class, ChannelAnswers.class, RetrySoon.class})
class RoutesApp {

    /** What was heard of accounts that the channel does not let in. */
    static class Stopped {

        final List<AccountStopped> accounts = new CopyOnWriteArrayList<>();

        @EventListener
        public void hear(AccountStopped stopped) {
            accounts.add(stopped);
        }
    }

    @Bean
    Stopped stopped() {
        return new Stopped();
    }

    @Bean
    ChannelStandIn channel() throws IOException {
        return new ChannelStandIn();
    }

    @Bean
    DynamicPropertyRegistrar addresses(ChannelStandIn channel) {
        return settings -> {
            settings.add("serai.channels.expedia.services-url", channel::url);
            settings.add("serai.channels.expedia.api-url", channel::url);
            settings.add("serai.channels.expedia.sandbox-api-url", channel::url);
        };
    }

    @Bean
    Channels channels() {
        return TestChannels.real(
                Map.of(
                        "serai.channels.bookingcom.auth-url", "https://auth.invalid",
                        "serai.channels.expedia.services-url", "https://services.invalid",
                        "serai.channels.expedia.api-url", "https://api.invalid",
                        "serai.channels.expedia.sandbox-api-url", "https://sandbox.invalid"));
    }

    /** As the door does: what is sent is sent once. */
    @Bean
    CamelContextConfiguration onceOnly() {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext camel) {
                camel.getComponent("http", HttpComponent.class)
                        .setHttpClientConfigurer(HttpClientBuilder::disableAutomaticRetries);
            }

            @Override
            public void afterApplicationStart(CamelContext camel) {}
        };
    }

    @Bean
    Ports ports(ProducerTemplate camel) {
        return new Ports(camel);
    }
}
