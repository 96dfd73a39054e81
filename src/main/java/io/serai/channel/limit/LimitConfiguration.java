package io.serai.channel.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.channel.wire.WireSettings;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts together what keeps calls within limits. */
@Configuration(proxyBeanMethods = false)
class LimitConfiguration {

    @Bean
    CallLimits callLimits(
            DataSource engine,
            JdbcClient jdbc,
            WireSettings settings,
            ObjectProvider<MeterRegistry> meters) {
        return new CallLimits(
                new Buckets(engine),
                new Waiting(jdbc),
                new Flights(jdbc),
                new LimitMeters(meters.getIfAvailable(SimpleMeterRegistry::new)),
                settings.turnWait(),
                settings.turnGrace());
    }
}
