package io.serai.bookingcom;

import static org.assertj.core.api.Assertions.assertThat;

import io.serai.channel.Channels;
import io.serai.channel.TestChannels;
import io.serai.channel.answer.ChannelAnswers;
import io.serai.channel.answer.RetrySoon;
import io.serai.channel.breaker.BreakerConfiguration;
import io.serai.reservation.ReservationTexts;
import io.serai.reservation.TakenReservations;
import io.serai.testing.ChannelStandIn;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Body;
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
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Camel, the flows, what they ask Java, and nothing else of Serai. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(CamelAutoConfiguration.class)
@Import({
    BreakerConfiguration.class,
    ChannelAnswers.class,
    RetrySoon.class,
    TakenReservations.class,
    ReservationTexts.class,
    Desk.class
})
class RoutesApp {

    @Bean
    ChannelStandIn channel() throws IOException {
        return new ChannelStandIn();
    }

    @Bean
    DynamicPropertyRegistrar addresses(ChannelStandIn channel) {
        return settings -> {
            settings.add("serai.channels.bookingcom.supply-url", channel::url);
            settings.add("serai.channels.bookingcom.secure-url", channel::url);
        };
    }

    @Bean
    Channels channels() {
        return TestChannels.real(
                Map.of("serai.channels.bookingcom.auth-url", "https://auth.invalid"));
    }

    @Bean(destroyMethod = "shutdown")
    ExecutorService reservationTakers() {
        return Executors.newFixedThreadPool(2);
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

    /** Stands where is kept what a hotel asked for. */
    @Bean
    Object channelRequests() {
        return new Object() {
            @SuppressWarnings("unused")
            public void begin() {}
        };
    }

    /** Stands where is kept what the channel knows that we have. */
    @Bean
    Object acknowledged() {
        return new Object() {
            @SuppressWarnings("unused")
            public void sending(@Body String confirmation) {
                assertThat(confirmation).contains("reservations");
            }

            @SuppressWarnings("unused")
            public void settle(@Body String answer) {
                assertThat(answer).contains("outcome");
            }
        };
    }

    @Bean
    Ports ports(ProducerTemplate camel) {
        return new Ports(camel);
    }
}
