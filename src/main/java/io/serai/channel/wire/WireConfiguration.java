package io.serai.channel.wire;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what calls to channels go through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CallsInSettings.class, WireSettings.class})
class WireConfiguration {

    @Bean
    Wire wire(WireSettings settings, ObjectProvider<Tracer> tracer) {
        return new Wire(settings, tracer.getIfAvailable());
    }

    @Bean
    SyncLog callLog(DataSource engine, WireSettings settings) {
        return new SyncLog(new JdbcTemplate(engine), settings.logEvery());
    }

    @Bean
    FilterRegistrationBean<CallsIn> callsIn(
            CallLog log, Clock clock, MeterRegistry meters, CallsInSettings settings) {
        FilterRegistrationBean<CallsIn> registration =
                new FilterRegistrationBean<>(new CallsIn(log, clock, meters, settings.strangers()));
        registration.addUrlPatterns("/api/*", "/webhooks/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return registration;
    }
}
