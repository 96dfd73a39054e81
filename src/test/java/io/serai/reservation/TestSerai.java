package io.serai.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.serai.testing.Database;
import io.serai.testing.Kill;
import io.serai.testing.OwnFolder;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/**
 * Serai without its faces on a real PostgreSQL with the real schema; started once for all tests.
 */
@EnableAutoConfiguration
@ConfigurationPropertiesScan("io.serai")
@ComponentScan({
    "io.serai.database",
    "io.serai.vault",
    "io.serai.channel",
    "io.serai.delivery",
    "io.serai.reservation"
})
class TestSerai {

    private static final Database DATABASE = Database.fresh();

    private static final ConfigurableApplicationContext CONTEXT = start();

    static <T> T bean(Class<T> type) {
        return CONTEXT.getBean(type);
    }

    static JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** The database as its owner, who sees every table. */
    static JdbcClient owner() {
        return JdbcClient.create(DATABASE.owner());
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Harbour harbour() {
        return new Harbour();
    }

    @Bean
    TaskScheduler scheduler() {
        return new SimpleAsyncTaskScheduler();
    }

    @Bean
    static BeanPostProcessor kills() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("engineDataSource") ? new Kill((DataSource) bean) : bean;
            }
        };
    }

    /** Camel with routes from the real files, or from those of the stand-in channel. */
    static ProducerTemplate routes(String... files) {
        var camel = bean(CamelContext.class);
        for (var file : files) {
            load(camel, file);
        }
        return camel.createProducerTemplate();
    }

    private static synchronized void load(CamelContext camel, String file) {
        var name = Path.of(file).getFileName().toString().replace(".camel.yaml", "");
        if (camel.getRoute(name) != null) {
            return;
        }
        try {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(
                            PluginHelper.getResourceLoader(camel).resolveResource("file:" + file));
        } catch (Exception e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(TestSerai.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--server.port=0",
                        "--serai.db.url=" + DATABASE.url(),
                        "--serai.db.user=postgres",
                        "--serai.vault.key-file=" + OwnFolder.of("reservation/master.json"),
                        "--serai.flow.routes=src/test/resources/reservation/channels",
                        "--spring.main.banner-mode=off",
                        "--serai.reservations.remapped-tick=200",
                        "--serai.polls.tick=200",
                        "--management.endpoint.health.validate-group-membership=false",
                        "--logging.level.root=warn");
    }
}
