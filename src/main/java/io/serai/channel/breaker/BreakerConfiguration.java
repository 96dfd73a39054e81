package io.serai.channel.breaker;

import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.serai.channel.Channels;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together the breakers around calls to channels, and how they are watched. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BreakerSettings.class)
public class BreakerConfiguration {

    @Bean
    Breakers breakers(BreakerSettings settings, ObjectProvider<Clock> clocks) {
        return new Breakers(settings, clocks.getIfAvailable(Clock::systemUTC));
    }

    @Bean
    CallBreaker callBreaker(Breakers breakers, Channels channels) {
        return new CallBreaker(breakers, channels);
    }

    @Bean
    HealthIndicator breakersHealthIndicator(Breakers breakers) {
        return new BreakerHealth(breakers);
    }

    @Bean
    MeterBinder breakerMetrics(Breakers breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers.circuits());
    }

    @Bean
    MeterBinder limiterMetrics(Breakers breakers) {
        return TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(breakers.limiters());
    }
}
