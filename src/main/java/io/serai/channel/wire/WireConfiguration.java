package io.serai.channel.wire;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts together what calls to channels go through. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WireSettings.class)
class WireConfiguration {

    @Bean
    Wire wire(WireSettings settings) {
        return new Wire(settings);
    }

    @Bean
    SyncLog callLog(DataSource engine, WireSettings settings) {
        return new SyncLog(new JdbcTemplate(engine), settings.logEvery());
    }
}
