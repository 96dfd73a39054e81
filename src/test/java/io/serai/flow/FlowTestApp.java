package io.serai.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Camel and the loader of files, with no database and nothing else of Serai. */
@EnableAutoConfiguration(
        exclude = {
            DataSourceAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            SecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class
        })
@Import({FlowConfiguration.class, Balky.Registration.class, Listener.class})
class FlowTestApp {

    static ConfigurableApplicationContext start(Path folder, String... settings) {
        return builder(folder, WebApplicationType.NONE, settings).run();
    }

    static ConfigurableApplicationContext startWithWeb(Path folder, String... settings) {
        return builder(folder, WebApplicationType.SERVLET, settings).run();
    }

    private static SpringApplicationBuilder builder(
            Path folder, WebApplicationType web, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "serai.flow.routes=" + folder.resolve("routes"),
                                "serai.flow.mappings=" + folder.resolve("mappings"),
                                "serai.flow.kept=" + folder.resolve("kept"),
                                "serai.flow.check-every=40ms",
                                "serai.flow.stop-timeout=2s",
                                "server.port=0",
                                "spring.main.banner-mode=off"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(FlowTestApp.class)
                .web(web)
                .properties(all.toArray(String[]::new));
    }
}
