package io.serai.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.apache.camel.spring.boot.TypeConversionConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jmx.JmxAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Camel and the loader of files, with no database and nothing else of Serai. */
@ImportAutoConfiguration({
    ApplicationAvailabilityAutoConfiguration.class,
    CamelAutoConfiguration.class,
    JmxAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    SimpleMetricsExportAutoConfiguration.class,
    QuartzAutoConfiguration.class,
    TypeConversionConfiguration.class
})
@Import({FlowConfiguration.class, Balky.Registration.class, Listener.class})
class FlowTestApp {

    /** The same behind a web server, with all that Spring Boot and Camel set up for one. */
    @EnableAutoConfiguration(
            exclude = {
                DataSourceAutoConfiguration.class,
                FlywayAutoConfiguration.class,
                SecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class
            })
    @Import(FlowConfiguration.class)
    static class WithWeb {}

    static ConfigurableApplicationContext start(Path folder, String... settings) {
        return builder(FlowTestApp.class, folder, settings).web(WebApplicationType.NONE).run();
    }

    static ConfigurableApplicationContext startWithWeb(Path folder, String... settings) {
        return builder(WithWeb.class, folder, settings).run();
    }

    private static SpringApplicationBuilder builder(Class<?> app, Path folder, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "serai.flow.routes=" + folder.resolve("routes"),
                                "serai.flow.mappings=" + folder.resolve("mappings"),
                                "serai.flow.kept=" + folder.resolve("kept"),
                                "serai.flow.check-every=40ms",
                                "serai.flow.stop-timeout=2s",
                                "server.port=0",
                                "spring.config.name=flow-tests",
                                "camel.main.name=serai",
                                "spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(app).properties(all.toArray(String[]::new));
    }
}
