package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.database.TestDatabase;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Serai's third record on a real PostgreSQL with the real schema; started once for all tests. */
@Configuration(proxyBeanMethods = false)
@ComponentScan({"io.serai.database", "io.serai.vault", "io.serai.channel", "io.serai.reservation"})
@ImportAutoConfiguration({
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
class TestSerai {

    private static final ConfigurableApplicationContext CONTEXT = start();

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    private static ConfigurableApplicationContext start() {
        var database = TestDatabase.fresh();
        return new SpringApplicationBuilder(TestSerai.class)
                .web(org.springframework.boot.WebApplicationType.NONE)
                .properties(
                        "serai.db.url=" + database.url(),
                        "serai.db.user=" + database.user(),
                        "serai.db.password=" + database.password(),
                        "serai.db.pool.engine=12",
                        "serai.vault.key-file=target/reservation-tests/master.json",
                        "serai.channel.routes=src/test/resources/reservation/channels",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn")
                .run();
    }
}
